import Probability
import Simulation

extension RiskSummary {
    /// Cumulative absorption by quarter as a fan beside the typical curve.
    var quarters: String {
        let quarters = result.portfolio.quarters
        guard !quarters.isEmpty else { return "" }
        var table = MarkdownTable([
            (say("TA", "FY"), .left), (say("Sampai akhir", "By the end of"), .left),
            (say("Rendah (1 dari 10 di bawahnya)", "Low (1 in 10 below)"), .right),
            ("Median", .right), (say("Tinggi (1 dari 10 di atasnya)", "High (1 in 10 above)"), .right),
            (say("Lazimnya", "Typical"), .right),
        ])
        for quarter in quarters {
            let spread = quarter.absorption
            table.addRow(
                [quarter.year.description, name(ofQuarter: quarter.quarter)]
                    + [spread?.p10, spread?.p50, spread?.p90].map(share)
                    + [forms.percent(quarter.typical, places: 0)])
        }
        return "### "
            + say(
                "Serapan kumulatif per triwulan, semua sumber dana",
                "Cumulative absorption by quarter, all funds") + "\n\n" + table.text
    }

    private func name(ofQuarter quarter: Int) -> String {
        let numeral = ["I", "II", "III", "IV"][quarter - 1]
        return say("Triwulan \(numeral)", "Quarter \(numeral)")
    }

    private func share(_ figure: Estimate?) -> String {
        figure.map { forms.percent($0.estimate, places: 1) } ?? "–"
    }
}
