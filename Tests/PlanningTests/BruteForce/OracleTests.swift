import Portfolio
import TestSupport
import Testing

/// Hand-computed cases: what the enumeration itself must get right.
@Suite("The oracle")
struct OracleTests {
    private func plan(_ entries: (Program.ID, Int)...) -> Plan {
        Plan(programs: entries.map { PlannedProgram(program: $0.0, variant: "default", start: $0.1) })
    }

    private func goal(_ goal: Goal, of plan: Plan, in scenario: Scenario) -> Double? {
        var scenario = scenario
        scenario.objective = [goal]
        return BruteForce(scenario).goals(of: plan)?.first?.value
    }

    private func isLawful(_ plan: Plan, in scenario: Scenario) -> Bool {
        BruteForce(scenario).brokenLaws(of: plan) == []
    }

    private func isSame(_ one: Double?, _ other: Double) -> Bool {
        one.map { abs($0 - other) < 1e-12 } ?? false
    }

    /// Two programs of a month, the second of which requires the first with a timing.
    private func pair(_ timing: Timing, periods: Int = 4) -> Scenario {
        var second = Tiny.program("b")
        second.requires = [Requirement(program: "a", timing: timing, place: second.place)]
        return Tiny.scenario(
            Tiny.calendar(periods: periods), programs: [Tiny.program("a", months: "2"), second])
    }

    @Test("Every program is left out or starts in some period: (1 + 4)² plans")
    func planCount() {
        #expect(BruteForce(pair(.choiceOnly)).planCount == 25)
    }

    @Test("7 rupiah over three periods are 2, 3 and 2, so the first year takes 5")
    func evenProfile() {
        let program = Tiny.program("a", months: "3", costs: [Tiny.capital(7)])
        for (ceiling, isEnough) in [(5, true), (4, false)] as [(Rupiah, Bool)] {
            let scenario = Tiny.scenario(
                Tiny.calendar("2023-11", periods: 3), programs: [program], funds: [Tiny.fund([ceiling, 2])])
            #expect(isLawful(plan(("a", 0)), in: scenario) == isEnough)
        }
    }

    @Test("7 rupiah in front weights 3, 2, 1 are 4, 2 and 1")
    func frontProfile() {
        let program = Tiny.program("a", months: "3", costs: [Tiny.capital(7, .front)])
        let scenario = Tiny.scenario(
            Tiny.calendar("2023-12", periods: 3), programs: [program], funds: [Tiny.fund([4, 3])])
        #expect(isLawful(plan(("a", 0)), in: scenario))
    }

    @Test("10 rupiah a year cost 3 after one quarter and 5 after two")
    func operatingCost() {
        let program = Tiny.program("a", months: "3", costs: [Tiny.operating(10)])
        let scenario = Tiny.scenario(Tiny.calendar(periods: 4, step: .quarter), programs: [program])
        #expect(goal(.minimiseCost, of: plan(("a", 2)), in: scenario) == 3)
        #expect(goal(.minimiseCost, of: plan(("a", 1)), in: scenario) == 5)
    }

    @Test("An operating line of one year ends after four quarters")
    func operatingYears() {
        let program = Tiny.program("a", months: "3", costs: [Tiny.operating(10, years: 1)])
        let scenario = Tiny.scenario(Tiny.calendar(periods: 8, step: .quarter), programs: [program])
        #expect(goal(.minimiseCost, of: plan(("a", 0)), in: scenario) == 10)
    }

    @Test("4 points a year from the second quarter to the fourth are worth 3")
    func value() {
        let program = Tiny.program("a", months: "2.5", points: 4)
        let scenario = Tiny.scenario(Tiny.calendar(periods: 4, step: .quarter), programs: [program])
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0)), in: scenario), 3))
    }

    @Test("A point of the second year is discounted twice")
    func discount() {
        let program = Tiny.program("a", months: "12", points: 1)
        var scenario = Tiny.scenario(Tiny.calendar(periods: 2, step: .year), programs: [program])
        scenario.discountRate = 0.25
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0)), in: scenario), 0.64))
    }

    @Test("A ramp of 0.5 and 1 gives 0.5 + 1 + 1 points")
    func ramp() {
        var program = Tiny.program("a", months: "12", points: 1)
        program.variants[0].ramp = [0.5, 1]
        let scenario = Tiny.scenario(Tiny.calendar(periods: 2, step: .year, beyond: 2), programs: [program])
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0)), in: scenario), 2.5))
    }

    @Test("A quarter of the value waits for the helper, and is lost without it")
    func help() {
        var program = Tiny.program("a", months: "12", points: 8)
        program.helpedBy = [Help(program: "b", share: Tiny.exact("0.25"), place: program.place)]
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 3, step: .year), programs: [program, Tiny.program("b", months: "12")])
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0), ("b", 1)), in: scenario), 14))
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0)), in: scenario), 12))
    }

    @Test("An overlap costs its points from the later finish on")
    func synergy() {
        let programs = [Tiny.program("a", months: "12"), Tiny.program("b", months: "12")]
        var scenario = Tiny.scenario(Tiny.calendar(periods: 3, step: .year), programs: programs)
        scenario.synergies = [
            Synergy(id: "s", programs: ["a", "b"], benefits: ["living": -2], place: ScenarioPath())
        ]
        #expect(isSame(goal(.maximiseValue, of: plan(("a", 0), ("b", 1)), in: scenario), -2))
        #expect(goal(.maximiseValue, of: plan(("a", 0)), in: scenario) == 0)
    }

    @Test("Half of 7 carries 3 rupiah into the next year, not 4")
    func carry() {
        for (amount, isEnough) in [(3, true), (4, false)] as [(Rupiah, Bool)] {
            let fund = Tiny.fund([7, 0], unspent: .carry(Tiny.exact("0.5")))
            let program = Tiny.program("a", months: "12", costs: [Tiny.capital(amount)])
            let scenario = Tiny.scenario(
                Tiny.calendar(periods: 2, step: .year), programs: [program], funds: [fund])
            #expect(isLawful(plan(("a", 1)), in: scenario) == isEnough)
        }
    }

    @Test("What only one fund may pay cannot be paid by another's plenty")
    func eligibleFunds() {
        let programs = [
            Tiny.program("a", costs: [Tiny.capital(6)]),
            Tiny.program("b", costs: [Tiny.capital(6, funds: ["dau", "pad"])]),
        ]
        let funds = { (pad: Rupiah, dau: Rupiah) in [Tiny.fund([dau], id: "dau"), Tiny.fund([pad])] }
        let calendar = Tiny.calendar(periods: 1)
        let both = plan(("a", 0), ("b", 0))
        #expect(isLawful(both, in: Tiny.scenario(calendar, programs: programs, funds: funds(6, 6))))
        #expect(isLawful(both, in: Tiny.scenario(calendar, programs: programs, funds: funds(8, 4))))
        #expect(!isLawful(both, in: Tiny.scenario(calendar, programs: programs, funds: funds(4, 8))))
    }

    @Test("After finish and half a month of lag the start waits for the third month")
    func requirement() {
        let scenario = pair(.afterFinish(lag: Tiny.exact("0.5")))
        #expect(isLawful(plan(("a", 0), ("b", 3)), in: scenario))
        #expect(!isLawful(plan(("a", 0), ("b", 2)), in: scenario))
        #expect(!isLawful(plan(("b", 3)), in: scenario))
    }

    @Test("0.8 of the whole is half of what a program at 0.6 has left: one of two periods")
    func progress() {
        var scenario = pair(.atProgress(Tiny.exact("0.8"), lag: 0))
        scenario.programs[0].inProgress = Tiny.exact("0.6")
        #expect(isLawful(plan(("a", 0), ("b", 1)), in: scenario))
        #expect(!isLawful(plan(("a", 0), ("b", 0)), in: scenario))
        #expect(BruteForce(scenario).brokenLaws(of: plan(("a", 1), ("b", 2))) == [.inProgress])
    }

    @Test("Two programs of two persons need four in the month in which both work")
    func staff() {
        var program = Tiny.program("a", months: "2")
        program.variants[0].staff = ["dinas": 2]
        var other = program
        other.id = "b"
        let scenario = Tiny.scenario(Tiny.calendar(periods: 4), programs: [program, other], staff: 3)
        #expect(isLawful(plan(("a", 0), ("b", 2)), in: scenario))
        #expect(BruteForce(scenario).brokenLaws(of: plan(("a", 0), ("b", 1))) == [.staffCapacity])
    }

    @Test("A share of 30 % is kept by 3 of 10 rupiah, not by 3 of 11, and by 0 of 0")
    func share() {
        for (other, isEnough) in [(7, true), (8, false)] as [(Rupiah, Bool)] {
            let programs = [
                Tiny.program("a", costs: [Tiny.capital(3)]), Tiny.program("b", costs: [Tiny.capital(other)]),
            ]
            var scenario = Tiny.scenario(Tiny.calendar(periods: 1), programs: programs)
            scenario.rules = [
                Rule(
                    id: "r", measure: .spend, matching: Selector(programs: ["a"]),
                    minShare: Tiny.exact("0.3"), place: ScenarioPath())
            ]
            #expect(isLawful(plan(("a", 0), ("b", 0)), in: scenario) == isEnough)
            #expect(isLawful(plan(), in: scenario))
        }
    }

    @Test("A contract of one year does not cross 31 December")
    func singleYear() {
        var program = Tiny.program("a", months: "2")
        program.contract = .singleYear
        let scenario = Tiny.scenario(Tiny.calendar("2023-10", periods: 4), programs: [program])
        #expect(isLawful(plan(("a", 1)), in: scenario))
        #expect(BruteForce(scenario).brokenLaws(of: plan(("a", 2))) == [.singleYearContract])
    }

    @Test("Goals are optimised one after the other: first value, then the cheaper of two equals")
    func lexicographic() {
        let programs = [
            Tiny.program("a", costs: [Tiny.capital(9)], points: 1),
            Tiny.program("b", costs: [Tiny.capital(8)], points: 1),
        ]
        var scenario = Tiny.scenario(Tiny.calendar(periods: 1, beyond: 11), programs: programs)
        scenario.groups = [Group(id: "g", kind: .atMost(1), of: ["a", "b"], place: ScenarioPath())]
        let force = BruteForce(scenario)
        #expect(force.optimum?.last?.value == 8)
        #expect(force.optimum(of: force.answers)?.plans == [plan(("b", 0))])
    }
}
