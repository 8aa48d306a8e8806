import Planning
import Portfolio

/// The summary of an outcome in Markdown, for a reader who decides about a budget.
public struct Summary: Sendable {
    let outcome: Outcome
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the summary of an outcome in a language.
    public init(of outcome: Outcome, in language: Language) {
        self.outcome = outcome
        self.language = language
    }

    /// The whole summary.
    public var markdown: String {
        var sections = [heading, decision]
        if let plan = outcome.plan {
            sections += [
                chosen(plan), quickWins(plan), money(plan), payments(plan), rules(plan), synergies(plan),
                leftOut, goals,
            ]
        } else {
            sections.append(conflicts)
        }
        sections.append(provenance)
        return sections.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Chooses the wording of the summary's language.
    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// A text of the scenario in the summary's language, on one line.
    func text(_ text: LocalizedText) -> String {
        text.text(in: language).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private var heading: String {
        let mark = say(
            "**ILUSTRASI.** Skor, biaya, durasi, dan tanggal dalam skenario ini adalah contoh, bukan data resmi.",
            "**ILLUSTRATIVE.** Scores, costs, durations and dates of this scenario are examples, not official data."
        )
        return "# \(text(outcome.name))\n" + (outcome.isIllustrative ? "\n\(mark)\n" : "")
    }

    private var provenance: String {
        let repeatable =
            outcome.isRepeatable
            ? say("ya", "yes")
            : say(
                "tidak: pencarian dihentikan oleh waktu", "no: the search was stopped by time")
        let rows = [
            (say("Sidik skenario (SHA-256)", "Scenario digest (SHA-256)"), outcome.digest),
            (say("Pemecah", "Solver"), outcome.solver),
            (say("Simpul yang diperiksa", "Nodes searched"), forms.whole(Int64(outcome.nodes))),
            (say("Dapat diulang", "Repeatable"), repeatable),
        ]
        return "## \(say("Jejak perhitungan", "How it was computed"))\n\n"
            + rows.map { "- \($0.0): \($0.1)\n" }.joined()
    }
}
