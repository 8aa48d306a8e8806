import Portfolio

extension Summary {
    /// The chosen programs in order of start, with dates, agency and money.
    func chosen(_ plan: PlanFigures) -> String {
        var table = MarkdownTable(
            [
                (say("Program", "Program"), .left), (say("OPD", "Agency"), .left),
                (say("Mulai", "Start"), .left), (say("Selesai", "Finish"), .left),
                (say("Nilai", "Value"), .right),
            ] + plan.years.map { (say("TA \($0)", "FY \($0)"), .right) } + [(say("Jumlah", "Total"), .right)])
        for program in plan.programs.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
            let variant = program.variant.rawValue == "default" ? "" : " – \(program.variant)"
            table.addRow(
                [
                    text(program.name) + variant, text(program.owner), forms.month(program.start),
                    forms.month(program.finish), forms.decimal(program.value),
                ] + plan.years.map { forms.millions(program.spend[$0] ?? 0) } + [forms.millions(program.cost)]
            )
        }
        table.addRow(
            [say("Jumlah", "Total"), "", "", "", forms.decimal(plan.value)]
                + plan.years.map { forms.millions(plan.spend[$0] ?? 0) } + [forms.millions(plan.cost)])
        let title = say("Program terpilih dan jadwal (Rp juta)", "Chosen programs and schedule (Rp million)")
        return "## \(title)\n\n" + table.text
    }

    /// The quick wins by name.
    func quickWins(_ plan: PlanFigures) -> String {
        guard let label = outcome.quickWinLabel else { return "" }
        let wins = plan.programs.filter(\.isQuickWin)
        let none = say("Tidak ada program terpilih yang memenuhi syarat.\n", "No chosen program qualifies.\n")
        let list = wins.map { win in
            "- \(text(win.name)) (\(text(win.dimension))): \(say("selesai", "finished")) \(forms.month(win.finish))\n"
        }
        return "## Quick win: \(text(label))\n\n" + (wins.isEmpty ? none : list.joined())
    }

    /// Synergies that the plan earns.
    func synergies(_ plan: PlanFigures) -> String {
        guard !plan.synergies.isEmpty else { return "" }
        return "## \(say("Sinergi", "Synergies"))\n\n"
            + plan.synergies.map { "- \($0.id): \(forms.decimal($0.value))\n" }.joined()
    }

    /// What is not in the plan, and why.
    var leftOut: String {
        guard !outcome.leftOut.isEmpty else { return "" }
        var table = MarkdownTable([(say("Program", "Program"), .left), (say("Alasan", "Why"), .left)])
        for program in outcome.leftOut { table.addRow([text(program.name), text(program.why)]) }
        return "## \(say("Program yang belum didanai", "Programs left out"))\n\n" + table.text
    }

    /// The statements that cannot be met together.
    var conflicts: String {
        guard outcome.status == .infeasible else { return "" }
        let heading = "## \(say("Kendala yang bertentangan", "Statements in conflict"))\n\n"
        guard !outcome.conflicts.isEmpty else {
            return heading
                + say(
                    "Ketentuan mana yang bertentangan belum dapat disebutkan tanpa pencarian tersendiri. "
                        + "Periksa dulu ketentuan wajib, batas minimum, dan pagu.\n",
                    "Which statements conflict is not known without a search of its own. "
                        + "Look first at mandatory programs, minimum limits and ceilings.\n")
        }
        return heading
            + outcome.conflicts.map { statement in
                "- \(statement.at.map { "`\($0)` " } ?? "")\(text(statement.says)) [\(statement.rule)]\n"
            }.joined()
    }
}
