import GLPK
import Linear
import Portfolio
import Synchronization
import TestSupport
import Testing

@testable import Planning

@Suite("What a neighbour with looser laws decides")
struct LooserNeighbourTests {
    /// A solver that counts what it is asked.
    private final class CountingSolver: MIPSolver {
        let solver = GLPKSolver()
        let count = Mutex(0)
        var name: String { solver.name }

        func solve(_ model: Model, options: SolveOptions) -> SolveResult {
            count.withLock { $0 += 1 }
            return solver.solve(model, options: options)
        }
    }

    private static let objectives: [[Goal]] = [
        [.maximiseValue, .minimiseCost], [.maximiseValue],
        [.maximiseQuickWins, .maximiseValue, .minimiseFinish],
        [.maximiseCount, .minimiseCost], [.minimiseCost, .maximiseValue],
    ]

    @Test("It is what a search of its own says: plan, goals and money", arguments: UInt64(100)..<160)
    func same(seed: UInt64) throws {
        var scenario = RandomScenario.make(seed: seed)
        scenario.objective = Self.objectives[Int(seed) % Self.objectives.count]
        let axis = try FrontierAxis("funds.*=40%..160%", points: 6, in: scenario)
        let scenarios = try (0..<6).map { try #require(axis.scenario(scenario, at: $0)) }
        for (tight, loose) in zip(scenarios, scenarios.dropFirst()) {
            let planner = Planner(scenario: tight, solver: GLPKSolver())
            let looser = try Planner(scenario: loose, solver: GLPKSolver()).plan()
            guard let decided = try planner.planned(under: looser) else { continue }
            let searched = try planner.plan()
            #expect(decided.status == searched.status)
            #expect(decided.plan == searched.plan, "seed \(seed)")
            #expect(decided.goals == searched.goals, "seed \(seed)")
            #expect(decided.allocation == searched.allocation)
            #expect(decided.isCanonical == searched.isCanonical)
        }
    }

    @Test("Many random scenarios are decided by it, and every infeasible one below an infeasible one")
    func often() throws {
        var decided = 0
        for seed in UInt64(160)..<190 {
            let scenario = RandomScenario.make(seed: seed)
            let axis = try FrontierAxis("funds.*=140%..150%", points: 2, in: scenario)
            let tight = try #require(axis.scenario(scenario, at: 0))
            let loose = try #require(axis.scenario(scenario, at: 1))
            let looser = try Planner(scenario: loose, solver: GLPKSolver()).plan()
            let answer = try Planner(scenario: tight, solver: GLPKSolver()).planned(under: looser)
            if looser.status == .infeasible { #expect(answer?.status == .infeasible) }
            if answer?.status == .optimal { decided += 1 }
        }
        #expect(decided >= 5)
    }

    @Test("A plateau takes no more searches for 33 points than for its two ends", arguments: [1, 2])
    func plateau(threads: Int) throws {
        let programs = ["a", "b", "c"].map { Tiny.program(.init($0), costs: [Tiny.capital(7)], points: 1) }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 3), programs: programs, funds: [Tiny.fund([21])])
        var options = PlanningOptions()
        options.threads = threads
        let counts = try [2, 33].map { points in
            let solver = CountingSolver()
            let axis = try FrontierAxis("funds.*=100%..400%", points: points, in: scenario)
            let found = try Frontier(scenario: scenario, axis: axis, solver: solver, options: options)
                .points()
            #expect(found.count == points)
            #expect(found.allSatisfy { $0.result.status == .optimal && $0.result.plan?.programs.count == 3 })
            return solver.count.withLock { $0 }
        }
        #expect(counts[0] == counts[1] && counts[0] > 0)
    }

    @Test("Where plans that tie were not all compared, nothing is decided")
    func ties() throws {
        let programs = ["a", "b", "c", "d", "e", "f"].map {
            Tiny.program(.init($0), costs: [Tiny.capital(7)], points: 1)
        }
        let scenario = Tiny.scenario(
            Tiny.calendar(periods: 3), programs: programs, funds: [Tiny.fund([21])])
        let looser = try Planner(scenario: scenario, solver: GLPKSolver()).plan()
        #expect(looser.status == .optimal && looser.plan?.programs.count == 3 && !looser.isCanonical)
        #expect(try Planner(scenario: scenario, solver: GLPKSolver()).planned(under: looser)?.plan == nil)
    }

    @Test(
        "The looser side is that of larger ceilings and wider limits, and unknown for shares of benefits",
        arguments: [
            ("funds.*=50%..150%", FrontierAxis.Side.above), ("funds.pad=150%..50%", .below),
            ("rules.few.max=2..8", .above), ("rules.few.max=8..2", .below), ("rules.few.min=0..2", .below),
            ("rules.few.max_share=10%..20%", .above), ("rules.few.min_share=10%..20%", .below),
            ("rules.harm.min_share=10%..20%", nil), ("rules.harm.max_share=10%..20%", nil),
            ("rules.harm.min=100%..50%", .below), ("rules.harm.max=100%..50%", .below),
        ])
    func side(text: String, side: FrontierAxis.Side?) throws {
        let (some, half) = (Tiny.exact("1"), Tiny.exact("0.5"))
        var scenario = Tiny.scenario(Tiny.calendar(periods: 2), programs: [Tiny.program("a")])
        scenario.rules = [
            Rule(
                id: "few", measure: .count, min: some, max: some, minShare: half, maxShare: half,
                place: ScenarioPath()),
            Rule(
                id: "harm", measure: .benefit("living"), min: Tiny.exact("-4"), max: some, minShare: half,
                maxShare: half, place: ScenarioPath()),
        ]
        #expect(try FrontierAxis(text, points: 3, in: scenario).looserSide(in: scenario) == side)
    }
}
