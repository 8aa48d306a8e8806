import Portfolio
import Probability
import TestSupport
import Testing

@testable import Simulation

/// A published stochastic network without its two other link kinds.
///
/// R Journal 12(1), 2020, pp. 419–436; the reference is recomputed by `Tests/Peers/network.py` (numpy,
/// 2·10⁷ draws).
@Suite struct StochasticNetworkTests {
    private static let draws = 20_000_000.0
    private static let mean = 9.126053
    private static let sd = 1.571244
    private static let quantiles = [
        (0.05, 6.757373), (0.1, 7.188158), (0.5, 9.039757), (0.8, 10.373382), (0.9, 11.107156),
        (0.95, 11.74484),
    ]

    private static let durations: [Distribution] = [
        .triangular(low: 1, likely: 2, high: 3), .exponential(mean: 1.5),
        .triangular(low: 0.5, likely: 1.25, high: 1.25), .triangular(low: 0.25, likely: 1.75, high: 2.5),
        .triangular(low: 1, likely: 2, high: 3), .triangular(low: 1, likely: 1.5, high: 5),
        .triangular(low: 1, likely: 1, high: 7), .triangular(low: 3, likely: 4, high: 5),
        .triangular(low: 0.5, likely: 2.5, high: 3), .triangular(low: 1, likely: 6, high: 8),
    ]
    private static let afterFinish = [
        (1, 7), (2, 4), (2, 8), (3, 5), (3, 6), (4, 7), (5, 9), (6, 10), (8, 9),
    ]

    private func id(_ number: Int) -> Program.ID { Program.ID(number < 10 ? "t0\(number)" : "t\(number)") }

    private var stage: Stage {
        var programs = Self.durations.enumerated().map { index, law in
            Tiny.program(id(index + 1)).with { $0.variants[0].duration.distribution = law }
        }
        for (first, second) in Self.afterFinish {
            programs[second - 1].requires.append(
                Requirement(program: id(first), timing: .afterFinish(lag: 0), place: ScenarioPath()))
        }
        programs[4].requires.append(
            Requirement(program: id(4), timing: .afterStart(lag: 0), place: ScenarioPath()))
        var scenario = Tiny.scenario(Tiny.calendar(periods: 36), programs: programs)
        scenario.simulation.start = .ready
        let starts = [0, 0, 0, 1, 1, 1, 2, 1, 2, 2]
        return Stage(
            scenario,
            starts: Dictionary(
                uniqueKeysWithValues: starts.enumerated().map { (id($0.offset + 1), $0.element) })
        )
    }

    @Test("Mean, standard deviation and quantiles are those of a second program")
    func reference() throws {
        let trials = 100_000
        let simulator = try stage.simulator(trials: trials)
        let shard = simulator.play()
        let finish = try #require(simulator.result(of: shard).portfolio.finish)
        let error = Self.sd * (1 / Double(trials) + 1 / Self.draws).squareRoot()
        #expect(abs(finish.mean.estimate - Self.mean) < 4 * error)
        #expect(finish.sd.isWithinFourErrors(of: Self.sd))
        for (p, x) in Self.quantiles {
            #expect(
                shard.tally.recorder.lastFinish.hasQuantile(x, at: p, unit: Recorder.months), "P\(100 * p)")
        }
    }
}
