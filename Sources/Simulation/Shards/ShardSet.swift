/// The parts of one simulation, put in order.
public struct ShardSet: Sendable {
    /// What the shards are parts of.
    public let heading: ShardHeading
    private let files: [ShardFile]

    /// Checks that shards are parts of one simulation which together hold its trials from the first
    /// on, each once.
    ///
    /// - Parameter shards: At least one, in any order.
    /// - Throws: ``ShardError``, with positions in `shards`.
    public init?(_ shards: [ShardFile]) throws(ShardError) {
        guard let first = shards.first else { return nil }
        heading = first.heading
        for (position, shard) in shards.enumerated() {
            if let difference = shard.heading.difference(from: first.heading) {
                throw .different(0, position, difference)
            }
        }
        let order = shards.indices.sorted {
            (shards[$0].trials.lowerBound, shards[$0].trials.upperBound, $0)
                < (shards[$1].trials.lowerBound, shards[$1].trials.upperBound, $1)
        }
        var (end, before) = (0, order[0])
        for position in order {
            let trials = shards[position].trials
            guard trials.lowerBound >= end else {
                throw .overlap(before, position, trials.lowerBound..<min(end, trials.upperBound))
            }
            guard trials.lowerBound == end else { throw .missing(end..<trials.lowerBound) }
            (end, before) = (trials.upperBound, position)
        }
        files = order.map { shards[$0] }
    }

    /// The trials that the shards hold together.
    public var trials: Range<Int> { 0..<(files.last?.trials.upperBound ?? 0) }

    /// Merges the counts, in the order of trials.
    ///
    /// - Parameter simulator: Of the scenario and plan, the seed and the policy of ``heading``.
    /// - Throws: ``ShardError/damaged`` where the counts are not those of this simulation.
    public func merged(by simulator: Simulator) throws(ShardError) -> SimulationShard {
        var tally = simulator.emptyTally
        for file in files { try tally.add(file) }
        return SimulationShard(
            trials: trials, wanted: files.last?.wanted ?? 0, precision: nil, tally: tally)
    }
}

extension ShardHeading {
    /// The first thing in which two headings differ.
    fileprivate func difference(from other: Self) -> ShardError.Difference? {
        if digest != other.digest || scenario != other.scenario { return .scenario }
        if plan != other.plan { return .plan }
        if seed != other.seed { return .seed }
        return policy != other.policy ? .policy : nil
    }
}
