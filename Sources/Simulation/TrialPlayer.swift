import Portfolio

/// Plays and counts trials on one thread.
struct TrialPlayer: Sendable {
    private(set) var tally: Tally
    private let simulator: Simulator
    private var player: BlockPlayer

    /// Makes room for a simulator's trials.
    init(_ simulator: Simulator) {
        self.simulator = simulator
        tally = simulator.emptyTally
        player = simulator.player
    }

    /// Plays a block; where the trials are among the first, follows their spending through the year and
    /// plays them once more without each risk.
    mutating func play(_ range: Range<Int>) {
        player.play(from: UInt64(range.lowerBound), count: range.count)
        tally.add(player.outcomes, trials: range, certain: simulator.certain)
        let followed = range.clamped(to: 0..<Tally.followed).count
        guard followed > 0 else { return }
        for offset in 0..<followed {
            tally.quarters.add(player.outcomes.ledger.accounts(of: offset), of: player.trial(at: offset))
        }
        tally.effects.pair(&player, from: range.lowerBound, trials: followed)
    }
}
