import Portfolio
import TestSupport
import Testing

@testable import Simulation

private let million: Rupiah = 1_000_000

/// Hand-computed stories of policy `budget`: what 31 December and the calendar's end do.
@Suite struct YearEndStoryTests {
    private func capital(_ id: Program.ID, _ months: String, _ amount: Rupiah) -> Program {
        Tiny.program(id, months: months, costs: [Tiny.capital(amount)])
    }

    /// A contract of July to December, for one year.
    private var contract: Program {
        capital("a", "6", 60 * million).with { $0.contract = .singleYear }
    }

    private func scenario(_ programs: [Program], years: [Rupiah], grace: Double, staff: Int? = nil)
        -> Scenario
    {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12 * years.count), programs: programs,
            funds: [Tiny.fund(years.map { $0 * million })], staff: staff)
        scenario.risk.yearEndGrace = grace
        return scenario
    }

    @Test("The need of a single-year contract includes its months of grace")
    func needWithGrace() throws {
        let late = contract.lasting(7.5).with { $0.variants[0].costFactor = .constant(1.25) }
        let played = try Stage(scenario([late], years: [60, 20], grace: 1.64), starts: ["a": 6]).play()
        // 75 million over 7.5 months are asked for, 60 are there: 0.8 of the months, until 31 December.
        #expect(played.account(0).need == 75 * million && played.account(0).spent == 60 * million)
        #expect(played.finish("a") == 13.5 && played.account(1).spent == 15 * million)
    }

    @Test("The year end stops a contract again and again")
    func stopsAgain() throws {
        let long = contract.lasting(22)
        let played = try Stage(
            scenario([long], years: [60, 60, 60, 60, 60], grace: 1), starts: ["a": 6]
        ).play()
        // Seven months to the end of January, thirteen from the next 1 January on, two at last.
        #expect(played.finish("a") == 50)
        #expect(
            played.trial.state.stretches.filter { $0.end > $0.begin }.map { $0.end } == [13, 37, 50])
        #expect(played.accounts.map { $0.spent } == [19_090_909, 0, 35_454_546, 0, 5_454_545])
    }

    @Test("A stopped contract holds no staff")
    func stopsWithoutStaff() throws {
        func staffed(_ program: Program) -> Program { program.with { $0.variants[0].staff = ["dinas": 1] } }
        var scenario = scenario(
            [staffed(contract.lasting(10)), staffed(Tiny.program("b", months: "2"))], years: [60, 60],
            grace: 1, staff: 1)
        scenario.risk.budgetRevisionMonth = 10
        let played = try Stage(scenario, starts: ["a": 6, "b": 12]).play()
        #expect(played.start("b") == 13 && played.finish("a") == 24)
    }

    @Test("A stopped contract resumes before anything starts")
    func resumesBeforeStarts() throws {
        let played = try Stage(
            scenario(
                [contract.lasting(10), capital("s", "1", 50 * million)], years: [60, 0, 60, 60], grace: 1),
            starts: ["a": 6, "s": 24]
        ).play()
        // 18 of the 60 million finish the contract; 42 are too little for the start.
        #expect(played.finish("a") == 27 && played.account(2).spent == 18 * million)
        #expect(played.start("s") == 36)
    }

    @Test("What was carried in is not cut, and the carry limit is a share of the ceiling after shocks")
    func carriesAfterShock() throws {
        let share = try #require(Exact(decimal: "0.5"))
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 36), programs: [capital("a", "1", 20)],
            funds: [Tiny.fund([100, 100, 10], unspent: .carry(share))])
        scenario.risk.budgetShocks = [
            BudgetShock(
                id: "cut", funds: ["pad"], years: [FiscalYear(2024)], probability: 1, cut: .constant(0.4))
        ]
        for policy in SimulationSettings.Policy.allCases {
            let played = try Stage(scenario, starts: ["a": 0]).play(policy)
            #expect(played.accounts.map(\.ceiling) == [100, 60, 10])
            #expect(played.accounts.map(\.carriedIn) == [0, 50, 30])
            #expect(played.accounts.map(\.carriedOut) == [50, 30, 0])
            #expect(played.accounts.map(\.lapsed) == [30, 80, 40])
        }
    }

    @Test("After the calendar's end money no longer binds nor counts by year, staff still binds")
    func afterTheEnd() throws {
        func staffed(_ program: Program) -> Program { program.with { $0.variants[0].staff = ["dinas": 1] } }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12),
            programs: [
                staffed(capital("a", "2", 30 * million)).lasting(6), staffed(capital("b", "1", 20 * million)),
            ], funds: [Tiny.fund([50 * million])], staff: 1)
        scenario.risk.budgetShocks = [
            BudgetShock(
                id: "cut", funds: ["pad"], years: [FiscalYear(2023)], probability: 1, cut: .constant(0.4))
        ]
        let played = try Stage(scenario, starts: ["a": 9, "b": 11]).play()
        #expect(played.finish("a") == 15 && played.start("b") == 15 && played.finish("b") == 16)
        #expect(played.cost("a") == 30 * million && played.cost("b") == 20 * million)
        #expect(played.account(0).spent == 15 * million && played.account(0).lapsed == 15 * million)
    }

    @Test(
        "A contract whose grace ends after the calendar goes on without stopping, paid by its old year till then"
    )
    func graceBeyondTheEnd() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar("2023-10", periods: 4),
            programs: [
                capital("a", "3", 60 * million).with { $0.contract = .singleYear }.lasting(6)
            ], funds: [Tiny.fund([60 * million, 60 * million])])
        scenario.risk.yearEndGrace = 1.5
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.finish("a") == 6 && played.cost("a") == 60 * million)
        #expect(played.accounts.map(\.spent) == [45 * million, 0])
    }

    @Test("p_overrun is the share of trials whose need exceeds what there is")
    func overrun() throws {
        let dear = capital("a", "4", 60).with { $0.variants[0].costFactor = .constant(1.5) }
        let stage = Stage(
            Tiny.scenario(
                Tiny.calendar(periods: 24), programs: [dear, capital("b", "2", 40)],
                funds: [Tiny.fund([100, 100])]), starts: ["a": 0, "b": 6])
        let years = try stage.simulate(trials: 50, policy: .budget).years
        #expect(years.map { $0.overrun?.estimate } == [1, 0])
        let free = try stage.simulate(trials: 50, policy: .free).years
        #expect(free.map { $0.overrun?.estimate } == [1, 0] && free[0].spent?.mean.estimate == 130)
    }
}
