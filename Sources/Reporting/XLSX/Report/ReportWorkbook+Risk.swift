import Portfolio

extension ReportWorkbook {
    /// What the simulation says: programs, portfolio, fund-years, risks.
    func riskSheet(_ risk: Report.Risk) -> Worksheet {
        var sheet = sheet(say("Risiko", "Risk"), title: say("Risiko pelaksanaan", "Rollout risk"))
        sheet.frozenColumns = 2
        let first = sheet.nextRow + 1
        sheet.addTable(head: riskHead, rows: risk.programs.map(riskRow))
        sheet.addSpace()
        sheet.addTable(head: portfolioHead, rows: portfolioRows(risk.portfolio))
        sheet.addSpace()
        sheet.addTable(head: fundYearHead, rows: risk.years.map(fundYearRow))
        sheet.addSpace()
        sheet.addTable(head: effectHead, rows: effectRows(risk.effects))
        sheet.addSpace()
        for remark in remarks(on: risk) { sheet.add([.note(remark)]) }
        if !risk.programs.isEmpty {
            let rows = first...(first + risk.programs.count - 1)
            sheet.charts = [(sheet.nextRow + 1, 1, onTimeChart(rows: rows))]
        }
        return sheet
    }

    private func onTimeChart(rows: ClosedRange<Int>) -> WorksheetChart {
        WorksheetChart(
            kind: .stackedBars,
            title: say("Peluang selesai tepat waktu", "Probability of finishing on time"), rows: rows,
            categories: 1,
            series: [.init(name: say("Tepat waktu", "On time"), column: 2, color: 0x1F5F8B)],
            form: .percent, least: 0, size: (640, min(4000, 90 + 22 * rows.count)))
    }

    private var riskHead: [String] {
        let bounds = [say("dari", "from"), say("sampai", "to")]
        return [
            "ID", "Program", say("Tepat waktu", "On time"),
        ] + bounds + [say("Quick win tepat waktu", "Quick win on time")] + bounds + [
            say("Batal", "Cancelled"), say("Jalur kritis", "Critical"),
            say("Rencana selesai (bulan ke-)", "Planned finish (month)"),
            say("Selesai, keyakinan 50%", "Finish, 50% confidence"),
            say("Selesai, keyakinan 80%", "Finish, 80% confidence"),
            say("Biaya, rata-rata", "Cost, mean"), say("Manfaat hilang", "Benefit lost"),
        ]
    }

    private func riskRow(_ program: Report.ProgramRisk) -> [Cell] {
        [.text(program.id), .text(text(report.name(of: program.id)))]
            + cells(program.onTime, .percent) + cells(program.quickWin, .percent) + [
                .number(program.cancelled?.estimate.value, .percent),
                .number(program.criticality?.estimate.value, .percent),
                .number(program.plannedFinish.value, .decimal),
                .number(program.finish?.p50.estimate.value, .decimal),
                .number(program.finish?.p80.estimate.value, .decimal),
                .number(program.cost?.mean.estimate.value, .rupiah),
                .number(program.benefitLost?.estimate.value, .decimal),
            ]
    }

    private func cells(_ estimate: Report.Estimate?, _ form: CellForm) -> [Cell] {
        [estimate?.estimate, estimate?.low, estimate?.high].map { .number($0?.value, form) }
    }

    private var portfolioHead: [String] {
        [
            "", say("Portofolio", "Portfolio"), say("Rata-rata", "Mean"), say("dari", "from"),
            say("sampai", "to"), "P10", "P50", "P80", "P90", "P95",
        ]
    }

    private func portfolioRows(_ portfolio: Report.PortfolioRisk) -> [[Cell]] {
        func row(_ name: String, _ spread: Report.Spread?, _ form: CellForm) -> [Cell] {
            let quantiles = [spread?.p10, spread?.p50, spread?.p80, spread?.p90, spread?.p95]
            return [.blank, .text(name)] + cells(spread?.mean, form)
                + quantiles.map { .number($0?.estimate.value, form) }
        }
        return [
            row(say("Nilai", "Value"), portfolio.value, .decimal),
            row(say("Biaya", "Cost"), portfolio.cost, .rupiah),
            row(say("Selesai terakhir (bulan ke-)", "Last finish (month)"), portfolio.finish, .decimal),
            row(say("Pagu hangus", "Lapsing"), portfolio.lapsed, .rupiah),
            [.blank, .text(say("Quick win tepat waktu", "Quick wins on time"))]
                + cells(portfolio.quickWins, .decimal),
            [
                .blank,
                .text(say("Peluang semua quick win tepat waktu", "Probability that all quick wins are")),
            ]
                + cells(portfolio.allQuickWins, .percent),
        ]
    }

    private var fundYearHead: [String] {
        [
            say("TA", "FY"), say("Sumber dana", "Fund"), say("Kebutuhan, rata-rata", "Need, mean"),
            say("Terpakai, rata-rata", "Spent, mean"), say("Hangus, rata-rata", "Lapsed, mean"),
            say("Kebutuhan melampaui", "Need exceeds"), say("Serapan, median", "Absorption, median"),
        ]
    }

    private func fundYearRow(_ year: Report.FundYearRisk) -> [Cell] {
        [
            .number(Double(year.year.year), .year), .text(text(report.scenario.fund(year.fund))),
            .number(year.need?.mean.estimate.value, .rupiah),
            .number(year.spent?.mean.estimate.value, .rupiah),
            .number(year.lapsed?.mean.estimate.value, .rupiah),
            .number(year.overrun?.estimate.value, .percent),
            .number(year.absorption?.p50.estimate.value, .percent),
        ]
    }

    private var effectHead: [String] {
        [
            "ID", say("Bila risiko ini saja hilang", "If this risk alone were gone"), say("Nilai", "Value"),
            "Quick win", say("Selesai (bulan)", "Finish (months)"), say("Hangus", "Lapsing"),
            say("Biaya", "Cost"),
        ]
    }

    private func effectRows(_ effects: [Report.Effect]) -> [[Cell]] {
        let columns: [(String, CellForm)] = [
            ("value", .decimalChange), ("quick_wins", .decimalChange), ("finish", .decimalChange),
            ("lapsed", .rupiahChange), ("cost", .rupiahChange),
        ]
        var ids: [String] = []
        for effect in effects where !ids.contains(effect.id) { ids.append(effect.id) }
        return ids.map { id in
            let own = effects.filter { $0.id == id }
            return [.text(id), .text(own.first.map { text(report.scenario.risk($0)) } ?? id)]
                + columns.map { on, form in
                    .number(own.first { $0.on == on }?.byExclusion?.estimate.value, form)
                }
        }
    }

    private func remarks(on risk: Report.Risk) -> [String] {
        let forms = NumberForms(language)
        return [
            say(
                "Monte Carlo, \(forms.whole(risk.trials.value)) putaran, benih acak (seed) \(risk.seed), kebijakan \(risk.policy); selang 95%.",
                "Monte Carlo, \(forms.whole(risk.trials.value)) trials, seed \(risk.seed), policy \(risk.policy); 95% intervals."
            ),
            say(
                "Bulan ke- dihitung dari \(forms.month(report.scenario.start)): 12,00 adalah akhir bulan kedua belas.",
                "Months are counted from \(forms.month(report.scenario.start)): 12.00 is the end of the twelfth month."
            ),
        ]
    }
}
