import Portfolio

/// One self-contained page about an outcome: no script, no request, readable on a phone, on paper and in the dark.
public struct HTMLReport: Sendable {
    let report: Report
    let frontier: FrontierReport?
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the page in a language.
    ///
    /// - Parameter frontier: a frontier of the same scenario, for a chapter of its own.
    public init(of report: Report, frontier: FrontierReport? = nil, in language: Language) {
        self.report = report
        self.frontier = frontier
        self.language = language
    }

    /// The page, for any paper.
    public var text: String { text(style: StyleSheet.text(running: running)) }

    /// The page for one paper.
    public func text(on paper: Paper) -> String {
        text(style: StyleSheet.text(running: running) + "@page{size:\(paper.size)}")
    }

    private func text(style: String) -> String {
        HTMLPage(
            language: language, title: title, style: style,
            body: [masthead, contents, tag("main", [:], sections.map(\.markup)), colophon]
        ).source
    }

    /// Chooses the wording of the page's language.
    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// The scenario's name on one line.
    var title: String { oneLine(report.scenario.name) }

    /// What every printed page carries.
    private var running: StyleSheet.Running {
        StyleSheet.Running(
            title: (report.scenario.isIllustrative ? IllustrativeMark.word(in: language) + " · " : "")
                + title,
            digest: say("sidik ", "digest ") + report.scenario.digest.prefix(12),
            page: say("Halaman ", "Page "), of: say(" dari ", " of "))
    }

    private var masthead: Markup {
        let first = forms.month(report.scenario.start)
        let last = forms.month(report.scenario.end)
        return tag(
            "header", ["class": "masthead"],
            tag(
                "p", ["class": "kicker"],
                .text(say("Laporan portofolio program", "Program portfolio report") + " · \(first)–\(last)")),
            tag("h1", [:], name(report.scenario.name)),
            report.scenario.isIllustrative
                ? tag(
                    "p", ["class": "mark"],
                    tag("strong", [:], .text(IllustrativeMark.word(in: language) + ".")),
                    .text(" " + IllustrativeMark.meaning(in: language))) : .group([]))
    }

    private var contents: Markup {
        tag(
            "nav", ["aria-label": say("Isi laporan", "Contents")],
            tag(
                "ol", [:],
                sections.map { section in
                    tag("li", [:], tag("a", ["href": "#\(section.id)"], .text(section.title)))
                }))
    }

    private var colophon: Markup {
        let sources =
            frontier == nil
            ? say("outcome.json saja", "outcome.json alone")
            : say("outcome.json dan frontier.json saja", "outcome.json and frontier.json alone")
        return tag(
            "footer", [:],
            tag(
                "p", [:],
                .text(
                    say(
                        "Dibuat oleh Selaras \(report.version) dari \(sources); tidak ada angka yang dihitung ulang di halaman ini.",
                        "Made by Selaras \(report.version) from \(sources); no number is computed on this page."
                    ))))
    }

    /// A chapter of the page.
    struct Section: Sendable {
        let id: String
        let title: String
        let content: [Markup]

        var markup: Markup {
            tag(
                "section", ["id": id, "aria-labelledby": "h-\(id)"],
                [tag("h2", ["id": "h-\(id)"], .text(title))] + content)
        }
    }

    private var sections: [Section] {
        let budgets = frontier.map { [chapter(of: $0)] } ?? []
        guard let plan = report.plan else { return [decision, conflicts] + budgets + [method] }
        return [decision, schedule(plan), money(plan), benefits(plan), dependencies(plan), risk(plan)]
            + budgets + [leftOut, saw, method]
    }
}
