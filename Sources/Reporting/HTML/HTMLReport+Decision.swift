import Planning
import Portfolio

extension HTMLReport {
    /// The decision in five sentences.
    var decision: Section {
        let sentences =
            [answer] + (report.plan.map { [scope($0), quickWins($0), money($0), danger($0)] } ?? [])
        return Section(
            id: "decision", title: say("Keputusan", "The decision"),
            content: [
                tag("div", ["class": "decision"], sentences.map { tag("p", [:], $0) })
            ])
    }

    private var answer: Markup {
        switch report.status {
        case .optimal:
            sentence(
                words("Portofolio ini terbukti ", "This portfolio is proved "), strong("optimal"),
                words(
                    ": tidak ada rencana lain yang memenuhi semua ketentuan dan lebih baik.",
                    ": no other plan that keeps all statements is better."))
        case .feasible:
            sentence(
                words("Portofolio ini ", "This portfolio is "), strong(words("layak", "feasible")),
                words(
                    " dan telah diperiksa, tetapi belum terbukti optimal; selisihnya ada di bagian Metode.",
                    " and verified, but not proved optimal; the gap is given under Method."))
        case .infeasible:
            sentence(
                strong(words("Tidak layak", "Infeasible")),
                words(
                    ": terbukti tidak ada rencana yang memenuhi semua ketentuan sekaligus.",
                    ": it is proved that no plan keeps all statements at once."))
        case .unknown:
            sentence(
                strong(words("Belum ada jawaban", "No answer yet")),
                words(
                    ": batas pencarian tercapai sebelum satu rencana pun ditemukan.",
                    ": a limit of the search was reached before any plan was found."))
        }
    }

    private func scope(_ plan: Report.Plan) -> Markup {
        let first = forms.month(report.scenario.start)
        let last = forms.month(report.scenario.end)
        return sentence(
            words("Dari ", "Of "), whole(report.scenario.programs),
            words(" usulan program, ", " candidate programs, "), strong(whole(plan.count)),
            words(
                " dipilih untuk \(first)–\(last), dengan belanja ",
                " are chosen for \(first)–\(last), spending "),
            strong(rupiah(plan.cost)),
            words(" dan nilai portofolio ", " for a portfolio value of "), decimal(plan.value), ".")
    }

    private func quickWins(_ plan: Report.Plan) -> Markup {
        guard let quickWin = report.scenario.quickWin else {
            return sentence(
                words("Skenario ini tidak menetapkan quick win.", "The scenario defines no quick wins."))
        }
        let counted = sentence(
            words("Sebanyak ", ""), strong(whole(plan.quickWins)),
            words(" di antaranya memenuhi syarat ", " of them qualify as "), name(quickWin.label),
            words(
                " (selesai paling lambat \(forms.month(quickWin.finishBy)))",
                " (finished by \(forms.month(quickWin.finishBy)) at the latest)"))
        guard let risk = report.risk?.portfolio, let mean = risk.quickWins, plan.quickWins.value > 0 else {
            return .group([counted, "."])
        }
        return .group([
            counted,
            words("; menurut simulasi rata-rata ", "; the simulation expects "), decimal(mean.estimate),
            words(
                " yang selesai tepat waktu, dan peluang semuanya tepat waktu ",
                " on time on average, and all of them with a probability of "),
            percent(risk.allQuickWins?.estimate), ".",
        ])
    }

    private func money(_ plan: Report.Plan) -> Markup {
        let last = forms.month(report.scenario.end)
        return sentence(
            words(
                "Tidak satu pun pagu dilampaui; setelah \(last), biaya operasi dan pemeliharaan ",
                "No ceiling is exceeded; after \(last), operating costs of "), rupiah(plan.operatingAfter),
            words(" per tahun tetap berjalan.", " a year go on."))
    }

    private func danger(_ plan: Report.Plan) -> Markup {
        guard let risk = report.risk else {
            return sentence(
                words("Pelaksanaannya belum disimulasikan.", "Its rollout has not been simulated."))
        }
        guard let finish = risk.portfolio.finish,
            let worst = risk.effects.first(where: { $0.on == "value" }), let effect = worst.byExclusion,
            effect.estimate.value > 0
        else {
            return sentence(
                words(
                    "Simulasi tidak menemukan risiko yang mengurangi nilainya.",
                    "The simulation finds no risk that lowers its value."))
        }
        return sentence(
            words(
                "Dengan keyakinan 80% program terakhir selesai ",
                "With 80% confidence the last program is finished by "),
            month(finish.p80.estimate),
            words("; risiko yang paling merugikan adalah ", "; the most harmful risk is "),
            report.scenario.riskNames[worst].map { strong(name($0)) } ?? tag("code", [:], name(worst.id)),
            words(
                ": bila hanya risiko itu hilang, nilai berubah ",
                ": if it alone were gone, the value would change by "),
            signed(effect.estimate), ".")
    }

    private func sentence(_ parts: Markup...) -> Markup { .group(parts) }

    private func strong(_ content: Markup) -> Markup { tag("strong", [:], content) }

    /// Why there is no plan, in the user's own lines.
    var conflicts: Section {
        let list = report.conflicts.map { conflict in
            tag(
                "li", [:], conflict.at.map { .group([tag("code", [:], .text($0)), " "]) } ?? .group([]),
                name(conflict.says), .text(" [\(conflict.rule)]"))
        }
        let unknown = paragraph(
            words(
                "Ketentuan mana yang bertentangan belum dapat disebutkan tanpa pencarian tersendiri. Periksa dulu ketentuan wajib, batas minimum, dan pagu.",
                "Which statements conflict is not known without a search of its own. Look first at mandatory programs, minimum limits and ceilings."
            ))
        return Section(
            id: "conflicts", title: say("Kendala yang bertentangan", "Statements in conflict"),
            content: [list.isEmpty ? unknown : tag("ul", [:], list)])
    }
}
