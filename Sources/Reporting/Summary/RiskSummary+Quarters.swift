import Portfolio

extension RiskSummary {
    /// Cumulative absorption by quarter as a fan beside the typical curve.
    var quarters: String {
        let quarters = risk.quarters
        guard !quarters.isEmpty else { return "" }
        var table = MarkdownTable([
            (say("TA", "FY"), .left), (say("Sampai akhir", "By the end of"), .left),
            (say("Rendah (1 dari 10 di bawahnya)", "Low (1 in 10 below)"), .right),
            ("Median", .right), (say("Tinggi (1 dari 10 di atasnya)", "High (1 in 10 above)"), .right),
            (say("Lazimnya", "Typical"), .right),
        ])
        for quarter in quarters {
            table.addRow(
                [quarter.year.description, name(ofQuarter: quarter.quarter)]
                    + [quarter.p10, quarter.p50, quarter.p90].map(share)
                    + [quarter.typical.map { forms.percent($0.value, places: 0) } ?? "–"])
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

    private func share(_ figure: Report.Estimate?) -> String {
        figure.map { forms.percent($0.estimate.value, places: 1) } ?? "–"
    }
}
