import Portfolio
import Probability
import Simulation

/// The difference of two plans under the same luck, in Markdown.
public struct ComparisonText: Sendable {
    private let comparison: PlanComparison
    private let language: Language
    private var forms: NumberForms { NumberForms(language) }

    /// Makes the text in a language.
    public init(_ comparison: PlanComparison, in language: Language) {
        self.comparison = comparison
        self.language = language
    }

    /// What A brings more than B, with intervals, and how often A is better.
    public var markdown: String {
        var table = MarkdownTable([
            (say("A dikurangi B", "A less B"), .left), (say("rata-rata", "mean"), .right),
            (say("keyakinan 95%", "95% interval"), .right),
            (say("A lebih baik", "A is better"), .right), (say("B lebih baik", "B is better"), .right),
        ])
        for difference in comparison.differences {
            table.addRow(
                [name(difference.output)] + mean(of: difference)
                    + [percent(difference.firstIsBetter), percent(difference.secondIsBetter)])
        }
        return table.text + "\n" + trials + "\n"
    }

    private var trials: String {
        let trials = forms.whole(Int64(comparison.trials))
        let stopped = comparison.trials < comparison.wanted
        let wanted = forms.whole(Int64(comparison.wanted))
        return say(
            "\(trials) putaran berpasangan: kedua rencana bertemu nasib yang sama.",
            "\(trials) paired trials: both plans meet the same luck.")
            + (stopped
                ? say(
                    " Dihentikan sebelum selesai: diminta \(wanted) putaran.",
                    " Stopped early: \(wanted) trials were asked for.") : "")
    }

    private func mean(of difference: PlanComparison.Difference) -> [String] {
        guard let figure = difference.mean else { return ["–", "–"] }
        let parts = [figure.estimate, figure.low, figure.high].map { number($0, of: difference.output) }
        return [parts[0], "\(parts[1]) … \(parts[2])"]
    }

    private func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    private func name(_ output: RiskEffect.Output) -> String {
        switch output {
        case .value: say("Nilai", "Value")
        case .cost: say("Biaya", "Cost")
        case .finish: say("Selesai terakhir (bulan)", "Last finish (months)")
        case .quickWins: say("Quick win tepat waktu", "Quick wins on time")
        case .lapsed: say("Pagu hangus", "Lapsed")
        }
    }

    private func number(_ value: Double, of output: RiskEffect.Output) -> String {
        switch output {
        case .cost, .lapsed: forms.rupiah(Rupiah(value.rounded()))
        case .value, .finish, .quickWins: forms.decimal(value)
        }
    }

    private func percent(_ figure: Estimate?) -> String {
        guard let figure else { return "–" }
        let parts = [figure.estimate, figure.low, figure.high].map { forms.decimal(100 * $0) }
        return "\(parts[0])% (\(parts[1])–\(parts[2]))"
    }
}
