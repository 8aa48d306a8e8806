import Portfolio

extension Summary {
    /// What another budget or limit would bring, where a frontier is given.
    var budgets: String {
        guard let frontier else { return "" }
        let words = FrontierWords(report: frontier, language: language)
        return "## \(words.heading.markdownLine)\n\n\(words.summary.markdownLine)\n\n"
            + words.points.markdown(forms)
    }
}
