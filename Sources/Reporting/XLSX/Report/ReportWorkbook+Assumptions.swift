import Portfolio

extension ReportWorkbook {
    /// What the answer rests on, and how sure it is.
    func assumptions(_ plan: Report.Plan?) -> Worksheet {
        var sheet = sheet(
            say("Asumsi", "Assumptions"), title: say("Asumsi dan cara hitung", "Assumptions and method"))
        sheet.addTable(head: [say("Hal", "Subject"), say("Isi", "Content")], rows: facts)
        sheet.addSpace()
        sheet.addTable(
            head: [say("Dimensi", "Dimension"), say("Bobot", "Weight")],
            rows: report.scenario.dimensions.map {
                [.text(text($0.name)), .number($0.weight.value, .percent)]
            })
        sheet.addSpace()
        sheet.addTable(
            head: [
                say("Tujuan", "Goal"), say("Nilai", "Value"), say("Batas terbukti", "Proved bound"),
                say("Selisih (gap)", "Gap"),
            ], rows: report.goals.map(goal))
        guard let plan else { return sheet }
        sheet.addSpace()
        sheet.addTable(head: ruleHead, rows: plan.rules.map(rule))
        sheet.addSpace()
        sheet.addTable(
            head: [say("Keputusan yang dipaksakan", "Forced decision"), say("Alasan", "Reason")],
            rows: plan.forced.map { [.text($0.what), .text($0.reason ?? "")] })
        return sheet
    }

    private var facts: [[Cell]] {
        let scenario = report.scenario
        var rows: [(String, Cell)] = [
            (say("Mulai", "Start"), .month(scenario.start)), (say("Selesai", "End"), .month(scenario.end)),
            (say("Manfaat dihitung sampai", "Benefits counted until"), .month(scenario.benefitsUntil)),
            (say("Tingkat diskonto", "Discount rate"), .number(scenario.discountRate.value, .percent)),
            (say("Usulan program", "Candidate programs"), .whole(scenario.programs.value, .whole)),
            (say("Sidik skenario (SHA-256)", "Scenario digest (SHA-256)"), .text(scenario.digest)),
            (say("Pemecah", "Solver"), .text(report.search.solver)),
            (say("Simpul yang diperiksa", "Nodes searched"), .whole(report.search.nodes.value, .whole)),
            (
                say("Dapat diulang", "Repeatable"),
                .text(
                    report.search.isRepeatable
                        ? say("ya", "yes")
                        : say("tidak: dihentikan oleh waktu", "no: stopped by time"))
            ),
            (say("Versi Selaras", "Version of Selaras"), .text(report.version)),
        ]
        if let win = scenario.quickWin {
            rows.append(
                (
                    text(win.label),
                    .text(
                        "\(say("selesai paling lambat", "finished by")) \(NumberForms(language).month(win.finishBy)), \(say("paling lama", "at most")) \(NumberForms(language).plain(win.maxDuration.value)) \(say("bulan", "months"))"
                    )
                ))
        }
        if let risk = report.risk {
            rows += [
                (say("Putaran simulasi", "Trials"), .whole(risk.trials.value, .whole)),
                (say("Benih acak (seed)", "Seed"), .text(risk.seed)),
                (say("Kebijakan simulasi", "Policy"), .text(risk.policy)),
            ]
        }
        return rows.map { [.text($0.0), $0.1] }
    }

    private func goal(_ goal: Report.Goal) -> [Cell] {
        let form: CellForm = goal.goal == "minimise cost" ? .rupiah : .precise
        return [
            .text(goal.goal + (goal.isOptimised ? "" : say(" (tidak dioptimalkan)", " (not optimised)"))),
            .number(goal.value.value, form), .number(goal.bound?.value, form),
            .number(goal.gap?.value, .precise),
        ]
    }

    private var ruleHead: [String] {
        [
            say("Ketentuan", "Rule"), say("Masa", "Span"), say("Ukuran", "Measure"), say("Dari", "Of"),
            say("Paling sedikit", "At least"), say("Paling banyak", "At most"),
            say("Bagian paling sedikit", "Share at least"), say("Bagian paling banyak", "Share at most"),
            say("Alasan", "Reason"),
        ]
    }

    private func rule(_ rule: Report.Rule) -> [Cell] {
        let form: CellForm = rule.isMoney ? .rupiah : .decimal
        return [
            .text(rule.id), .text(rule.span ?? ""), .number(rule.measure.value, form),
            .number(rule.whole?.value, form), .number(rule.min?.value, form), .number(rule.max?.value, form),
            .number(rule.minShare?.value, .percent), .number(rule.maxShare?.value, .percent),
            .text(rule.reason ?? ""),
        ]
    }
}
