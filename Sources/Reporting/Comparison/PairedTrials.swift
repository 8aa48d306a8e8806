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
        return .success(PairedTrials(before: before, after: after))
    }

    /// Mean of second less first with its interval, by figure; trials without the figure on either
    /// side are left out.
    var differences: [RiskFigureChange.Figure: Estimate] {
        let columns: [(RiskFigureChange.Figure, String)] = [
            (.value, "value"), (.cost, "cost"), (.finish, "finish"), (.quickWins, "quick_wins"),
            (.lapsed, "lapsed"),
        ]
        let estimates = columns.compactMap { figure, column in
            differences(of: column).flatMap(Self.mean).map { (figure, $0) }
        }
        return Dictionary(estimates) { first, _ in first }
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
