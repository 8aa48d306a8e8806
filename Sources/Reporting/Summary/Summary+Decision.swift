import Planning
import Portfolio

extension Summary {
    /// The decision in a few sentences, with its heading.
    public var decision: String {
        var text = "## \(say("Keputusan", "The decision"))\n\n\(statusSentence)\n"
        guard let plan = outcome.plan else { return text }
        let count = forms.whole(Int64(plan.programs.count))
        let all = forms.whole(Int64(outcome.candidateCount))
        let first = forms.month(outcome.calendar.start)
        let last = forms.month(outcome.calendar.end)
        text += say(
            "Dari \(all) usulan program, \(count) program dipilih untuk \(first)–\(last), dengan belanja "
                + "\(forms.rupiah(plan.cost)) dan nilai portofolio \(forms.decimal(plan.value)).",
            "Of \(all) candidate programs, \(count) are chosen for \(first)–\(last), spending "
                + "\(forms.rupiah(plan.cost)) for a portfolio value of \(forms.decimal(plan.value)).")
        if let label = outcome.quickWinLabel {
            let wins = forms.whole(Int64(plan.quickWins))
            text += say(
                " Sebanyak \(wins) di antaranya adalah \(self.text(label)).",
                " \(wins) of them count as \(self.text(label)).")
        }
        let after = forms.rupiah(plan.operatingAfter)
        text += say(
            " Setelah \(last), biaya operasi dan pemeliharaan tahunan yang tetap berjalan \(after).",
            " After \(last), yearly operating costs of \(after) go on.")
        return text + "\n"
    }

    private var statusSentence: String {
        switch outcome.status {
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
        for result in outcome.goals {
            let number = { (value: Double) in
                result.goal.isInteger ? forms.plain(value) : forms.decimal(value, places: 6)
            }
            let unproved = say("tidak diketahui", "unknown")
            table.addRow([
                name(of: result.goal)
                    + (result.isOptimised ? "" : say(" (tidak dioptimalkan)", " (not optimised)")),
                number(result.value), result.bound.map(number) ?? unproved,
                result.gap.map(gap) ?? unproved,
            ])
        }
        return "## \(say("Tujuan", "Goals"))\n\n" + table.text
    }

    private func gap(_ gap: Double) -> String {
        gap > 0 && gap < 1e-6 ? say("kurang dari 0,000001", "below 0.000001") : forms.decimal(gap, places: 6)
    }

    private func name(of goal: Goal) -> String {
        switch goal {
        case .maximiseValue: say("nilai portofolio sebesar-besarnya", "the greatest portfolio value")
        case .maximiseBenefit(let dimension):
            say("skor manfaat \(dimension) sebesar-besarnya", "the greatest benefit score of \(dimension)")
        case .maximiseQuickWins: say("quick win sebanyak-banyaknya", "the most quick wins")
        case .maximiseCount: say("program sebanyak-banyaknya", "the most programs")
        case .minimiseCost: say("belanja sekecil-kecilnya (Rp)", "the lowest spending (Rp)")
        case .minimiseFinish:
            say("jumlah periode selesai sekecil-kecilnya", "the lowest sum of finish periods")
        }
    }
}
