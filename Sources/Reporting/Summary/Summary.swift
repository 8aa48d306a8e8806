import Portfolio

/// The summary of an outcome in Markdown, for a reader who decides about a budget; laid out from what
/// `outcome.json` holds.
public struct Summary: Sendable {
    let report: Report
    let frontier: FrontierReport?
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the summary of a report in a language.
    ///
    /// - Parameter frontier: a frontier of the same scenario, for a paragraph and a table of its own.
    public init(of report: Report, frontier: FrontierReport? = nil, in language: Language) {
        self.report = report
        self.frontier = frontier
        self.language = language
    }

    /// The whole summary.
    public var markdown: String {
        var sections = [heading, decision]
        if let plan = report.plan {
            sections += [
                chosen(plan), quickWins(plan), money(plan), payments(plan), rules(plan), synergies(plan),
                leftOut, goals,
            ]
        } else {
            sections.append(conflicts)
        }
        sections += [budgets, provenance]
        if let risk = RiskSummary(of: report, in: language) { sections.append(risk.markdown) }
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
        let word = IllustrativeMark.word(in: language)
        let mark = "**\(word).** \(IllustrativeMark.meaning(in: language))"
        return "# \(text(report.scenario.name))\n" + (report.scenario.isIllustrative ? "\n\(mark)\n" : "")
    }

    private var provenance: String {
        let repeatable =
            report.search.isRepeatable
            ? say("ya", "yes")
            : say(
                "tidak: pencarian dihentikan oleh waktu", "no: the search was stopped by time")
        let rows = [
            (say("Sidik skenario (SHA-256)", "Scenario digest (SHA-256)"), report.scenario.digest),
            (say("Pemecah", "Solver"), report.search.solver),
            (say("Simpul yang diperiksa", "Nodes searched"), forms.whole(report.search.nodes.value)),
            (say("Dapat diulang", "Repeatable"), repeatable),
        ]
        return "## \(say("Jejak perhitungan", "How it was computed"))\n\n"
            + rows.map { "- \($0.0): \($0.1)\n" }.joined()
    }
}
