import Portfolio
import Probability
import Reporting
import TestSupport
import Testing

@testable import Simulation

@Suite struct RepeatabilityTests {
    @Test("One, two and seven threads give the same bytes", arguments: SimulationSettings.Policy.allCases)
    func threads(policy: SimulationSettings.Policy) throws {
        let stage = Stage.uncertain(["a", "b", "c"])
        let texts = try [1, 2, 7].map {
            try stage.simulate(trials: 3_000, policy: policy, threads: $0).json
        }
        #expect(texts[0] == texts[1] && texts[0] == texts[2])
    }

    @Test("Another program leaves everybody else's luck unchanged")
    func addition() throws {
        let few = try Stage.uncertain(["a", "c"]).simulate(trials: 2_000)
        let more = try Stage.uncertain(["a", "b", "c"]).simulate(trials: 2_000)
        for id in [Program.ID("a"), "c"] {
            let one = few.programs.first { $0.id == id }
            let other = more.programs.first { $0.id == id }
            #expect(one?.finish == other?.finish && one?.cost == other?.cost)
        }
    }

    @Test("Another seed is other luck")
    func seeds() throws {
        let stage = Stage.uncertain(["a"])
        #expect(
            try stage.simulate(trials: 500, seed: 1).portfolio.finish
                != stage.simulate(trials: 500, seed: 2).portfolio.finish)
    }

    @Test("More trials or money than can be counted exactly are refused")
    func limits() throws {
        var stage = Stage.uncertain(["a"])
        stage.scenario.simulation.trials = 10_000_001
        #expect(throws: SimulationError.tooManyTrials(10_000_001)) {
            try Simulator(scenario: stage.scenario, planned: stage.planned())
        }
        let dear = Stage(
            Tiny.scenario(
                Tiny.calendar(periods: 12), programs: [Tiny.program("a", costs: [Tiny.capital(1 << 51)])],
                funds: [Tiny.fund([1 << 52])]), starts: ["a": 0])
        #expect(throws: SimulationError.tooLarge) {
            try Simulator(scenario: dear.scenario, planned: dear.planned())
        }
    }
}
