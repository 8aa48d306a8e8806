import Planning
import Portfolio
import Reporting
import Testing
import Verification

/// A scenario of two programs and two funds, and its plan with one of them.
enum Sample {
    static let place = ScenarioPath()

    static func program(_ id: Program.ID, _ name: String, variant: Variant) -> Program {
        Program(
            id: id, name: LocalizedText(name), owner: "kominfo", dimension: "governance", variants: [variant],
            must: id == "intranet" ? Reason(text: "tulang punggung, \"wajib\"", place: place) : nil,
            place: place)
    }

    static let line = CostLine(
        name: "perangkat", kind: .capital, amount: 400_000_000, eligibleFunds: ["dau", "pad"], place: place)

    static let intranet = Variant(
        id: "default", duration: Duration(planned: 6), costs: [line], benefits: ["governance": 5],
        place: place)

    static let hall = Variant(
        id: "default", duration: Duration(planned: 12), costs: [], benefits: ["governance": 1], place: place)

    static func scenario(name: LocalizedText = LocalizedText("Contoh", english: "Sample")) -> Scenario? {
        guard
            let calendar = PlanningCalendar(
                start: Month(year: 2023, month: 1), end: Month(year: 2023, month: 12), step: .quarter)
        else { return nil }
        let year = FiscalYear(2023)
        return Scenario(
            name: name, calendar: calendar,
            quickWin: QuickWin(
                label: LocalizedText("Quick Win Tahap I"), finishBy: Month(year: 2023, month: 12),
                maxDuration: 6),
            dimensions: [Dimension(id: "governance", name: LocalizedText("Smart Governance"), weight: 1)],
            owners: [Owner(id: "kominfo", name: LocalizedText("Dinas Kominfo"))],
            funds: [
                Fund(id: "pad", name: LocalizedText("PAD"), ceilings: [year: 300_000_000]),
                Fund(id: "dau", name: LocalizedText("DAU"), ceilings: [year: 150_000_000]),
            ],
            programs: [
                program("intranet", "Intranet | jaringan", variant: intranet),
                program("hall", "Balai, \"kota\"", variant: hall),
            ],
            rules: [
                Rule(id: "spending", measure: .spend, max: 450_000_000, reason: "pagu", place: place)
            ])
    }

    static let allocation = Allocation(
        payments: [
            payment("dau", 150_000_000), payment("pad", 250_000_000),
        ],
        fundYears: [
            FundYear(
                fund: "dau", year: FiscalYear(2023), ceiling: 150_000_000, carriedIn: 0, spent: 150_000_000,
                carriedOut: 0, lapsed: 0),
            FundYear(
                fund: "pad", year: FiscalYear(2023), ceiling: 300_000_000, carriedIn: 0, spent: 250_000_000,
                carriedOut: 0, lapsed: 50_000_000),
        ])

    static func payment(_ fund: Fund.ID, _ amount: Rupiah) -> Payment {
        Payment(program: "intranet", line: "perangkat", fund: fund, year: FiscalYear(2023), amount: amount)
    }

    static func outcome(
        status: PlanStatus = .optimal, name: LocalizedText = LocalizedText("Contoh", english: "Sample")
    ) -> Outcome? {
        guard let scenario = scenario(name: name) else { return nil }
        let plan = Plan(programs: [PlannedProgram(program: "intranet", variant: "default", start: 0)])
        var result = PlanningResult(status: status, nodes: 7, solver: "Solver 1.0")
        if status == .optimal || status == .feasible {
            let appraisal = Verifier(scenario: scenario).verify(plan).appraisal
            result.plan = plan
            result.appraisal = appraisal
            result.allocation = allocation
            result.goals = [
                GoalResult(goal: .maximiseValue, value: 2.5, bound: 2.5, gap: 0),
                GoalResult(goal: .minimiseCost, value: 400_000_000, bound: nil, gap: nil, isOptimised: false),
            ]
        }
        if status == .infeasible {
            result.conflicts = [
                .init(
                    rule: .must, place: place.key("programs"),
                    says: LocalizedText("wajib", english: "mandatory"))
            ]
        }
        return Outcome(scenario: scenario, digest: "abc", result: result, at: { _ in "kota.yaml:41" })
    }
}

extension Sample {
    /// The report of the sample, where asked for with other names of its chosen program and agency.
    static func report(named name: String? = nil, owner: String? = nil) throws -> Report {
        let outcome = try #require(Sample.outcome())
        return try Report(
            outcome: outcome.jsonValue.replacing("Intranet | jaringan", by: name)
                .replacing("Dinas Kominfo", by: owner))
    }
}

extension JSONValue {
    /// The value with a text replaced wherever it stands alone; the same without another text.
    func replacing(_ old: String, by new: String?) -> JSONValue {
        guard let new else { return self }
        switch self {
        case .string(old): return .string(new)
        case .array(let elements): return .array(elements.map { $0.replacing(old, by: new) })
        case .object(let members): return .object(members.mapValues { $0.replacing(old, by: new) })
        default: return self
        }
    }
}
