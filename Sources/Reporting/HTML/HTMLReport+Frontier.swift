import Portfolio

extension HTMLReport {
    /// What another budget or limit would bring: what the frontier's own page holds.
    func chapter(of frontier: FrontierReport) -> Section {
        Section(
            id: "frontier", title: FrontierWords(report: frontier, language: language).heading,
            content: frontier.document(in: language).sections.filter { !$0.isEmpty }.flatMap {
                $0.content(in: language)
            })
    }
}
