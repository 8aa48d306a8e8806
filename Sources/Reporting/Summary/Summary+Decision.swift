import Portfolio

extension Summary {
    /// The decision in a few sentences, with its heading.
    public var decision: String {
        var text = "## \(say("Keputusan", "The decision"))\n\n\(statusSentence)\n"
        guard let plan = report.plan else { return text }
        let count = forms.whole(plan.count.value)
        let all = forms.whole(report.scenario.programs.value)
        let first = forms.month(report.scenario.start)
        let last = forms.month(report.scenario.end)
        text += say(
            "Dari \(all) usulan program, \(count) program dipilih untuk \(first)–\(last), dengan belanja "
                + "\(forms.rupiah(plan.cost.value)) dan nilai portofolio \(forms.decimal(plan.value.value)).",
            "Of \(all) candidate programs, \(count) are chosen for \(first)–\(last), spending "
                + "\(forms.rupiah(plan.cost.value)) for a portfolio value of \(forms.decimal(plan.value.value))."
        )
        if let label = report.scenario.quickWin?.label {
            let wins = forms.whole(plan.quickWins.value)
            text += say(
                " Sebanyak \(wins) di antaranya adalah \(self.text(label)).",
                " \(wins) of them count as \(self.text(label)).")
        }
        let after = forms.rupiah(plan.operatingAfter.value)
        text += say(
            " Setelah \(last), biaya operasi dan pemeliharaan tahunan yang tetap berjalan \(after).",
            " After \(last), yearly operating costs of \(after) go on.")
        return text + "\n"
    }

    private var statusSentence: String {
        switch report.status {
        case .optimal:
            say(
                "Portofolio ini terbukti **optimal**: tidak ada rencana lain yang memenuhi semua ketentuan dan lebih baik.",
                "This portfolio is proved **optimal**: no other plan that keeps all statements is better.")
        case .feasible:
            say(
                "Portofolio ini **layak** dan telah diperiksa, tetapi belum terbukti optimal; selisihnya ada di bagian Tujuan.",
                "This portfolio is **feasible** and verified, but not proved optimal; the gap is under Goals."
            )
        case .infeasible:
            say(
                "**Tidak layak**: terbukti tidak ada rencana yang memenuhi semua ketentuan sekaligus.",
                "**Infeasible**: it is proved that no plan keeps all statements at once.")
        case .unknown:
            say(
                "**Belum ada jawaban**: batas pencarian tercapai sebelum satu rencana pun ditemukan.",
                "**No answer yet**: a limit of the search was reached before any plan was found.")
        }
    }

    /// The goals with bound and gap.
    var goals: String {
        var table = MarkdownTable([
            (say("Tujuan", "Goal"), .left), (say("Nilai", "Value"), .right),
            (say("Batas terbukti", "Proved bound"), .right),
            (say("Selisih (gap)", "Gap"), .right),
        ])
        for goal in report.goals {
            let number = { (figure: Figure<Double>) in
                isWhole(goal.goal) ? forms.plain(figure.value) : forms.decimal(figure.value, places: 6)
            }
            let unproved = say("tidak diketahui", "unknown")
            table.addRow([
                name(ofGoal: goal.goal)
                    + (goal.isOptimised ? "" : say(" (tidak dioptimalkan)", " (not optimised)")),
                number(goal.value), goal.bound.map(number) ?? unproved,
                goal.gap.map { gap($0.value) } ?? unproved,
            ])
        }
        return "## \(say("Tujuan", "Goals"))\n\n" + table.text
    }

    private func gap(_ gap: Double) -> String {
        gap > 0 && gap < 1e-6 ? say("kurang dari 0,000001", "below 0.000001") : forms.decimal(gap, places: 6)
    }

    private func isWhole(_ goal: String) -> Bool {
        goal != "maximise value" && !goal.hasPrefix("maximise benefit")
    }

    private func name(ofGoal goal: String) -> String {
        switch goal {
        case "maximise value": say("nilai portofolio sebesar-besarnya", "the greatest portfolio value")
        case "maximise quick_wins": say("quick win sebanyak-banyaknya", "the most quick wins")
        case "maximise count": say("program sebanyak-banyaknya", "the most programs")
        case "minimise cost": say("belanja sekecil-kecilnya (Rp)", "the lowest spending (Rp)")
        case "minimise finish":
            say("jumlah periode selesai sekecil-kecilnya", "the lowest sum of finish periods")
        default: name(ofBenefitGoal: goal)
        }
    }

    private func name(ofBenefitGoal goal: String) -> String {
        guard goal.hasPrefix("maximise benefit: ") else { return goal }
        let id = String(goal.dropFirst("maximise benefit: ".count))
        let dimension = text(report.scenario.dimension(id))
        return say(
            "skor manfaat \(dimension) sebesar-besarnya", "the greatest benefit score of \(dimension)")
    }
}
