import Portfolio

/// Plays blocks of trials on one thread: draws their luck, plays them and finds their outcomes.
struct BlockPlayer: Sendable {
    /// The luck of the present block.
    let luck: DrawBlock
    /// What came of it.
    private(set) var outcomes: Outcomes
    private let trial: Trial
    private let free: FreeBlock?
    private let all: [Int]

    /// Makes room for blocks of a rollout's trials.
    init(rollout: Rollout, sources: RiskSources, policy: SimulationSettings.Policy) {
        luck = DrawBlock(rollout: rollout, sources: sources)
        outcomes = Outcomes(rollout: rollout)
        trial = Trial(rollout: rollout, policy: policy)
        free = policy == .free ? FreeBlock(rollout: rollout) : nil
        all = Array(0..<DrawBlock.size)
    }

    /// Plays the trials `first` … `first + count − 1`; the outcome of each lies at its offset.
    mutating func play(from first: UInt64, count: Int) {
        luck.draw(from: first, without: nil)
        _ = play(all[..<count])
    }

    /// One trial of the present block, played event by event.
    func trial(at offset: Int) -> Trial {
        trial.luck.take(offset, of: luck)
        trial.run()
        return trial
    }

    /// Plays some trials of the block that begins at `first` without one risk.
    ///
    /// - Returns: Where the outcome of each of them lies, in the order of `offsets`.
    mutating func play(_ offsets: [Int], from first: UInt64, without risk: Int) -> ArraySlice<Int> {
        guard !offsets.isEmpty else { return [] }
        luck.draw(from: first, without: risk)
        return play(offsets[...])
    }

    private mutating func play(_ offsets: ArraySlice<Int>) -> ArraySlice<Int> {
        guard let free else {
            for (position, offset) in offsets.enumerated() { play(offset, into: position) }
            outcomes.take(offsets, of: luck)
            outcomes.close(trials: offsets.count, isBudget: trial.isBudget)
            return all[..<offsets.count]
        }
        for offset in free.play(luck, into: outcomes) { play(offset, into: offset) }
        outcomes.take(all[...], of: luck)
        outcomes.close(trials: DrawBlock.size, isBudget: false)
        return offsets
    }

    private mutating func play(_ offset: Int, into position: Int) {
        outcomes.take(trial(at: offset), at: position)
    }
}
