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
        ])
        for output in RiskEffect.Output.allCases {
            guard let figure = comparison.differences[output] else { continue }
            table.addRow([
                name(output), number(figure.estimate, of: output),
                "\(number(figure.low, of: output)) … \(number(figure.high, of: output))",
            ])
        }
        let trials = forms.whole(Int64(comparison.trials))
        let shares = say(
            "Dalam \(trials) putaran berpasangan A lebih bernilai pada \(percent(comparison.firstIsBetter)), B pada \(percent(comparison.secondIsBetter)).",
            "In \(trials) paired trials A is worth more in \(percent(comparison.firstIsBetter)), B in \(percent(comparison.secondIsBetter))."
        )
        return table.text + "\n" + shares + "\n"
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
