import Portfolio
import Probability
import Reporting
import TestSupport
import Testing

@testable import Simulation

@Suite struct PlanComparisonTests {
    private let both = Stage.uncertain(["a", "b"])

    private func simulator(of starts: [Program.ID: Int], threads: Int = 1) throws -> Simulator {
        try Stage(both.scenario, starts: starts).simulator(trials: 1_000, threads: threads)
    }

    private func difference(
        _ output: RiskEffect.Output, of comparison: PlanComparison
    ) throws -> PlanComparison.Difference {
        try #require(comparison.differences.first { $0.output == output })
    }

    @Test("A plan compared with itself differs in nothing")
    func itself() throws {
        let simulator = try simulator(of: ["a": 0, "b": 0])
        let same = simulator.compare(with: simulator)
        #expect(same.trials == 1_000 && same.wanted == 1_000)
        #expect(same.differences.map(\.output) == RiskEffect.Output.allCases)
        for difference in same.differences {
            #expect(difference.mean == Estimate(exactly: 0))
            #expect(difference.firstIsBetter?.estimate == 0 && difference.secondIsBetter?.estimate == 0)
        }
    }

    @Test("A program less costs its capital less and is worth less, in every trial")
    func programLess() throws {
        let less = try simulator(of: ["a": 0, "b": 0]).compare(with: simulator(of: ["a": 0]))
        let alone = try #require(both.simulate(trials: 1_000).programs.first { $0.id == "b" }?.cost)
        let cost = try difference(.cost, of: less)
        #expect(abs(try #require(cost.mean).estimate - alone.mean.estimate) < 1e-6 * alone.mean.estimate)
        #expect(cost.firstIsBetter?.estimate == 0 && cost.secondIsBetter?.estimate == 1)
        let value = try difference(.value, of: less)
        #expect(value.firstIsBetter?.estimate == 1 && value.secondIsBetter?.estimate == 0)
    }

    @Test("A later start finishes later by the same months in every trial, and that is worse")
    func laterStart() throws {
        let late = try simulator(of: ["a": 3]).compare(with: simulator(of: ["a": 0]))
        let finish = try difference(.finish, of: late)
        let mean = try #require(finish.mean)
        #expect(abs(mean.estimate - 3) < 1e-9 && mean.high - mean.low < 1e-9)
        #expect(finish.firstIsBetter?.estimate == 0 && finish.secondIsBetter?.estimate == 1)
    }

    @Test("One, two and seven threads give the same bytes")
    func threads() throws {
        let texts = try [1, 2, 7].map {
            try simulator(of: ["a": 0, "b": 2], threads: $0).compare(with: simulator(of: ["a": 1, "b": 0]))
                .json
        }
        #expect(texts[0] == texts[1] && texts[0] == texts[2])
    }
}
