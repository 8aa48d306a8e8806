import Portfolio
import Probability

/// Two plans of one scenario under the same luck, trial by trial.
public struct PlanComparison: Sendable {
    /// Paired trials.
    public let trials: Int
    /// Trials asked for; more than `trials` where it was interrupted.
    public let wanted: Int
    /// The differences, in the order of ``RiskEffect/Output``.
    public let differences: [Difference]

    /// How two plans differ in one output.
    public struct Difference: Sendable, Hashable {
        /// What is compared.
        public let output: RiskEffect.Output
        /// Mean of A − B; for the last finish over the trials in which both plans finish something.
        public let mean: Estimate?
        /// P(A is better): more value, more quick wins, or less cost, earlier finish, less lapse.
        public let firstIsBetter: Estimate?
        /// P(B is better).
        public let secondIsBetter: Estimate?
    }
}

extension Simulator {
    /// Plays this plan and another of the same scenario, seed and policy under the same luck on all
    /// threads; blocks until done or cancelled.
    ///
    /// Trials, threads and manners are this simulator's.
    public func compare(with other: Simulator) -> PlanComparison {
        let runner = BlockRunner(options: options) { PairPlayer(self, other) }
        let done = runner.run(trials) { $0.play($1) }
        var counts = PairCounts()
        for worker in runner.workers { counts.merge(worker.counts) }
        return PlanComparison(
            trials: done - trials.lowerBound, wanted: trials.count,
            differences: RiskEffect.Output.allCases.indices.map(counts.difference))
    }
}

/// Plays two plans on one thread.
private struct PairPlayer: Sendable {
    private(set) var counts = PairCounts()
    private var first, second: (block: DrawBlock, trial: Trial)

    init(_ one: Simulator, _ other: Simulator) {
        first = one.stage
        second = other.stage
    }

    mutating func play(_ range: Range<Int>) {
        first.block.draw(from: UInt64(range.lowerBound), without: nil)
        second.block.draw(from: UInt64(range.lowerBound), without: nil)
        for offset in range.indices.map({ $0 - range.lowerBound }) {
            counts.add(Self.outcome(of: &first, at: offset), Self.outcome(of: &second, at: offset))
        }
    }

    private static func outcome(of stage: inout (block: DrawBlock, trial: Trial), at offset: Int)
        -> TrialOutcome
    {
        stage.trial.luck.take(offset, of: stage.block)
        stage.trial.run()
        return TrialOutcome(&stage.trial)
    }
}

/// Exact sums of differences; merged in any order they give the same figures.
private struct PairCounts: Sendable {
    private var sums: [ExactMoments]
    private var better, worse: [Int]
    private var trials = 0

    init() {
        let count = RiskEffect.Output.allCases.count
        sums = Array(repeating: ExactMoments(), count: count)
        (better, worse) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    }

    mutating func add(_ one: TrialOutcome, _ other: TrialOutcome) {
        trials += 1
        let (left, right) = (PairedEffects.outputs(of: one), PairedEffects.outputs(of: other))
        for (index, output) in RiskEffect.Output.allCases.enumerated() {
            if output == .finish, one.lastFinish == nil || other.lastFinish == nil { continue }
            sums[index].add(PairedEffects.change(to: left, from: right, at: index))
            let (good, bad) =
                output.isBetterHigher ? (left[index], right[index]) : (right[index], left[index])
            if good > bad { better[index] += 1 }
            if good < bad { worse[index] += 1 }
        }
    }

    mutating func merge(_ other: Self) {
        trials += other.trials
        for index in sums.indices {
            sums[index].merge(other.sums[index])
            better[index] += other.better[index]
            worse[index] += other.worse[index]
        }
    }

    func difference(at index: Int) -> PlanComparison.Difference {
        PlanComparison.Difference(
            output: RiskEffect.Output.allCases[index],
            mean: PairedEffects.estimate(of: sums[index], at: index),
            firstIsBetter: Interval.wilson(successes: better[index], of: trials),
            secondIsBetter: Interval.wilson(successes: worse[index], of: trials))
    }
}

extension RiskEffect.Output {
    /// Whether more of it is better.
    fileprivate var isBetterHigher: Bool { self == .value || self == .quickWins }
}
