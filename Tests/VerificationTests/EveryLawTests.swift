import Portfolio
import Testing

@testable import Verification

/// One city where every law has a statement, and a plan that keeps them all together.
@Suite struct EveryLawTests {
    private let kept = ["a": 0, "b": 2, "c": 1, "d": 4, "h": 3]

    private func city() -> TinyCity {
        var city = TinyCity()
        city.programs = ["a", "b", "c", "d", "e", "f", "h"].map { TinyCity.program($0) }
        city.owners[0].staff = 5
        for (id, amount, staff) in [
            ("a", Rupiah(400), 2), ("b", 300, 1), ("c", 200, 2), ("d", 300, 1), ("h", 0, 3),
        ] {
            city[id].only.costs = [TinyCity.capital(amount)]
            city[id].only.staff = ["bappeda": staff]
        }
        city["a"].inProgress = Exact(1, over: 2)
        city["b"].must = Reason(text: "wajib", place: TinyCity.place("programs", "b").key("must"))
        city["b"].contract = .singleYear
        city["b"].requires = [
            Requirement(
                program: "a", timing: .afterStart(lag: 3),
                place: TinyCity.place("programs", "b").key("requires").index(0))
        ]
        city["c"].only.window.earliest = Month(year: 2023, month: 4)
        city["d"].requiresAny = AlternativeRequirement(
            atLeast: 1, of: ["c", "e"], timing: .afterFinish(lag: 0),
            place: TinyCity.place("programs", "d").key("requires_any"))
        city["e"].mustNot = Reason(text: "ganda", place: TinyCity.place("programs", "e").key("must_not"))
        city.groups = [
            Group(id: "g", kind: .atMost(1), of: ["d", "f"], place: TinyCity.place("groups", "g"))
        ]
        city.rules = [
            Rule(
                id: "late", measure: .starts, inYear: FiscalYear(2024), max: 1,
                place: TinyCity.place("rules", "late"))
        ]
        return city
    }

    /// A change of one entry: a start, or nil to leave the program out.
    struct Step: Sendable {
        let program: String
        let start: Int?
        let rule: RuleID
        let excess: Violation.Excess
        let place: String
    }

    private static let steps = [
        Step(program: "y", start: 0, rule: .oneStart, excess: .count(1), place: "programs[\"y\"]"),
        Step(program: "d", start: 7, rule: .calendar, excess: .count(1), place: "programs[\"d\"]"),
        Step(program: "c", start: 0, rule: .window, excess: .count(1), place: "programs[\"c\"].window"),
        Step(program: "b", start: nil, rule: .must, excess: .count(1), place: "programs[\"b\"].must"),
        Step(program: "e", start: 3, rule: .mustNot, excess: .count(1), place: "programs[\"e\"].must_not"),
        Step(
            program: "b", start: 3, rule: .singleYearContract, excess: .count(1),
            place: "programs[\"b\"].contract"),
        Step(
            program: "a", start: 1, rule: .inProgress, excess: .count(1),
            place: "programs[\"a\"].in_progress"),
        Step(
            program: "d", start: 3, rule: .fundCeilings, excess: .rupiah(50),
            place: "funds[\"pad\"].ceilings"),
        Step(
            program: "h", start: 0, rule: .staffCapacity, excess: .count(2),
            place: "owners[\"bappeda\"].staff"),
        Step(
            program: "b", start: 0, rule: .requirement, excess: .count(1),
            place: "programs[\"b\"].requires[0]"),
        Step(
            program: "c", start: nil, rule: .alternativeRequirement, excess: .count(1),
            place: "programs[\"d\"].requires_any"),
        Step(program: "f", start: 3, rule: .group, excess: .count(1), place: "groups[\"g\"]"),
        Step(program: "h", start: 5, rule: .portfolioRule, excess: .count(1), place: "rules[\"late\"]"),
    ]

    @Test("The steps cover every law, in the order of the model")
    func covered() {
        #expect(Self.steps.map(\.rule) == RuleID.laws)
    }

    @Test("One step from a plan that keeps all laws exactly one is broken", arguments: steps)
    func step(_ step: Step) throws {
        var broken = kept
        broken[step.program] = step.start
        try expectBroken(
            step.rule, by: step.excess, at: step.place, in: city(), keeping: kept, breaking: broken)
    }
}
