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
    private var first, second: BlockPlayer

    init(_ one: Simulator, _ other: Simulator) {
        first = one.player
        second = other.player
    }

    mutating func play(_ range: Range<Int>) {
        first.play(from: UInt64(range.lowerBound), count: range.count)
        second.play(from: UInt64(range.lowerBound), count: range.count)
        for trial in 0..<range.count { counts.add(first.outcomes, second.outcomes, trial) }
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

    mutating func add(_ one: Outcomes, _ other: Outcomes, _ trial: Int) {
        trials += 1
        for (index, output) in RiskEffect.Output.allCases.enumerated() {
            if output == .finish, one.lastFinish[trial] < 0 || other.lastFinish[trial] < 0 { continue }
            let (left, right) = (one.output(index, of: trial), other.output(index, of: trial))
            sums[index].add(PairedEffects.change(to: left, from: right, at: index))
            let (good, bad) = output.isBetterHigher ? (left, right) : (right, left)
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
