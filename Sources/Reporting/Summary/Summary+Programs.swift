import Portfolio

extension Summary {
    /// The chosen programs in order of start, with dates, agency and money.
    func chosen(_ plan: Report.Plan) -> String {
        var table = MarkdownTable(
            [
                (say("Program", "Program"), .left), (say("OPD", "Agency"), .left),
                (say("Mulai", "Start"), .left), (say("Selesai", "Finish"), .left),
                (say("Nilai", "Value"), .right),
            ] + report.scenario.years.map { (say("TA \($0)", "FY \($0)"), .right) } + [
                (say("Jumlah", "Total"), .right)
            ])
        for program in plan.programs.sorted(by: { ($0.start, $0.candidate.id) < ($1.start, $1.candidate.id) })
        {
            let variant = program.candidate.variant == "default" ? "" : " – \(program.candidate.variant)"
            table.addRow(
                [
                    text(program.candidate.name) + variant, text(program.candidate.ownerName),
                    forms.month(program.start),
                    forms.month(program.finish), forms.decimal(program.value.value),
                ] + report.scenario.years.map { forms.millions(program.spend[$0]?.value ?? 0) } + [
                    forms.millions(program.cost.value)
                ]
            )
        }
        table.addRow(
            [say("Jumlah", "Total"), "", "", "", forms.decimal(plan.value.value)]
                + plan.years.map { forms.millions($0.spent.value) } + [forms.millions(plan.cost.value)])
        let title = say("Program terpilih dan jadwal (Rp juta)", "Chosen programs and schedule (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// The quick wins by name.
    func quickWins(_ plan: Report.Plan) -> String {
        guard let label = report.scenario.quickWin?.label else { return "" }
        let wins = plan.programs.filter(\.isQuickWin)
        let none = say("Tidak ada program terpilih yang memenuhi syarat.\n", "No chosen program qualifies.\n")
        let list = wins.map { win in
            "- \(text(win.candidate.name)) (\(text(win.candidate.dimensionName))): \(say("selesai", "finished")) \(forms.month(win.finish))\n"
        }
        return "## Quick win: \(text(label))\n\n" + (wins.isEmpty ? none : list.joined())
    }

    /// Synergies that the plan earns.
    func synergies(_ plan: Report.Plan) -> String {
        guard !plan.synergies.isEmpty else { return "" }
        return "## \(say("Sinergi", "Synergies"))\n\n"
            + plan.synergies.map { "- \($0.id): \(forms.decimal($0.value.value))\n" }.joined()
    }

    /// What is not in the plan, and why.
    var leftOut: String {
        guard !report.leftOut.isEmpty else { return "" }
        var table = MarkdownTable([(say("Program", "Program"), .left), (say("Alasan", "Why"), .left)])
        for program in report.leftOut { table.addRow([text(program.candidate.name), text(program.why)]) }
        return "## \(say("Program yang belum didanai", "Programs left out"))\n\n" + table.text
    }

    /// The statements that cannot be met together.
    var conflicts: String {
        guard report.status == .infeasible else { return "" }
        let heading = "## \(say("Kendala yang bertentangan", "Statements in conflict"))\n\n"
        guard !report.conflicts.isEmpty else {
            return heading
                + say(
                    "Ketentuan mana yang bertentangan belum dapat disebutkan tanpa pencarian tersendiri. "
                        + "Periksa dulu ketentuan wajib, batas minimum, dan pagu.\n",
                    "Which statements conflict is not known without a search of its own. "
                        + "Look first at mandatory programs, minimum limits and ceilings.\n")
        }
        return heading
            + report.conflicts.map { statement in
                "- \(statement.at.map { "`\($0)` " } ?? "")\(text(statement.says)) [\(statement.rule)]\n"
            }.joined()
    }
}
