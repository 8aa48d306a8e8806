import Formulation
import Portfolio
import TestSupport
import Testing

@Suite("Starts that no plan needs")
struct StartReductionsTests {
    /// What is taken away of one program, as rule, months and English reason.
    private func removed(_ id: Program.ID, of scenario: Scenario) -> [String] {
        StartReductions(scenario: scenario).removed.filter { $0.program == id }.map { entry in
            let months = entry.starts.map(\.description).joined(separator: " ")
            return "\(entry.rule): \(months): \(entry.reason.text(in: .english))"
        }
    }

    private func scenario(
        _ programs: [Program], periods: Int = 4, funds: [Fund] = [], staff: Int? = nil
    ) -> Scenario {
        Tiny.scenario(Tiny.calendar(periods: periods), programs: programs, funds: funds, staff: staff)
    }

    @Test("are in no lawful plan", arguments: UInt64(0)..<200)
    func lawful(seed: UInt64) {
        let scenario = RandomScenario.make(seed: seed)
        let removed = StartReductions(scenario: scenario).removed
        for plan in BruteForce(scenario).feasiblePlans {
            for planned in plan.programs {
                let month = scenario.calendar.firstMonth(of: planned.start)
                let reason = removed.first {
                    $0.program == planned.program && $0.variant == planned.variant
                        && $0.starts.contains(month)
                }
                #expect(reason == nil, "\(plan)")
            }
        }
    }

    @Test("are those that would not be finished by the calendar's end")
    func calendar() {
        #expect(
            removed("a", of: scenario([Tiny.program("a", months: "3")])) == [
                "calendar: 2023-03 2023-04: not finished by the end of the calendar, 2023-04"
            ])
    }

    @Test("are all of a program that is excluded, in the planner's words")
    func excluded() {
        var program = Tiny.program("a")
        program.mustNot = Reason(text: "duplicates SRIKANDI", place: program.place)
        #expect(
            removed("a", of: scenario([program])) == [
                "must-not: 2023-01 2023-02 2023-03 2023-04: excluded by the planner: duplicates SRIKANDI"
            ])
    }

    @Test("are those outside a window, with the end that they miss")
    func window() {
        var program = Tiny.program("a")
        program.variants[0].window = Window(
            earliest: Month("2023-02"), latestFinish: Month("2023-03"), startMonths: [3])
        #expect(
            removed("a", of: scenario([program])) == [
                "window: 2023-01: before its window begins, 2023-02",
                "window: 2023-02: may only start in the months 3 of a year",
                "window: 2023-04: finished after its window ends, 2023-03",
            ])
    }

    @Test("are those of a single-year contract that would cross 31 December")
    func contract() {
        var program = Tiny.program("a", months: "2")
        program.contract = .singleYear
        let scenario = Tiny.scenario(Tiny.calendar("2023-11", periods: 3), programs: [program])
        #expect(
            removed("a", of: scenario) == [
                "calendar: 2024-01: not finished by the end of the calendar, 2024-01",
                "single-year-contract: 2023-12: a single-year contract would cross the end of a year",
            ])
    }

    @Test("are all but the first of a program in progress")
    func progress() {
        var program = Tiny.program("a")
        program.inProgress = Tiny.exact("0.6")
        #expect(
            removed("a", of: scenario([program], periods: 2)) == [
                "in-progress: 2023-02: in progress, so that it starts with the calendar"
            ])
    }

    @Test("are all of a program that needs more staff than there is")
    func staff() {
        var program = Tiny.program("a")
        program.variants[0].staff = ["dinas": 3]
        #expect(
            removed("a", of: scenario([program], periods: 2, staff: 2)) == [
                "staff-capacity: 2023-01 2023-02: needs 3 persons of dinas, which has 2"
            ])
    }

    @Test("are those whose lines together cost more than their funds can pay in some years")
    func funding() {
        let program = Tiny.program("a", costs: [Tiny.capital(6), Tiny.operating(24)])
        let scenario = Tiny.scenario(
            Tiny.calendar("2023-10", periods: 4), programs: [program], funds: [Tiny.fund([9, 9])])
        #expect(
            removed("a", of: scenario) == [
                "fund-ceilings: 2023-10: its costs in 2023 exceed all that pad can pay"
            ])
    }

    @Test("are not those that money carried from the year before can pay")
    func carriedFunding() {
        let program = Tiny.program("a", costs: [Tiny.capital(6)])
        let fund = Tiny.fund([8, 2], unspent: .carry(Tiny.exact("0.5")))
        let scenario = Tiny.scenario(
            Tiny.calendar("2023-12", periods: 2), programs: [program], funds: [fund])
        #expect(removed("a", of: scenario).isEmpty)
    }

    @Test("are those before what is required can be ready, along a whole chain")
    func requirements() {
        var second = Tiny.program("b")
        second.requires = [Requirement(program: "a", timing: .afterFinish(lag: 0), place: second.place)]
        var third = Tiny.program("c")
        third.requires = [Requirement(program: "b", timing: .afterFinish(lag: 1), place: third.place)]
        let scenario = scenario([Tiny.program("a"), second, third])
        #expect(
            removed("b", of: scenario) == [
                "requirement: 2023-01: needs a, which is ready in 2023-02 at the earliest"
            ])
        #expect(
            removed("c", of: scenario).last
                == "requirement: 2023-03: needs b, which is ready in 2023-04 at the earliest")
    }

    @Test("are all of what requires a program that cannot be chosen")
    func impossibleRequirement() {
        var second = Tiny.program("b")
        second.requires = [Requirement(program: "a", timing: .choiceOnly, place: second.place)]
        let scenario = scenario([Tiny.program("a", months: "9"), second], periods: 1)
        #expect(removed("b", of: scenario) == ["requirement: 2023-01: needs a, which cannot be chosen"])
        let obstacles = StartReductions(scenario: scenario).obstacles(to: "b")
        #expect(obstacles.map { $0.text(in: .english) } == ["needs a, which cannot be chosen"])
    }

    @Test("are those before enough of several alternatives can be ready")
    func alternatives() {
        var last = Tiny.program("c")
        last.requiresAny = AlternativeRequirement(
            atLeast: 2, of: ["a", "b"], timing: .afterFinish(lag: 0), place: last.place)
        let scenario = scenario([Tiny.program("a"), Tiny.program("b", months: "3"), last])
        #expect(
            removed("c", of: scenario) == [
                "alternative-requirement: 2023-01 2023-02 2023-03: "
                    + "enough programs of its `requires_any` are ready in 2023-04 at the earliest"
            ])
    }

    @Test("are those too late for a program that must be chosen")
    func deadlines() {
        var second = Tiny.program("b", months: "2")
        second.must = Reason(text: "promised", place: second.place)
        second.requires = [Requirement(program: "a", timing: .afterFinish(lag: 0), place: second.place)]
        #expect(
            removed("a", of: scenario([Tiny.program("a"), second])) == [
                "requirement: 2023-03 2023-04: too late for b, which must start by 2023-03"
            ])
    }

    @Test("say nothing of a program that has a start")
    func obstacles() {
        let reductions = StartReductions(scenario: scenario([Tiny.program("a", months: "3")]))
        #expect(reductions.obstacles(to: "a").isEmpty)
    }
}
