import Portfolio
import Probability
import Reporting
import TestSupport
import Testing

@testable import Simulation

@Suite struct PrecisionTests {
    private let stage = Stage.uncertain(["a", "b"])

    @Test("A probability is precise where its interval is at most twice the share wide")
    func probability() throws {
        let half = try #require(Precision(0.005))
        // Wilson at ½: z²/n·(n/(n + z²)) bounds the width by 0.01 from n = 38,412 on.
        let enough = try #require(Interval.wilson(successes: 19_206, of: 38_412))
        let few = try #require(Interval.wilson(successes: 19_200, of: 38_400))
        #expect(half.isPrecise(probability: enough) && !half.isPrecise(probability: few))
        #expect(half.isPrecise(probability: nil))
    }

    @Test("A mean is precise where its interval reaches at most the share of it to either side")
    func mean() throws {
        let precision = try #require(Precision(0.01))
        #expect(precision.isPrecise(mean: Estimate(estimate: -200, low: -202, high: -198)))
        #expect(!precision.isPrecise(mean: Estimate(estimate: 200, low: 197.9, high: 202.1)))
        #expect(precision.isPrecise(mean: Estimate(exactly: 0)))
    }

    @Test("Impossible precisions are none", arguments: [0, -0.1, 1, 5, Double.nan, .infinity])
    func impossible(share: Double) { #expect(Precision(share) == nil) }

    @Test("It is looked at after 2,048 trials, then after every eighth more in whole blocks, and at the end")
    func checkpoints() throws {
        let precision = try #require(Precision(0.01))
        #expect(precision.checkpoints(within: 0..<3_000) == [2_048, 2_304, 2_816, 3_000])
        #expect(precision.checkpoints(within: 0..<2_048) == [2_048])
        #expect(precision.checkpoints(within: 0..<100) == [100])
        let long = precision.checkpoints(within: 0..<10_000_000)
        #expect(long.last == 10_000_000 && long.count < 100)
        #expect(long.dropLast().allSatisfy { $0.isMultiple(of: DrawBlock.size) })
        for (one, next) in zip(long, long.dropFirst()) {
            #expect(one < next && next - one <= max(256, one / 8 + 256))
        }
    }

    @Test(
        "A simulation stops at the same trial on any number of threads, and only once every figure is precise",
        arguments: SimulationSettings.Policy.allCases)
    func stops(policy: SimulationSettings.Policy) throws {
        let results = try [1, 2, 7].map {
            try stage.simulator(trials: 200_000, policy: policy, threads: $0, precision: 0.02).run()
        }
        #expect(Set(results.map(\.json)).count == 1)
        let result = results[0]
        #expect(result.precision == ReachedPrecision(share: 0.02, isReached: true))
        #expect(result.trials == result.wanted && result.trials > 2_048 && result.trials < 200_000)
        for program in result.programs {
            let onTime = try #require(program.onTime)
            #expect(onTime.high - onTime.low <= 0.04)
            for mean in [program.finish?.mean, program.cost?.mean].compactMap({ $0 }) {
                #expect(mean.high - mean.estimate <= 0.02 * mean.estimate)
            }
        }
        for mean in [
            result.portfolio.value?.mean, result.portfolio.cost?.mean, result.portfolio.finish?.mean,
        ] {
            let mean = try #require(mean)
            #expect(mean.high - mean.estimate <= 0.02 * mean.estimate)
        }
        let before = try #require(
            Precision(0.02)?.checkpoints(within: 0..<200_000).last { $0 < result.trials })
        let earlier = try stage.simulator(trials: before, policy: policy).play().tally.recorder
        let later = try stage.simulator(trials: result.trials, policy: policy).play().tally.recorder
        #expect(Precision(0.02)?.isReached(by: [earlier]) == false)
        #expect(Precision(0.02)?.isReached(by: [later]) == true)
    }

    @Test("What was played is what a simulation of as many trials gives")
    func prefix() throws {
        let stopped = try stage.simulator(trials: 100_000, precision: 0.03).run()
        let plain = try stage.simulate(trials: stopped.trials)
        #expect(stopped.csv == plain.csv && stopped.trialsCSV == plain.trialsCSV)
    }

    @Test("Where the trials do not suffice all are played, and the result says so")
    func limit() throws {
        let result = try stage.simulator(trials: 3_000, precision: 0.001).run()
        #expect(result.trials == 3_000 && result.precision?.isReached == false)
        #expect(result.json.contains("\"reached\": false"))
    }
}
