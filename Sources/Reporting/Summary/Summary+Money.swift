import Portfolio
import Verification

extension Summary {
    /// Every fund's ceilings and what becomes of them.
    func money(_ plan: PlanFigures) -> String {
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
                        .map(forms.millions))
            }
        }
        let title = say(
            "Kebutuhan pagu per sumber dana dan tahun anggaran (Rp juta)",
            "Ceilings by fund and fiscal year (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// Which fund pays which program.
    func payments(_ plan: PlanFigures) -> String {
        var table = MarkdownTable(
            [
                (say("Program", "Program"), .left), (say("Sumber dana", "Fund"), .left),
            ] + plan.years.map { (say("TA \($0)", "FY \($0)"), .right) })
        for program in plan.programs {
            for fund in plan.funds {
                guard let paid = program.paidBy[fund.id] else { continue }
                table.addRow(
                    [text(program.name), text(fund.name)]
                        + plan.years.map { forms.millions(paid[$0] ?? 0) })
            }
        }
        let title = say("Siapa membayar program mana (Rp juta)", "Who pays which program (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// The rules with what the plan reaches.
    func rules(_ plan: PlanFigures) -> String {
        guard !plan.rules.isEmpty else { return "" }
        var table = MarkdownTable([
            (say("Ketentuan", "Rule"), .left), (say("Ukuran", "Measure"), .right),
            (say("Batas", "Limit"), .left), (say("Alasan", "Reason"), .left),
        ])
        for rule in plan.rules {
            table.addRow([
                rule.name + (rule.span.map { " (\($0))" } ?? ""), measured(rule.measure, of: rule.kind),
                limits(of: rule), rule.rule.reason ?? "",
            ])
        }
        return "## \(say("Ketentuan portofolio", "Portfolio rules"))\n\n" + table.text
    }

    private func measured(_ measure: Appraisal.Measured, of kind: Rule.Measure) -> String {
        switch measure {
        case .whole(let amount): kind.isMoney ? forms.rupiah(amount) : forms.whole(amount)
        case .points(let points): forms.decimal(points)
        }
    }

    private func limits(of row: RuleRow) -> String {
        let number = { (limit: Exact) in
            row.kind.isMoney && limit.denominator == 1
                ? forms.rupiah(limit.numerator) : forms.exact(limit)
        }
        let share = { (limit: Exact) in
            "\(forms.plain(limit.doubleValue * 100))% \(say("dari", "of")) \(measured(row.whole, of: row.kind))"
        }
        let least = say("paling sedikit", "at least")
        let most = say("paling banyak", "at most")
        return [
            row.rule.min.map { "\(least) \(number($0))" }, row.rule.max.map { "\(most) \(number($0))" },
            row.rule.minShare.map { "\(least) \(share($0))" },
            row.rule.maxShare.map { "\(most) \(share($0))" },
        ].compactMap(\.self).joined(separator: "; ")
    }
}

extension Rule.Measure {
    /// Whether the measure counts rupiah.
    fileprivate var isMoney: Bool {
        switch self {
        case .spend, .capital, .operating: true
        case .count, .quickWins, .benefit, .starts: false
        }
    }
}
