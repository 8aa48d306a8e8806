import Portfolio
import TestSupport
import Testing

@testable import Simulation

/// Hand-computed stories of policy `budget`, exact to the rupiah and the day.
@Suite struct BudgetStoryTests {
    private func capital(_ id: Program.ID, _ months: String, _ amount: Rupiah) -> Program {
        Tiny.program(id, months: months, costs: [Tiny.capital(amount)])
    }

    private func after(_ other: Program.ID) -> Requirement {
        Requirement(program: other, timing: .afterFinish(lag: 0), place: ScenarioPath())
    }

    @Test("A start waits for staff until a release, and the later finish follows")
    func waitsForStaff() throws {
        let busy = capital("a", "4", 40).with { $0.variants[0].staff = ["dinas": 2] }.lasting(5.5)
        let next = capital("b", "3", 30).with { $0.variants[0].staff = ["dinas": 2] }
        let scenario = Tiny.scenario(Tiny.calendar(periods: 12), programs: [busy, next], staff: 3)
        let played = try Stage(scenario, starts: ["a": 0, "b": 4]).play()
        #expect(played.start("b") == 5.5 && played.finish("b") == 8.5)
    }

    @Test("Under free staff does not bind")
    func freeNeedsNoStaff() throws {
        let busy = capital("a", "4", 40).with { $0.variants[0].staff = ["dinas": 2] }.lasting(5.5)
        let next = capital("b", "3", 30).with { $0.variants[0].staff = ["dinas": 2] }
        let scenario = Tiny.scenario(Tiny.calendar(periods: 12), programs: [busy, next], staff: 3)
        #expect(try Stage(scenario, starts: ["a": 0, "b": 4]).play(.free).start("b") == 4)
    }

    @Test("A start that the year's money does not cover waits for 1 January")
    func waitsForMoney() throws {
        let dear = capital("a", "4", 60).with { $0.variants[0].costFactor = .constant(1.5) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [dear, capital("b", "2", 40)],
            funds: [Tiny.fund([100, 100])])
        let played = try Stage(scenario, starts: ["a": 0, "b": 6]).play()
        #expect(played.finish("a") == 4 && played.start("b") == 12 && played.finish("b") == 14)
        #expect(played.account(0).spent == 90 && played.account(0).lapsed == 10)
        #expect(played.account(0).need == 130 && played.account(1).spent == 40)
    }

    @Test("The revised budget is tried before the next 1 January")
    func revision() throws {
        // a is cancelled in month 2 and gives its money back; b waits since month 3 for money.
        let failing = capital("a", "8", 60).with {
            $0.variants[0].procurement = "tender"
            $0.variants[0].costFactor = .constant(1.5)
        }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [failing, capital("b", "2", 40)],
            funds: [Tiny.fund([100, 100])])
        scenario.risk.budgetRevisionMonth = 10
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(4), giveUpAfter: 2)
        ]
        let played = try Stage(scenario, starts: ["a": 0, "b": 3]).play()
        #expect(played.cancelled("a") == 4 && played.cost("a") == 0)
        #expect(played.start("b") == 9 && played.account(0).spent == 40)
    }

    @Test("A program whose realised need is not covered works at φ and goes on in January")
    func works() throws {
        // Ten months at 10 million a month, twice as dear: 100 of 200 million cover five of ten months.
        let dear = capital("a", "10", 100_000_000).with { $0.variants[0].costFactor = .constant(2) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [dear],
            funds: [Tiny.fund([100_000_000, 100_000_000])])
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.finish("a") == 17 && played.cost("a") == 200_000_000)
        #expect(played.account(0).spent == 100_000_000 && played.account(0).need == 200_000_000)
        #expect(played.account(0).lapsed == 0 && played.account(1).spent == 100_000_000)
    }

    @Test("Programs that require each other's start begin together, and wait together")
    func together() throws {
        func with(_ other: Program.ID) -> Requirement {
            Requirement(program: other, timing: .afterStart(lag: 0), place: ScenarioPath())
        }
        let busy = capital("c", "2", 10).with { $0.variants[0].staff = ["dinas": 1] }.lasting(3)
        let first = capital("a", "2", 10).with { $0.requires = [with("b")] }
        let second = capital("b", "2", 10).with {
            $0.requires = [with("a")]
            $0.variants[0].staff = ["dinas": 1]
        }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 12), programs: [busy, first, second], staff: 1)
        let played = try Stage(scenario, starts: ["c": 0, "a": 2, "b": 2]).play()
        #expect(played.start("a") == 3 && played.start("b") == 3)
    }

    @Test("Unreserved money carries up to its share, the rest lapses")
    func carries() throws {
        let share = try #require(Exact(decimal: "0.2"))
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [capital("a", "3", 50)],
            funds: [Tiny.fund([100, 10], unspent: .carry(share))])
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.account(0).carriedOut == 20 && played.account(0).lapsed == 30)
        #expect(played.account(1).carriedIn == 20 && played.account(1).lapsed == 30)
    }

    @Test("A single-year contract finishes within its grace, paid from the old year")
    func grace() throws {
        let late = capital("a", "6", 60).with { $0.contract = .singleYear }.lasting(7.5)
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [late], funds: [Tiny.fund([60, 0])])
        let played = try Stage(scenario, starts: ["a": 6]).play()
        #expect(played.finish("a") == 13.5)
        #expect(played.account(0).spent == 60 && played.account(1).spent == 0)
    }

    @Test("What remains after the grace stops and resumes with the revised budget")
    func stops() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24),
            programs: [capital("a", "6", 60).with { $0.contract = .singleYear }.lasting(10)],
            funds: [Tiny.fund([60, 60])])
        scenario.risk.yearEndGrace = 1
        scenario.risk.budgetRevisionMonth = 10
        let played = try Stage(scenario, starts: ["a": 6]).play()
        #expect(played.finish("a") == 24)
        #expect(played.account(0).spent == 42 && played.account(1).spent == 18)
    }

    @Test("Without a revised budget it resumes at the next 1 January")
    func resumesInJanuary() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 36),
            programs: [capital("a", "6", 60).with { $0.contract = .singleYear }.lasting(10)],
            funds: [Tiny.fund([60, 60, 60])])
        scenario.risk.yearEndGrace = 1
        let played = try Stage(scenario, starts: ["a": 6]).play()
        #expect(played.finish("a") == 27 && played.account(2).spent == 18)
    }

    @Test("After n failed tenders the program is cancelled, and what requires it with it")
    func givesUp() throws {
        let failing = capital("a", "3", 30).with { $0.variants[0].procurement = "tender" }
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 12),
            programs: [failing, capital("b", "2", 20).with { $0.requires = [after("a")] }])
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(1.5), giveUpAfter: 3)
        ]
        let played = try Stage(scenario, starts: ["a": 0, "b": 3]).play()
        #expect(played.cancelled("a") == 3 && played.cost("a") == 0)
        #expect(played.cancelled("b") == 3 && played.start("b") == .infinity)
        #expect(played.account(0).spent == 0)
    }

    @Test(
        "A program whose work takes no time spends nothing when procurement gives it up",
        arguments: [SimulationSettings.Policy.free, .budget])
    func givesUpNoWork(policy: SimulationSettings.Policy) throws {
        let failing = capital("a", "3", 30).with {
            $0.variants[0].procurement = "tender"
            $0.variants[0].duration.distribution = .constant(0)
        }
        var scenario = Tiny.scenario(Tiny.calendar(periods: 12), programs: [failing])
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(1.5), giveUpAfter: 3)
        ]
        let played = try Stage(scenario, starts: ["a": 0]).play(policy)
        #expect(played.cancelled("a") == 3 && played.cost("a") == 0)
        #expect(played.account(0).spent == 0)
    }

    @Test("A shock cuts the ceiling, to the rupiah below, and the start waits")
    func shock() throws {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [capital("a", "4", 95)],
            funds: [Tiny.fund([101, 101])])
        scenario.risk.budgetShocks = [
            BudgetShock(
                id: "refocusing", funds: ["pad"], years: [FiscalYear(2023)], probability: 1,
                cut: .constant(0.1))
        ]
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.account(0).ceiling == 90 && played.account(0).lapsed == 90)
        #expect(played.start("a") == 12)
    }

    @Test("Operation that money does not cover is unmet, and takes its share of the year's benefit")
    func unmetOperation() throws {
        let program = Tiny.program(
            "a", months: "12", costs: [Tiny.capital(10), Tiny.operating(100)], points: 12
        ).with { $0.variants[0].costs[1].costFactor = .constant(2) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 24), programs: [program], funds: [Tiny.fund([10, 100])])
        let played = try Stage(scenario, starts: ["a": 0]).play()
        #expect(played.account(1).spent == 100 && played.account(1).need == 200)
        #expect(abs(played.trial.value(of: 0) - 6) < 1e-12)
    }

    @Test("A cancelling event spends capital to the fraction reached and nothing of operation")
    func struck() throws {
        let program = Tiny.program("a", months: "4", costs: [Tiny.capital(1000), Tiny.operating(12)])
        var scenario = Tiny.scenario(Tiny.calendar(periods: 12), programs: [program])
        scenario.risk.events = [RiskEvent(id: "flood", probability: 1, cancels: true)]
        for policy in SimulationSettings.Policy.allCases {
            let played = try Stage(scenario, starts: ["a": 2]).play(policy)
            let fraction = (played.cancelled("a") - 2) / 4
            #expect(fraction > 0 && fraction < 1)
            #expect(played.cost("a") == Rupiah((1000 * fraction).rounded()))
            #expect(played.account(0).spent == played.cost("a"))
        }
    }

    @Test("At exactly 31 December a finish belongs to the old year, so that the staff is free on 1 January")
    func yearEnd() throws {
        let first = capital("a", "12", 12).with { $0.variants[0].staff = ["dinas": 1] }
        let second = capital("b", "1", 1).with { $0.variants[0].staff = ["dinas": 1] }
        let scenario = Tiny.scenario(Tiny.calendar(periods: 24), programs: [first, second], staff: 1)
        let played = try Stage(scenario, starts: ["a": 0, "b": 12]).play()
        #expect(played.finish("a") == 12 && played.start("b") == 12)
        #expect(played.account(0).spent == 12 && played.account(1).spent == 1)
    }
}
