import Portfolio
import Testing

@testable import Verification

/// A city small enough to be reckoned by hand: programs a, b, c, one fund, two years of quarters.
struct TinyCity {
    var step = PlanningCalendar.Step.quarter
    var start = Month(year: 2023, month: 1)
    var end = Month(year: 2024, month: 12)
    var benefitsUntil: Month?
    var discountRate = 0.0
    var quickWin: QuickWin?
    var dimensions: [Dimension] = [
        Dimension(id: "economy", name: LocalizedText("Ekonomi"), weight: 1),
        Dimension(id: "living", name: LocalizedText("Hunian"), weight: 1),
    ]
    var owners = [Owner(id: "bappeda", name: LocalizedText("Bappeda"))]
    var funds = [TinyCity.fund("pad", [2023: 1000, 2024: 1000])]
    var programs = [TinyCity.program("a"), TinyCity.program("b"), TinyCity.program("c")]
    var groups: [Group] = []
    var synergies: [Synergy] = []
    var rules: [Rule] = []

    /// A program by its letter.
    subscript(id: String) -> Program {
        get { programs.first { $0.id.rawValue == id } ?? Self.program(id) }
        set {
            programs.removeAll { $0.id.rawValue == id }
            programs.append(newValue)
        }
    }

    /// The scenario.
    func scenario() throws -> Scenario {
        let calendar = try #require(
            PlanningCalendar(start: start, end: end, step: step, benefitsUntil: benefitsUntil))
        return Scenario(
            name: LocalizedText("Kota kecil"), calendar: calendar, discountRate: discountRate,
            quickWin: quickWin, dimensions: dimensions, owners: owners, funds: funds,
            programs: programs, groups: groups, synergies: synergies, rules: rules)
    }

    /// What the verifier says of a plan in the order-free form `["a": 0]`.
    func verdict(_ starts: [String: Int], allocation: Allocation? = nil) throws -> Verdict {
        Verifier(scenario: try scenario()).verify(Self.plan(starts), allocation: allocation)
    }

    /// The figures of a plan.
    func appraisal(_ starts: [String: Int]) throws -> Appraisal {
        try #require(try verdict(starts).appraisal)
    }

    /// A program of two quarters without cost, benefit or staff.
    static func program(_ id: String, months: Exact = 6, costs: [CostLine] = []) -> Program {
        Program(
            id: Program.ID(id), name: LocalizedText("Program \(id)"), owner: "bappeda",
            dimension: "economy",
            variants: [
                Variant(
                    id: "default", duration: Duration(planned: months), costs: costs,
                    place: place("programs", id))
            ],
            place: place("programs", id))
    }

    /// A fund with a ceiling for each year.
    static func fund(
        _ id: String, _ ceilings: [Int: Rupiah], unspent: Fund.Unspent = .lapse,
        paysFor: PaysFor? = nil
    ) -> Fund {
        Fund(
            id: Fund.ID(id), name: LocalizedText("Dana \(id)"),
            ceilings: Dictionary(uniqueKeysWithValues: ceilings.map { (FiscalYear($0.key), $0.value) }),
            unspent: unspent, paysFor: paysFor)
    }

    /// A capital line.
    static func capital(
        _ amount: Rupiah, _ profile: SpendProfile = .even, name: String = "alat", funds: [Fund.ID]? = nil
    ) -> CostLine {
        CostLine(
            name: name, kind: .capital, amount: amount, profile: profile, funds: funds,
            eligibleFunds: [], place: place("costs", name))
    }

    /// An operating line.
    static func operating(_ amount: Rupiah, years: Int? = nil, name: String = "rawat") -> CostLine {
        CostLine(
            name: name, kind: .operating, amount: amount, years: years, eligibleFunds: [],
            place: place("costs", name))
    }

    /// The place of an entry of a list.
    static func place(_ list: String, _ id: String) -> ScenarioPath { ScenarioPath().key(list).id(id) }

    /// A plan in default variants.
    static func plan(_ starts: [String: Int]) -> Plan {
        Plan(
            programs: starts.keys.sorted().map {
                PlannedProgram(program: Program.ID($0), variant: "default", start: starts[$0] ?? 0)
            })
    }
}

extension Program {
    /// Its only variant.
    var only: Variant {
        get { variants[0] }
        set { variants[0] = newValue }
    }
}

/// One plan keeps all laws; a step away from it, exactly one law is broken, by a known amount.
func expectBroken(
    _ rule: RuleID, by excess: Violation.Excess, at place: String, in city: TinyCity,
    keeping kept: [String: Int], breaking broken: [String: Int],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let accepted = try city.verdict(kept)
    #expect(accepted.violations.map(\.message.indonesian) == [], sourceLocation: sourceLocation)
    let refused = try city.verdict(broken)
    #expect(refused.violations.map(\.rule) == [rule], sourceLocation: sourceLocation)
    #expect(refused.violations.map(\.excess) == [excess], sourceLocation: sourceLocation)
    #expect(refused.violations.map(\.place.description) == [place], sourceLocation: sourceLocation)
}

typealias SourceLocation = Testing.SourceLocation
