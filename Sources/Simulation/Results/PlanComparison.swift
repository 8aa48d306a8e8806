import Portfolio
import Probability

/// Two plans of one scenario under the same luck, trial by trial.
public struct PlanComparison: Sendable {
    /// Paired trials.
    public let trials: Int
    /// Mean of A − B, by output.
    public let differences: [RiskEffect.Output: Estimate]
    /// The share of trials in which A is worth more than B.
    public let firstIsBetter: Estimate?
    /// The share of trials in which B is worth more than A.
    public let secondIsBetter: Estimate?
}

extension Simulator {
    /// Plays this plan and another of the same scenario, seed and policy under the same luck; blocks
    /// until done.
    ///
    /// The number of trials is this simulator's.
    public func compare(with other: Simulator) -> PlanComparison {
        var (one, two) = (Player(of: self), Player(of: other))
        var sums = Array(repeating: ExactMoments(), count: RiskEffect.Output.allCases.count)
        var (better, worse, done) = (0, 0, 0)
        while done < trials, !isCancelled {
            one.draw(from: done)
            two.draw(from: done)
            for offset in 0..<min(DrawBlock.size, trials - done) {
                let (left, right) = (one.outputs(at: offset), two.outputs(at: offset))
                for index in sums.indices {
                    sums[index].add(PairedEffects.change(to: left, from: right, at: index))
                }
                if left[0] > right[0] { better += 1 }
                if left[0] < right[0] { worse += 1 }
            }
            done = min(trials, done + DrawBlock.size)
        }
        let estimates = RiskEffect.Output.allCases.enumerated().compactMap { index, output in
            PairedEffects.estimate(of: sums[index], at: index).map { (output, $0) }
        }
        return PlanComparison(
            trials: done, differences: Dictionary(uniqueKeysWithValues: estimates),
            firstIsBetter: Interval.wilson(successes: better, of: done),
            secondIsBetter: Interval.wilson(successes: worse, of: done))
    }

    /// Plays the trials of one plan.
    private struct Player {
        private var block: DrawBlock
        private var trial: Trial

        init(of simulator: Simulator) { (block, trial) = simulator.stage }

        mutating func draw(from first: Int) { block.draw(from: UInt64(first), without: nil) }

        mutating func outputs(at offset: Int) -> [Double] {
            trial.luck.take(offset, of: block)
            trial.run()
            return PairedEffects.outputs(of: TrialOutcome(&trial))
        }
    }
}
