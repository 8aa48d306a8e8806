import Portfolio
import Reporting
import Synchronization
import TestSupport
import Testing

@testable import Simulation

@Suite struct ShardTests {
    private let stage = Stage.uncertain(["a", "b", "c"])
    private static let trials = 2_700

    private func heading(_ seed: UInt64 = 1, plan: String = "{}") -> ShardHeading {
        ShardHeading(digest: "d", scenario: "{}", plan: plan, seed: seed, policy: .budget)
    }

    private func text(_ part: Range<Int>, heading: ShardHeading? = nil, threads: Int = 1) throws -> String {
        let shard = try stage.simulator(trials: 1, policy: .budget, threads: threads, part: part).play()
        return ShardFile.text(of: shard, heading: heading ?? self.heading())
    }

    private func file(_ part: Range<Int>, heading: ShardHeading? = nil) throws -> ShardFile {
        try ShardFile(Array(try text(part, heading: heading).utf8))
    }

    private func merged(_ files: [ShardFile]) throws -> SimulationResult {
        let set = try #require(try ShardSet(files))
        let simulator = try stage.simulator(trials: 1, policy: .budget, part: set.trials)
        return simulator.result(of: try set.merged(by: simulator))
    }

    @Test(
        "One, three and ten shards, in blocks or across them, give the bytes of a single run in any order",
        arguments: [
            [0, 2_700], [0, 256, 1_024, 2_700], [0, 1, 999, 2_700],
            [0, 3, 255, 256, 257, 700, 1_300, 1_301, 2_000, 2_699, 2_700],
        ])
    func split(borders: [Int]) throws {
        let files = try zip(borders, borders.dropFirst()).map { try file($0..<$1) }
        let whole = try stage.simulate(trials: Self.trials, policy: .budget)
        let rotated = Array(files.dropFirst(files.count / 2) + files.prefix(files.count / 2))
        for order in [files, files.reversed(), rotated] {
            let result = try merged(order)
            #expect(result.json == whole.json && result.csv == whole.csv)
            #expect(result.trialsCSV == whole.trialsCSV)
        }
    }

    @Test("A shard has the same bytes from any number of threads")
    func threads() throws {
        #expect(try text(100..<1_500) == text(100..<1_500, threads: 3))
    }

    @Test("A part of the trials from the first on is reported as such")
    func beginning() throws {
        let half = try merged([file(0..<600)])
        #expect(half.trials == 600 && half.wanted == 600)
        #expect(try half.json == stage.simulate(trials: 600, policy: .budget).json)
    }

    @Test("An interrupted shard holds the trials from its first on, and the rest completes it")
    func interrupted() throws {
        let asked = Atomic<Int>(0)
        var options = SimulationOptions()
        (options.part, options.policy, options.seed) = (100..<2_700, .budget, 1)
        options.isCancelled = { asked.wrappingAdd(1, ordering: .relaxed).newValue > 3 }
        let shard = try Simulator(
            scenario: stage.scenario, planned: stage.planned(), options: options
        ).play()
        #expect(shard.trials == 100..<868 && shard.wanted == 2_700)
        let begun = try ShardFile(Array(ShardFile.text(of: shard, heading: heading()).utf8))
        let unfinished = try merged([begun, file(0..<100)])
        #expect(unfinished.trials == 868 && unfinished.wanted == 2_700)
        let whole = try stage.simulate(trials: Self.trials, policy: .budget)
        #expect(try merged([begun, file(0..<100), file(868..<2_700)]).json == whole.json)
    }

    @Test("Shards that overlap, leave a gap, or do not begin at trial 0 are refused by name and number")
    func borders() throws {
        let (one, two, late) = (try file(0..<100), try file(90..<200), try file(120..<200))
        #expect(throws: ShardError.overlap(0, 1, 90..<100)) { try ShardSet([one, two]) }
        #expect(throws: ShardError.overlap(1, 0, 90..<100)) { try ShardSet([two, one]) }
        #expect(throws: ShardError.overlap(0, 1, 0..<100)) { try ShardSet([one, one]) }
        #expect(throws: ShardError.missing(100..<120)) { try ShardSet([late, one]) }
        #expect(throws: ShardError.missing(0..<120)) { try ShardSet([late]) }
        #expect(try ShardSet([]) == nil)
    }

    @Test("Shards of another seed, plan, policy or scenario are refused")
    func strangers() throws {
        let first = try file(0..<10)
        func refusal(_ other: ShardHeading) throws -> ShardError? {
            let file = try file(10..<20, heading: other)
            do { _ = try ShardSet([first, file]) } catch { return error }
            return nil
        }
        #expect(try refusal(heading()) == nil)
        #expect(try refusal(heading(2)) == .different(0, 1, .seed))
        #expect(try refusal(heading(plan: "[]")) == .different(0, 1, .plan))
        #expect(
            try refusal(ShardHeading(digest: "d", scenario: "{}", plan: "{}", seed: 1, policy: .free))
                == .different(0, 1, .policy))
        #expect(
            try refusal(ShardHeading(digest: "e", scenario: "{}", plan: "{}", seed: 1, policy: .budget))
                == .different(0, 1, .scenario))
    }

    @Test("A shard that was cut off, changed or written by another version is refused")
    func damage() throws {
        let bytes = Array(try text(0..<20).utf8)
        for length in stride(from: 0, to: bytes.count, by: 97) {
            #expect(throws: ShardError.self) { try ShardFile(Array(bytes[..<length])) }
        }
        for position in stride(from: 20, to: bytes.count, by: 131) {
            var changed = bytes
            changed[position] ^= 1
            #expect(throws: ShardError.damaged) { try ShardFile(changed) }
        }
        #expect(throws: ShardError.notAShard) { try ShardFile(Array("programs: []".utf8)) }
        #expect(throws: ShardError.otherVersion) { try ShardFile(Array("selaras-shard 2\n".utf8)) }
    }

    @Test("Counts with a right check sum that are not those of the simulation are refused, never trusted")
    func forged() throws {
        let words = try text(0..<20).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let simulator = try stage.simulator(trials: 1, policy: .budget, part: 0..<20)
        for position in stride(from: 30, to: words.count, by: 53) {
            var forged = words
            forged[position] = "99999999999999999"
            let body = forged.joined(separator: " ").split(separator: "\nsum ")[0] + "\n"
            var writer = ShardWriter()
            writer.line(String(body.dropLast()).prefix(13) + "", String(body.dropLast().dropFirst(14)))
            guard let file = try? ShardFile(Array(writer.closed.utf8)), let set = try? ShardSet([file]) else {
                continue
            }
            _ = try? set.merged(by: simulator)
        }
        let other = try Stage.uncertain(["a"]).simulator(trials: 1, policy: .budget, part: 0..<20)
        let set = try #require(try ShardSet([file(0..<20)]))
        #expect(throws: ShardError.damaged) { try set.merged(by: other) }
    }
}
