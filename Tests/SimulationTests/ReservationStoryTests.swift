import Portfolio
import TestSupport
import Testing

@testable import Simulation

private let million: Rupiah = 1_000_000

/// Hand-computed stories of policy `budget`: who gets money and staff first, and what waiting keeps.
@Suite struct ReservationStoryTests {
    private func capital(_ id: Program.ID, _ months: String, _ amount: Rupiah) -> Program {
        Tiny.program(id, months: months, costs: [Tiny.capital(amount)])
    }

    private func staffed(_ program: Program) -> Program {
        program.with { $0.variants[0].staff = ["dinas": 1] }
    }

    /// A cut of the only fund in 2023.
    private func cut(_ share: Double) -> BudgetShock {
        BudgetShock(
            id: "refocusing", funds: ["pad"], years: [FiscalYear(2023)], probability: 1,
            cut: .constant(share))
    }

    @Test("What is reserved stays whole, but another fund may pay it so that a later start is covered")
    func movesToAnotherFund() throws {
        let either = Tiny.program("a", costs: [Tiny.capital(50, funds: ["dau", "pad"])])
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 12), programs: [either, capital("b", "1", 60), capital("c", "1", 11)],
            funds: [Tiny.fund([60], id: "dau"), Tiny.fund([71])])
        let played = try Stage(scenario, starts: ["a": 0, "b": 1, "c": 2]).play()
        #expect(played.start("b") == 1 && played.start("c") == 2)
        #expect(played.accounts[0].spent == 50 && played.accounts[1].spent == 71)
    }

    @Test("On 1 January operation comes first, then programs at work, then starts")
    func orderOfJanuary() throws {
        let operating = Tiny.program(
            "o", months: "12", costs: [Tiny.capital(10 * million), Tiny.operating(40 * million)])
        let working = capital("w", "12", 60 * million).with { $0.variants[0].costFactor = .constant(2) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 36), programs: [operating, capital("s", "2", 20 * million), working],
            funds: [Tiny.fund([100 * million, 95 * million, 200 * million])])
        let played = try Stage(scenario, starts: ["o": 0, "s": 12, "w": 6]).play()
        // 95 − 40 of operation leave 55 of the 60 that six months of w cost: 0.916 of them, 5.496 months.
        #expect(played.account(1).spent == 94_960_000 && played.account(1).need == 120 * million)
        #expect(abs(played.finish("w") - 24.504) < 1e-9)
        #expect(played.start("s") == 24)
        #expect(played.trial.state.coverage.allSatisfy { $0 == 1 })
    }

    @Test("Need beyond 31 December is not looked at, and a start is not refused for crossing it")
    func crossesTheYearEnd() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 36), programs: [capital("a", "6", 60 * million)],
            funds: [Tiny.fund([30 * million, 30 * million, 30 * million])])
        scenario.risk.budgetShocks = [
            BudgetShock(
                id: "nothing", funds: ["pad"], years: [FiscalYear(2024)], probability: 1, cut: .constant(1))
        ]
        let played = try Stage(scenario, starts: ["a": 9]).play()
        #expect(played.start("a") == 9 && played.finish("a") == 27)
        #expect(played.accounts.map(\.spent) == [30 * million, 0, 30 * million])
    }

    @Test("Of two that are due at once the one with more value per rupiah starts, then the smaller id")
    func planOrder() throws {
        func first(_ points: Double) throws -> [Double] {
            let a = capital("a", "2", 60).with { $0.variants[0].benefits = ["living": 1] }
            let b = capital("b", "2", 60).with { $0.variants[0].benefits = ["living": points] }
            var scenario = Tiny.scenario(
                Tiny.calendar(periods: 24), programs: [a, b], funds: [Tiny.fund([120, 120])])
            scenario.risk.budgetShocks = [cut(0.5)]
            let played = try Stage(scenario, starts: ["a": 0, "b": 0]).play()
            return [played.start("a"), played.start("b")]
        }
        #expect(try first(2) == [12, 0])
        #expect(try first(1) == [0, 12])
    }

    @Test("A program without spending comes before all others of its start")
    func withoutSpending() throws {
        let busy = staffed(Tiny.program("x", months: "2")).lasting(3)
        let dear = staffed(capital("a", "1", 1)).with { $0.variants[0].benefits = ["living": 100] }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 12), programs: [dear, staffed(Tiny.program("c")), busy], staff: 2)
        let played = try Stage(scenario, starts: ["a": 2, "c": 2, "x": 0]).play()
        #expect(played.start("c") == 2 && played.start("a") == 3)
    }

    @Test("A pause gives the staff back, and work goes on when it is free again")
    func pauseGivesStaffBack() throws {
        let dear = staffed(capital("a", "10", 100 * million)).with {
            $0.variants[0].costFactor = .constant(2)
        }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [dear, staffed(Tiny.program("b", months: "3"))],
            funds: [Tiny.fund([100 * million, 100 * million])], staff: 1)
        let played = try Stage(scenario, starts: ["a": 0, "b": 10]).play()
        #expect(played.start("b") == 10 && played.finish("b") == 13)
        // Five months until the money is used up, and the other five from month 13 on.
        #expect(played.finish("a") == 18)
    }

    @Test("With the revised budget a paused program is tried again before one that waits to start")
    func revisionServesPausedFirst() throws {
        let failing = capital("a", "8", 60 * million).with { $0.variants[0].procurement = "tender" }
        let dear = capital("b", "10", 100 * million).with { $0.variants[0].costFactor = .constant(2) }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [failing, dear, capital("c", "1", 50 * million)],
            funds: [Tiny.fund([210 * million, 210 * million])])
        scenario.risk.budgetRevisionMonth = 10
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(4), giveUpAfter: 2)
        ]
        let played = try Stage(scenario, starts: ["a": 0, "b": 0, "c": 3]).play()
        // b works 7.5 months on 150; a gives 60 back in month 4; in October b takes 50 of it, and 10 are
        // too little for c.
        #expect(played.cancelled("a") == 4 && played.finish("b") == 11.5 && played.start("c") == 12)
    }

    @Test("A start asks for no more than its realised need where that is smaller than planned")
    func asksForTheSmallerNeed() throws {
        let cheap = capital("a", "2", 100).with { $0.variants[0].costFactor = .constant(0.5) }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12), programs: [cheap], funds: [Tiny.fund([100])])
        scenario.risk.budgetShocks = [cut(0.4)]
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.start("a") == 0 && played.account(0).spent == 50 && played.account(0).need == 50)
    }

    @Test("A start whose planned need is covered, but of its realised need not a thousandth, rests at once")
    func restsAtOnce() throws {
        let dear = capital("a", "2", 100).with { $0.variants[0].costFactor = .constant(5_000) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [dear], funds: [Tiny.fund([100, 600_000])])
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.start("a") == 0 && played.finish("a") == 14)
        #expect(played.accounts.map(\.spent) == [0, 500_000])
    }

    @Test("A start that waits for staff keeps no money")
    func waitingKeepsNoMoney() throws {
        let busy = staffed(Tiny.program("x", months: "2")).lasting(6)
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24),
            programs: [staffed(capital("a", "2", 60)), capital("b", "2", 60), busy],
            funds: [Tiny.fund([120, 120])], staff: 1)
        scenario.risk.budgetShocks = [cut(0.5)]
        let played = try Stage(scenario, starts: ["a": 2, "b": 4, "x": 0]).play()
        #expect(played.start("b") == 4 && played.start("a") == 12)
    }

    @Test("A start that waits for money keeps no staff")
    func waitingKeepsNoStaff() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24),
            programs: [staffed(capital("a", "1", 60)), staffed(Tiny.program("b"))],
            funds: [Tiny.fund([60, 60])], staff: 1)
        scenario.risk.budgetShocks = [cut(0.5)]
        let played = try Stage(scenario, starts: ["a": 0, "b": 1]).play()
        #expect(played.start("a") == 12 && played.start("b") == 1)
    }

    @Test("A program that cannot start does not hold back a later one")
    func laterOneGoes() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [capital("a", "1", 100), capital("b", "1", 10)],
            funds: [Tiny.fund([110, 110])])
        scenario.risk.budgetShocks = [cut(0.5)]
        let played = try Stage(scenario, starts: ["a": 0, "b": 1]).play()
        #expect(played.start("a") == 12 && played.start("b") == 1)
    }

    @Test("At a cancellation the staff is free at once")
    func cancellationFreesStaff() throws {
        let failing = staffed(capital("a", "3", 30)).with { $0.variants[0].procurement = "tender" }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12), programs: [failing, staffed(capital("b", "2", 20))], staff: 1)
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(4), giveUpAfter: 2)
        ]
        let played = try Stage(scenario, starts: ["a": 0, "b": 3]).play()
        #expect(played.cancelled("a") == 4 && played.start("b") == 4)
    }

    @Test("Programs of no duration follow each other within one instant")
    func zeroDurations() throws {
        func after(_ other: Program.ID) -> [Requirement] {
            [Requirement(program: other, timing: .afterFinish(lag: 0), place: ScenarioPath())]
        }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12),
            programs: [
                capital("a", "1", 10).lasting(0),
                capital("b", "1", 20).lasting(0).with { $0.requires = after("a") },
                capital("c", "1", 30).with { $0.requires = after("b") },
            ])
        scenario.simulation.start = .ready
        let played = try Stage(scenario, starts: ["a": 0, "b": 1, "c": 2]).play()
        #expect(played.finish("a") == 0 && played.finish("b") == 0)
        #expect(played.start("c") == 0 && played.finish("c") == 1)
        #expect(played.account(0).spent == 60)
    }
}
