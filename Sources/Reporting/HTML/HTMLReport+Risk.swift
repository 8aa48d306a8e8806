import Portfolio

extension HTMLReport {
    /// How the rollout may go.
    func risk(_ plan: Report.Plan) -> Section {
        let title = say("Analisis risiko pelaksanaan", "Rollout risk")
        guard let risk = report.risk else {
            let none = words(
                "Pelaksanaan rencana ini belum disimulasikan.",
                "The rollout of this plan has not been simulated.")
            return Section(id: "risk", title: title, content: [paragraph(none)])
        }
        return Section(
            id: "risk", title: title,
            content: [
                simulation(risk), quickWinTable(risk), curves(risk), absorption(risk), tornado(risk),
                programTable(risk), fundTable(risk),
            ])
    }

    private func simulation(_ risk: Report.Risk) -> Markup {
        paragraph(
            words("Simulasi Monte Carlo, ", "Monte Carlo simulation, "), whole(risk.trials),
            words(" putaran, benih acak (seed) ", " trials, seed "), .text(risk.seed),
            .text(policy(risk.policy)),
            risk.isComplete
                ? ""
                : words(
                    " Simulasi dihentikan sebelum semua putaran selesai.",
                    " The simulation was stopped before all trials were done."))
    }

    private func policy(_ policy: String) -> String {
        policy == "budget"
            ? say(
                "; program menunggu anggaran dan tenaga yang benar-benar tersedia.",
                "; programs wait for money and staff that are really there.")
            : say(
                "; hanya jaringan jadwal, tanpa menunggu anggaran dan tenaga.",
                "; the schedule network alone, without waiting for money and staff.")
    }

    private func curves(_ risk: Report.Risk) -> Markup {
        let portfolio = risk.portfolio
        let cost = points(portfolio.costCurve, portfolio.cost)
        let finish = points(portfolio.finishCurve, portfolio.finish)
        let percent = { (share: Double) in forms.percent(share, places: 0) }
        var figures: [Markup] = []
        if !cost.isEmpty, let plan = report.plan {
            let curve = DistributionCurve(
                title: say("Kurva S biaya", "S-curve of the cost"), summary: curveSummary, points: cost,
                planned: Double(plan.cost.value), plannedLabel: say("rencana", "plan"),
                form: { forms.decimal($0 / 1e9, places: 1) }, percent: percent)
            figures.append(
                figure(
                    say(
                        "Biaya (Rp miliar) tidak terlampaui dengan keyakinan …",
                        "Cost (Rp billion) not exceeded with a confidence of …"),
                    curve.drawing, quantiles(portfolio.cost) { millions($0) }))
        }
        if !finish.isEmpty {
            let curve = DistributionCurve(
                title: say("Kurva S waktu selesai", "S-curve of the finish"), summary: curveSummary,
                points: finish, planned: portfolio.plannedFinish.value, plannedLabel: say("rencana", "plan"),
                form: monthText, percent: percent)
            figures.append(
                figure(
                    say(
                        "Program terakhir selesai dengan keyakinan …",
                        "Last program finished with a confidence of …"),
                    curve.drawing, quantiles(portfolio.finish) { month($0) }))
        }
        return tag("div", ["class": "charts"], figures)
    }

    private var curveSummary: String {
        say(
            "Garis putus-putus adalah rencana. Persentilnya ada di bawah gambar.",
            "The dashed line is the plan. The quantiles are below the picture.")
    }

    private func points(_ curve: [Report.CurvePoint], _ spread: Report.Spread?) -> [(
        probability: Double, value: Double
    )] {
        if !curve.isEmpty { return curve.map { ($0.probability.value, $0.at.value) } }
        guard let spread else { return [] }
        return zip([0.1, 0.5, 0.8, 0.9, 0.95], [spread.p10, spread.p50, spread.p80, spread.p90, spread.p95])
            .map { ($0, $1.estimate.value) }
    }

    private func figure(_ caption: String, _ drawing: Markup, _ data: Markup) -> Markup {
        tag("figure", [:], tag("figcaption", [:], .text(caption)), drawing, data)
    }

    private func quantiles(_ spread: Report.Spread?, _ form: (Figure<Double>) -> Markup) -> Markup {
        guard let spread else { return .group([]) }
        let entries = [
            ("10%", spread.p10), ("50%", spread.p50), ("80%", spread.p80), ("90%", spread.p90),
            ("95%", spread.p95),
        ]
        return tag(
            "dl", ["class": "quantiles"],
            entries.map { label, estimate in
                tag("div", [:], tag("dt", [:], .text(label)), tag("dd", [:], form(estimate.estimate)))
            })
    }

    private func absorption(_ risk: Report.Risk) -> Markup {
        guard !risk.quarters.isEmpty else { return .group([]) }
        let numerals = ["I", "II", "III", "IV"]
        let fan = AbsorptionFan(
            title: say("Serapan kumulatif per triwulan", "Cumulative absorption by quarter"),
            summary: say("Angkanya ada di tabel.", "The numbers are in the table."),
            quarters: risk.quarters.map { quarter in
                AbsorptionFan.Quarter(
                    label: numerals[min(3, max(0, quarter.quarter - 1))], year: fiscal(quarter.year),
                    spread: spread(quarter), typical: quarter.typical?.value)
            }, percent: { forms.percent($0, places: 0) })
        var table = Table(
            say("Serapan kumulatif sejak 1 Januari", "Cumulative absorption since 1 January"),
            [
                .init(say("Triwulan", "Quarter"), .head), .init("P10", .number), .init("P50", .number),
                .init("P90", .number), .init(say("Lazim", "Usual"), .number),
            ])
        for quarter in risk.quarters {
            let numeral = numerals[min(3, max(0, quarter.quarter - 1))]
            table.add(
                [
                    .text(
                        say(
                            "\(fiscal(quarter.year)) Triwulan \(numeral)",
                            "\(fiscal(quarter.year)) Q\(quarter.quarter)")),
                    percent(quarter.p10?.estimate), percent(quarter.p50?.estimate),
                    percent(quarter.p90?.estimate), percent(quarter.typical),
                ], id: "\(quarter.year)/\(quarter.quarter)")
        }
        return tag(
            "div", ["class": "charts"],
            figure(
                say(
                    "Serapan anggaran: batang P10–P90, garis P50; belah ketupat: lazimnya",
                    "Absorption of the budget: bar P10–P90, line P50; diamond: what is usual"), fan.drawing,
                .group([])), table.markup)
    }

    private func spread(_ quarter: Report.Quarter) -> (p10: Double, p50: Double, p90: Double)? {
        guard let p10 = quarter.p10, let p50 = quarter.p50, let p90 = quarter.p90 else { return nil }
        return (p10.estimate.value, p50.estimate.value, p90.estimate.value)
    }
}
