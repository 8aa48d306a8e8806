import Portfolio

/// Plays and counts trials on one thread.
struct TrialPlayer: Sendable {
    private(set) var tally: Tally
    private let simulator: Simulator
    private var block: DrawBlock
    private var trial: Trial

    /// Makes room for a simulator's trials.
    init(_ simulator: Simulator) {
        self.simulator = simulator
        tally = simulator.emptyTally
        (block, trial) = simulator.stage
    }

    /// Plays a block, and once more without each risk where the trials are among the first.
    mutating func play(_ range: Range<Int>) {
        block.draw(from: UInt64(range.lowerBound), without: nil)
        let strength = block.strength
        var outputs: [[Double]] = []
        for number in range {
            let played = outcome(at: number - range.lowerBound)
            tally.add(played, of: trial, certain: simulator.certain, number: number)
            guard number < Tally.followed else { continue }
            outputs.append(PairedEffects.outputs(of: played))
            tally.effects.note(outputs[outputs.count - 1], trial: number)
        }
        guard !outputs.isEmpty else { return }
        for risk in simulator.sources.risks.indices {
            playAgain(without: risk, from: range.lowerBound, strength: strength, outputs)
        }
    }

    private mutating func playAgain(
        without risk: Int, from first: Int, strength: [Double], _ outputs: [[Double]]
    ) {
        block.draw(from: UInt64(first), without: risk)
        for offset in outputs.indices {
            let struck = strength[risk * DrawBlock.size + offset]
            let others = struck == 0 ? outputs[offset] : PairedEffects.outputs(of: outcome(at: offset))
            tally.effects.note(
                risk: risk, strength: struck, with: outputs[offset], without: others, trial: first + offset)
        }
    }

    private mutating func outcome(at offset: Int) -> TrialOutcome {
        trial.luck.take(offset, of: block)
        trial.run()
        return TrialOutcome(&trial)
    }
}
