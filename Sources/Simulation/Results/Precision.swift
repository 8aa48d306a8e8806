import Probability

/// A wish to stop as soon as the reported figures are precise.
///
/// Precise to a share P are: a probability whose 95 % interval is at most 2·P wide; a mean whose
/// interval reaches at most P·|mean| to either side. Asked for are, of every program, the
/// probabilities of its planned finish and of its quick win and the means of finish and cost; of the
/// portfolio the probability of all quick wins on time and the means of value, cost, last finish,
/// quick wins on time and lapsed money. A figure that does not exist is as precise as can be.
public struct Precision: Sendable, Hashable {
    /// P, 0 < P < 1.
    public let share: Double

    /// Makes the wish; nil unless 0 < P < 1.
    public init?(_ share: Double) {
        guard share > 0, share < 1 else { return nil }
        self.share = share
    }

    /// Where a simulation looks whether it may stop, the same for any number of threads.
    ///
    /// First after 2,048 trials, then each time after an eighth more, in whole blocks, and at the end.
    func checkpoints(within trials: Range<Int>) -> [Int] {
        var points: [Int] = []
        var count = 8 * DrawBlock.size
        while count < trials.count {
            points.append(trials.lowerBound + count)
            let more = max(DrawBlock.size, count / 8)
            count += (more + DrawBlock.size - 1) / DrawBlock.size * DrawBlock.size
        }
        return points + [trials.upperBound]
    }

    /// Whether all figures are that precise, over what several threads have counted.
    func isReached(by parts: [Recorder]) -> Bool {
        let trials = parts.reduce(0) { $0 + $1.trials }
        func isSure(_ count: (Recorder) -> Int) -> Bool {
            isPrecise(probability: Interval.wilson(successes: parts.reduce(0) { $0 + count($1) }, of: trials))
        }
        func isSure(mean moments: (Recorder) -> ExactMoments) -> Bool {
            let sum = parts.reduce(into: ExactMoments()) { $0.merge(moments($1)) }
            return isPrecise(mean: sum.meanEstimate())
        }
        guard let first = parts.first else { return false }
        let means: [(Recorder) -> ExactMoments] = [
            \.totalCost.moments, \.lastFinish.moments, \.value.moments, \.lapsed.moments, \.quickWinMoments,
        ]
        return means.allSatisfy(isSure(mean:)) && isSure(\.allQuickWins)
            && first.onTime.indices.allSatisfy { index in
                isSure { $0.onTime[index] } && isSure { $0.quickWin[index] }
                    && isSure { $0.finish[index].moments } && isSure { $0.cost[index].moments }
            }
    }

    /// Whether an interval is at most 2·P wide.
    func isPrecise(probability figure: Estimate?) -> Bool {
        guard let figure else { return true }
        return figure.high - figure.low <= 2 * share
    }

    /// Whether an interval reaches at most P·|mean| to either side.
    func isPrecise(mean figure: Estimate?) -> Bool {
        guard let figure else { return true }
        return figure.high - figure.estimate <= share * abs(figure.estimate)
    }
}

extension Recorder {
    /// The sums of quick wins on time.
    var quickWinMoments: ExactMoments {
        quickWins.enumerated().reduce(into: ExactMoments()) { sum, entry in
            guard entry.element > 0 else { return }
            sum.merge(ExactMoments(repeating: Int64(entry.offset), count: entry.element))
        }
    }

    /// Trials in which all quick wins of the plan are on time.
    var allQuickWins: Int { quickWins[plannedQuickWins] }
}
