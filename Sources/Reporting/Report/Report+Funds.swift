import Portfolio

extension Report {
    /// One fund over the fiscal years.
    public struct Fund: Sendable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: LocalizedText
        /// Its accounts in order of year.
        public let years: [Account]

        init(_ part: OutcomePart, of scenario: Scenario) throws(UnusableOutcome) {
            id = try part.part("id").text()
            name = scenario.fund(id)
            years = try part.part("years").byYear { $0 }.sorted { $0.key < $1.key }
                .map { year, account throws(UnusableOutcome) in try Account(account, year: year) }
        }
    }

    /// What becomes of the ceilings of a fiscal year: ceiling + carried in = spent + slack, slack = carried out + lapsed.
    public struct Account: Sendable {
        /// The year.
        public let year: FiscalYear
        /// Rupiah.
        public let ceiling, carriedIn, spent, carriedOut, lapsed, slack: Figure<Rupiah>

        init(_ part: OutcomePart, year: FiscalYear) throws(UnusableOutcome) {
            self.year = year
            ceiling = try part.part("ceiling").whole()
            carriedIn = try part.part("carried_in").whole()
            spent = try part.part("spent").whole()
            carriedOut = try part.part("carried_out").whole()
            lapsed = try part.part("lapsed").whole()
            slack = try part.part("slack").whole()
        }
    }
}
