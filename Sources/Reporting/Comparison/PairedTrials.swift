import Portfolio
import Probability

/// The trials of two simulations that met the same luck, set side by side.
struct PairedTrials {
    private let before: TrialTable
    private let after: TrialTable

    /// Number of pairs.
    var count: Int { before.trials.count }

    /// Why there are no pairs.
    struct Unmatched: Error {
        let reason: LocalizedText
    }

    /// Pairs the trials where both sides have them under the same seed, policy and numbers.
    static func match(_ base: ComparisonSide, _ other: ComparisonSide) -> Result<PairedTrials, Unmatched> {
        func no(_ indonesian: String, _ english: String) -> Result<PairedTrials, Unmatched> {
            .failure(Unmatched(reason: LocalizedText(indonesian, english: english)))
        }
        guard let before = base.trials, let after = other.trials else {
            let missing = [base, other].filter { $0.trials == nil }.map(\.letter)
            return no(
                "trials.csv tidak ada di samping \(missing.joined(separator: " dan "))",
                "there is no trials.csv beside \(missing.joined(separator: " and "))")
        }
        let risks = [base.report.risk, other.report.risk]
        guard Set(risks.map { $0?.seed }).count == 1 else {
            return no("benih acak (seed) berbeda", "the seeds differ")
        }
        guard Set(risks.map { $0?.policy }).count == 1 else {
            return no("kebijakan simulasi berbeda", "the policies differ")
        }
        guard before.trials == after.trials, !before.trials.isEmpty else {
            return no("nomor putaran di trials.csv berbeda", "the trials in trials.csv differ")
        }
        let strangers = [base, other].filter { !$0.trialsAreItsOwn }.map(\.letter)
        guard strangers.isEmpty else {
            let list = strangers.joined(separator: ", ")
            return no(
                "trials.csv di samping \(list) bukan dari simulasi yang sama",
                "trials.csv beside \(list) is of another simulation")
        }
        return .success(PairedTrials(before: before, after: after))
    }

    /// Second less first, with the interval of pairs.
    ///
    /// Where both simulations played the same number of trials the difference is that of all trials,
    /// and its interval uses the spread of the pairs at hand; otherwise both are of the pairs alone.
    ///
    /// - Parameter trials: how many trials both simulations played; nil where not the same number.
    func difference(
        of figure: RiskFigureChange.Figure, from before: Estimate, to after: Estimate, trials: Int?
    ) -> Estimate? {
        guard let column = figure.column, let changes = differences(of: column),
            let pairs = Self.mean(of: changes)
        else { return nil }
        guard let trials, trials >= count, changes.count == count else { return pairs }
        let half = (pairs.high - pairs.estimate) * (Double(count) / Double(trials)).squareRoot()
        let difference = after.estimate - before.estimate
        return Estimate(estimate: difference, low: difference - half, high: difference + half)
    }

    /// Shares of the pairs in which one side is worth more.
    var betterShares: (first: Estimate?, second: Estimate?)? {
        differences(of: "value").map { changes in
            (
                Interval.wilson(successes: changes.count { $0 < 0 }, of: changes.count),
                Interval.wilson(successes: changes.count { $0 > 0 }, of: changes.count)
            )
        }
    }

    private func differences(of column: String) -> [Double]? {
        guard let before = before.columns[column], let after = after.columns[column] else { return nil }
        return zip(before, after).compactMap { one, two in one.flatMap { one in two.map { $0 - one } } }
    }

    private static func mean(of values: [Double]) -> Estimate? {
        guard !values.isEmpty else { return nil }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let sd = values.count > 1 ? (squares / (count - 1)).squareRoot() : 0
        return Interval.mean(count: values.count, mean: mean, sd: sd)
    }
}

extension RiskFigureChange.Figure {
    /// The column of a table of trials whose mean it is.
    fileprivate var column: String? {
        switch self {
        case .value: "value"
        case .cost: "cost"
        case .finish: "finish"
        case .quickWins: "quick_wins"
        case .lapsed: "lapsed"
        case .costP80, .finishP80, .allQuickWins: nil
        }
    }
}

extension ComparisonSide {
    /// Whether the trials can be a part of the outcome's own simulation: their mean cost lies within
    /// six standard errors of the outcome's.
    fileprivate var trialsAreItsOwn: Bool {
        guard let costs = trials?.columns["cost"]?.compactMap(\.self), !costs.isEmpty,
            let cost = report.risk?.portfolio.cost?.mean.estimate.value
        else { return false }
        let count = Double(costs.count)
        let mean = costs.reduce(0, +) / count
        let squares = costs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return abs(mean - cost) <= 6 * squares.squareRoot() / count + 1e-6 * max(1, abs(cost))
    }
}
