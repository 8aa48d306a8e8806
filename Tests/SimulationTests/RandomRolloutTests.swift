import Planning
import Portfolio
import TestSupport
import Testing

@testable import Simulation

/// Random plans of random scenarios: who plays which trials changes no byte.
@Suite struct RandomRolloutTests {
    private static let trials = 700

    @Test("Threads and shards give the bytes of a single run", arguments: randomSeeds(12))
    func identity(seed: UInt64) throws {
        guard let (scenario, planned) = try uncertainRollout(seed: seed) else { return }
        for policy in SimulationSettings.Policy.allCases {
            let simulator = { (part: Range<Int>, threads: Int) in
                var options = SimulationOptions()
                (options.part, options.policy, options.threads, options.seed) = (part, policy, threads, seed)
                return try Simulator(scenario: scenario, planned: planned, options: options)
            }
            let whole = try simulator(0..<Self.trials, 1).run()
            let threaded = try simulator(0..<Self.trials, 3).run()
            #expect(threaded.json == whole.json && threaded.trialsCSV == whole.trialsCSV)
            let heading = ShardHeading(digest: "d", scenario: "{}", plan: "{}", seed: seed, policy: policy)
            let files = try parts(seed: seed).map { part in
                try ShardFile(Array(ShardFile.text(of: try simulator(part, 2).play(), heading: heading).utf8))
            }
            let set = try #require(try ShardSet(files))
            let all = try simulator(set.trials, 1)
            let merged = all.result(of: try set.merged(by: all))
            #expect(merged.json == whole.json && merged.trialsCSV == whole.trialsCSV)
        }
    }

    /// Three parts of the trials with borders anywhere, the last one first.
    private func parts(seed: UInt64) -> [Range<Int>] {
        var random = SplitMix64(seed: seed)
        let first = random.int(1...Self.trials - 2)
        let second = random.int(first + 1...Self.trials - 1)
        return [second..<Self.trials, 0..<first, first..<second]
    }
}
