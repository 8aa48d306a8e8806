import GLPK
import Planning
import Portfolio
import TestSupport
import Testing

@Suite("Determinism")
struct DeterminismTests {
    private func plan(_ scenario: Scenario) throws -> Plan? {
        try Planner(scenario: scenario, solver: GLPKSolver()).plan().plan
    }

    /// The same scenario with every list that has ids in another order.
    private func shuffled(_ scenario: Scenario, seed: UInt64) -> Scenario {
        var random = SplitMix64(seed: seed)
        return Scenario(
            name: scenario.name, calendar: scenario.calendar, discountRate: scenario.discountRate,
            quickWin: scenario.quickWin, dimensions: random.shuffled(scenario.dimensions),
            owners: random.shuffled(scenario.owners), funds: random.shuffled(scenario.funds),
            programs: random.shuffled(scenario.programs), groups: random.shuffled(scenario.groups),
            synergies: random.shuffled(scenario.synergies), rules: random.shuffled(scenario.rules),
            objective: scenario.objective)
    }

    @Test("The same scenario twice gives the same plan", arguments: randomSeeds(20))
    func sameTwice(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        #expect(try plan(scenario) == plan(scenario), "seed \(seed)")
    }

    @Test("The order of the lists changes neither scenario nor plan", arguments: randomSeeds(40))
    func shuffledLists(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let other = shuffled(scenario, seed: seed)
        #expect(other == scenario, "seed \(seed)")
        #expect(try plan(other) == plan(scenario), "seed \(seed)")
    }

    @Test(
        "One, two and seven threads give the same plan by the same nodes, however far a proof is",
        arguments: randomSeeds(12), ProofDistance.allCases)
    func threadCounts(seed: UInt64, distance: ProofDistance) throws {
        let scenario = RandomScenario.make(seed: seed)
        let results = try [1, 2, 7].map { threads in
            var options = PlanningOptions()
            options.threads = threads
            options.distance = distance
            return try Planner(scenario: scenario, solver: GLPKSolver(), options: options).plan()
        }
        #expect(results.allSatisfy { $0.plan == results[0].plan && $0.nodes == results[0].nodes })
    }

    @Test(
        "A search ends where the primal simplex method goes round in a circle",
        arguments: ProofDistance.allCases)
    func circle(distance: ProofDistance) throws {
        var options = PlanningOptions()
        options.distance = distance
        let scenario = RandomScenario.make(seed: 8_000_074)
        #expect(
            try Planner(scenario: scenario, solver: GLPKSolver(), options: options).plan().status == .optimal)
    }

    @Test("Plans made side by side are those made one after the other")
    func threads() async throws {
        let seeds = Array(UInt64(40)..<52)
        let alone = try seeds.map { try plan(RandomScenario.make(seed: $0)) }
        let together = try await withThrowingTaskGroup(of: (Int, Plan?).self) { group in
            for (index, seed) in seeds.enumerated() {
                group.addTask { (index, try plan(RandomScenario.make(seed: seed))) }
            }
            return try await group.reduce(into: [Int: Plan?]()) { $0[$1.0] = $1.1 }
        }
        #expect(seeds.indices.allSatisfy { together[$0] == alone[$0] })
    }
}
