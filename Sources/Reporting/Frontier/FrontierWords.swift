import Planning
import Portfolio

/// The words of a frontier in one language.
struct FrontierWords {
    let report: FrontierReport
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// What is varied, in words.
    var varied: String { report.varied.text(in: language) }

    var title: String {
        "\(heading) · \(report.name.text(in: language))"
    }

    /// The same without the scenario, for a part of its report.
    var heading: String { say("Kurva pertukaran: ", "Frontier: ") + varied }

    var mark: String? {
        IllustrativeMark.isDue(report.name) ? IllustrativeMark.text(in: language) : nil
    }

    /// The name of the first goal's value.
    var valueName: String {
        report.goal == "maximise value"
            ? say("Nilai", "Value") : say("Tujuan ", "Goal ") + report.goal
    }

    /// What a reader must know of the table.
    var remarks: [String] {
        let proved = report.rows.count { $0.isProved || $0.status == .infeasible }
        let points = say(
            "\(proved) dari \(report.rows.count) titik terbukti: optimal, atau tidak layak. Rencana setiap titik diperiksa tersendiri; selisih (gap) disebut di mana bukti belum ada.",
            "\(proved) of \(report.rows.count) points are proved: optimal, or infeasible. The plan of each is verified by itself; a gap is given where there is no proof yet."
        )
        let money = report.isOfFunds ? (id: "pagu", en: "ceilings") : (id: "batas", en: "the limit")
        let gain = say(
            "Nilai tambah per Rp1 miliar adalah selisih nilai dibagi selisih \(money.id) terhadap titik sebelumnya, bukan harga bayangan.",
            "The gain per Rp1 billion is the difference in value over that in \(money.en) since the point before, not a shadow price."
        )
        return [points] + (report.isOfMoney ? [gain] : [])
    }

    /// Where the figures come from.
    var provenance: [String] {
        let asked = say(
            "Divariasikan: \(report.vary); sidik skenario (SHA-256) \(report.digest).",
            "Varied: \(report.vary); scenario digest (SHA-256) \(report.digest).")
        guard let simulation = report.simulation else { return [asked] }
        let trials = forms.whole(simulation.trials)
        return [
            say(
                "Setiap rencana disimulasikan: \(trials) putaran, benih acak (seed) \(simulation.seed), kebijakan \(simulation.policy).",
                "Every plan was simulated: \(trials) trials, seed \(simulation.seed), policy \(simulation.policy)."
            ), asked,
        ]
    }

    /// What a move against the budget means.
    var movesRemarks: [String] {
        guard report.hasMovesAgainstTheBudget else { return [] }
        return [
            say(
                "Ada program yang keluar saat pagu bertambah: pagu yang lebih besar membiayai gabungan lain yang nilainya lebih tinggi. Itu hitungan, bukan kesalahan.",
                "Some programs leave when the ceilings grow: more money pays for another combination that is worth more. That is arithmetic and not an error."
            )
        ]
    }

    /// The whole in two sentences, for a summary.
    var summary: String {
        guard let first = report.rows.first, let last = report.rows.last else { return "" }
        let range = say("dari \(at(first)) sampai \(at(last))", "from \(at(first)) to \(at(last))")
        let value = { (row: FrontierReport.Row) in row.value.map { forms.decimal($0) } ?? status(row.status) }
        let moves = report.programs.count { id, _ in
            report.rows.contains { $0.programs?.contains(id) == false }
        }
        return say(
            "Bila \(varied) diubah \(range), \(valueName.lowercased()) berubah dari \(value(first)) menjadi \(value(last)); \(forms.whole(Int64(moves))) program masuk atau keluar di antaranya.",
            "With \(varied) \(range), the \(valueName.lowercased()) goes from \(value(first)) to \(value(last)); \(forms.whole(Int64(moves))) programs enter or leave on the way."
        )
    }

    /// The value of the axis at a point.
    func at(_ row: FrontierReport.Row) -> String {
        report.isPercent ? forms.plain((row.at * 100_000).rounded() / 1000) + "%" : forms.plain(row.at)
    }

    func status(_ status: PlanStatus) -> String {
        switch status {
        case .optimal: "optimal"
        case .feasible: say("layak, belum terbukti", "feasible, not proved")
        case .infeasible: say("tidak layak", "infeasible")
        case .unknown: say("belum ada jawaban", "no answer yet")
        }
    }

    func names(_ ids: [String]) -> String {
        ids.map { report.programs[$0]?.text(in: language) ?? $0 }.joined(separator: "; ")
    }
}
