import Portfolio

extension Summary {
    /// Every fund's ceilings and what becomes of them.
    func money(_ plan: Report.Plan) -> String {
        var table = MarkdownTable([
            (say("Sumber dana", "Fund"), .left), (say("TA", "FY"), .left), (say("Pagu", "Ceiling"), .right),
            (say("Luncuran masuk", "Carried in"), .right), (say("Terpakai", "Spent"), .right),
            (say("Luncuran keluar", "Carried out"), .right), (say("Sisa hangus", "Lapses"), .right),
        ])
        for fund in plan.funds {
            for year in fund.years {
                table.addRow(
                    [text(fund.name), year.year.description]
                        + [year.ceiling, year.carriedIn, year.spent, year.carriedOut, year.lapsed]
                        .map { forms.millions($0.value) })
            }
        }
        let title = say(
            "Kebutuhan pagu per sumber dana dan tahun anggaran (Rp juta)",
            "Ceilings by fund and fiscal year (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// Which fund pays which program.
    func payments(_ plan: Report.Plan) -> String {
        var table = MarkdownTable(
            [
                (say("Program", "Program"), .left), (say("Sumber dana", "Fund"), .left),
            ] + report.scenario.years.map { (say("TA \($0)", "FY \($0)"), .right) })
        for program in plan.programs {
            for fund in plan.funds {
                guard let paid = program.paidBy[fund.id] else { continue }
                table.addRow(
                    [text(program.candidate.name), text(fund.name)]
                        + report.scenario.years.map { forms.millions(paid[$0]?.value ?? 0) })
            }
        }
        let title = say("Siapa membayar program mana (Rp juta)", "Who pays which program (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// The rules with what the plan reaches.
    func rules(_ plan: Report.Plan) -> String {
        guard !plan.rules.isEmpty else { return "" }
        var table = MarkdownTable([
            (say("Ketentuan", "Rule"), .left), (say("Ukuran", "Measure"), .right),
            (say("Batas", "Limit"), .left), (say("Alasan", "Reason"), .left),
        ])
        for rule in plan.rules {
            table.addRow([
                rule.id + (rule.span.map { " (\($0))" } ?? ""), number(rule.measure, of: rule),
                limits(of: rule), rule.reason ?? "",
            ])
        }
        return "## \(say("Ketentuan portofolio", "Portfolio rules"))\n\n" + table.text
    }

    private func number(_ figure: Figure<Double>, of rule: Report.Rule) -> String {
        if rule.isMoney, let whole = Int64(exactly: figure.value) { return forms.rupiah(whole) }
        return rule.kind == "benefit" ? forms.decimal(figure.value) : forms.plain(figure.value)
    }

    private func limits(of rule: Report.Rule) -> String {
        let share = { (limit: Figure<Double>) in
            let of = rule.whole.map { " \(say("dari", "of")) \(number($0, of: rule))" } ?? ""
            return "\(forms.plain(limit.value * 100))%\(of)"
        }
        let least = say("paling sedikit", "at least")
        let most = say("paling banyak", "at most")
        return [
            rule.min.map { "\(least) \(number($0, of: rule))" },
            rule.max.map { "\(most) \(number($0, of: rule))" },
            rule.minShare.map { "\(least) \(share($0))" }, rule.maxShare.map { "\(most) \(share($0))" },
        ].compactMap(\.self).joined(separator: "; ")
    }
}
