import Portfolio
import Probability

/// What two parts of one simulation have in common.
public struct ShardHeading: Hashable, Sendable {
    /// SHA-256 of the resolved scenario.
    public let digest: String
    /// The resolved scenario as canonical JSON on one line.
    public let scenario: String
    /// The plan with its allocation as JSON on one line.
    public let plan: String
    /// Seed of all streams.
    public let seed: UInt64
    /// The policy.
    public let policy: SimulationSettings.Policy

    /// Makes the heading of a scenario's plan.
    ///
    /// - Precondition: neither text has a line break.
    public init(
        digest: String, scenario: String, plan: String, seed: UInt64, policy: SimulationSettings.Policy
    ) {
        precondition(!scenario.contains("\n") && !plan.contains("\n"))
        self.digest = digest
        self.scenario = scenario
        self.plan = plan
        self.seed = seed
        self.policy = policy
    }
}

/// A shard as text: what it is part of, which trials it holds, and the exact state of their counts,
/// closed by a check sum (FNV-1a) over everything before it.
public struct ShardFile: Sendable {
    /// What it is part of.
    public let heading: ShardHeading
    /// Its trials, numbered from 0.
    public let trials: Range<Int>
    /// The end of the trials that were asked for.
    public let wanted: Int
    let counts: ShardReader

    private static let title = "selaras-shard"
    private static let version = "1"

    /// Reads a shard.
    ///
    /// - Throws: ``ShardError``.
    public init(_ bytes: [UInt8]) throws(ShardError) {
        var reader = ShardReader(bytes)
        guard bytes.starts(with: Self.title.utf8) else { throw .notAShard }
        guard try reader.line(Self.title) == Self.version else { throw .otherVersion }
        try reader.checkSum()
        let digest = try reader.line("digest")
        try reader.expect("seed")
        let seed: UInt64 = try reader.number()
        guard let policy = SimulationSettings.Policy(rawValue: try reader.line("policy")) else {
            throw .damaged
        }
        try reader.expect("trials")
        let (first, end, wanted): (Int, Int, Int) = (
            try reader.number(), try reader.number(), try reader.number()
        )
        guard 0 <= first, first < end, end <= wanted, wanted <= Simulator.mostTrials else { throw .damaged }
        let (plan, scenario) = (try reader.line("plan"), try reader.line("scenario"))
        heading = ShardHeading(digest: digest, scenario: scenario, plan: plan, seed: seed, policy: policy)
        trials = first..<end
        self.wanted = wanted
        counts = reader
    }

    /// The text of a shard: the same trials, the same bytes.
    public static func text(of shard: SimulationShard, heading: ShardHeading) -> String {
        var writer = ShardWriter()
        writer.line(title, version)
        writer.line("digest", heading.digest)
        writer.line("seed", "\(heading.seed)")
        writer.line("policy", heading.policy.rawValue)
        writer.line(
            "trials", "\(shard.trials.lowerBound) \(shard.trials.upperBound) \(shard.wanted)")
        writer.line("plan", heading.plan)
        writer.line("scenario", heading.scenario)
        shard.tally.write(to: &writer)
        return writer.closed
    }
}

/// Why shards cannot be merged; shards are named by their positions.
public enum ShardError: Error, Hashable, Sendable {
    /// The text is no shard.
    case notAShard
    /// The shard was written by another version.
    case otherVersion
    /// The text is not what was written.
    case damaged
    /// Two shards are parts of different simulations.
    case different(Int, Int, Difference)
    /// Two shards hold the same trials.
    case overlap(Int, Int, Range<Int>)
    /// No shard holds these trials.
    case missing(Range<Int>)

    /// What two shards differ in.
    public enum Difference: Sendable, Hashable {
        /// Their scenarios.
        case scenario
        /// Their plans.
        case plan
        /// Their seeds.
        case seed
        /// Their policies.
        case policy
    }
}
