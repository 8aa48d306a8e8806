import Portfolio

extension Report {
    /// The plan with its money.
    public struct Plan: Sendable {
        /// Σ of program and synergy values.
        public let value: Figure<Double>
        /// Total spending within the calendar, rupiah.
        public let cost: Figure<Rupiah>
        /// Yearly operating costs that go on after the calendar, rupiah.
        public let operatingAfter: Figure<Rupiah>
        /// Number of quick wins and of programs.
        public let quickWins, count: Figure<Int64>
        /// Chosen programs, sorted by id.
        public let programs: [Program]
        /// Ids and values of the synergies that the plan earns.
        public let synergies: [(id: String, value: Figure<Double>)]
        /// Funds, sorted by id.
        public let funds: [Fund]
        /// All funds together by fiscal year.
        public let years: [Account]
        /// Rules as the plan meets them.
        public let rules: [Rule]
        /// Statements that took a choice away.
        public let forced: [Forced]
        /// Sums by primary dimension, agency and proposer.
        public let byDimension, byOwner, byProposer: [Part]
        /// Programs proposed by others than the government; nil where no proposer is named.
        public let bottomUp: Part?

        init(_ part: OutcomePart, of scenario: Scenario) throws(UnusableOutcome) {
            value = try part.part("value").number()
            cost = try part.part("cost").whole()
            operatingAfter = try part.part("operating_after").whole()
            quickWins = try part.part("quick_wins").whole()
            count = try part.part("count").whole()
            programs = try part.list("programs").map { item throws(UnusableOutcome) in
                try Program(item, of: scenario)
            }
            synergies = try part.list("synergies").map { item throws(UnusableOutcome) in
                (try item.part("id").text(), try item.part("value").number())
            }
            funds = try part.list("funds").map { item throws(UnusableOutcome) in
                try Fund(item, of: scenario)
            }
            years = try part.list("years").map { item throws(UnusableOutcome) in
                try Account(item, year: FiscalYear(Int(item.part("year").whole().value)))
            }
            rules = try part.list("rules").map(Rule.init)
            forced = try part.list("forced").map(Forced.init)
            byDimension = try part.list("by_dimension").map(Part.init)
            byOwner = try part.list("by_owner").map(Part.init)
            byProposer = try part.list("by_proposer").map(Part.init)
            bottomUp = try part["bottom_up"].map(Part.init)
        }
    }

    /// One chosen program.
    public struct Program: Sendable {
        /// What is known of it and its variant.
        public let candidate: Candidate
        /// First month of its first and last month of its last working period.
        public let start, finish: Month
        /// Its value.
        public let value: Figure<Double>
        /// Whether it is a quick win.
        public let isQuickWin: Bool
        /// Total spending, rupiah.
        public let cost: Figure<Rupiah>
        /// Spending by fiscal year, years without any absent.
        public let spend: [FiscalYear: Figure<Rupiah>]
        /// Who pays, by id of the fund and year.
        public let paidBy: [String: [FiscalYear: Figure<Rupiah>]]

        init(_ part: OutcomePart, of scenario: Scenario) throws(UnusableOutcome) {
            candidate = try Candidate(part, of: scenario)
            start = try part.part("start").month()
            finish = try part.part("finish").month()
            value = try part.part("value").number()
            isQuickWin = try part.part("quick_win").flag()
            cost = try part.part("cost").whole()
            spend = try Self.years(part.part("spend"))
            var paidBy: [String: [FiscalYear: Figure<Rupiah>]] = [:]
            for (fund, years) in try part.part("paid_by").members() {
                paidBy[fund] = try Self.years(years)
            }
            self.paidBy = paidBy
        }

        private static func years(_ part: OutcomePart) throws(UnusableOutcome) -> [FiscalYear: Figure<Rupiah>]
        {
            try part.byYear { amount throws(UnusableOutcome) in try amount.whole() }
        }
    }

    /// A portfolio rule as the plan meets it.
    public struct Rule: Sendable {
        /// Its name, and the period or year of a `per` rule.
        public let id: String
        /// The period or year of a `per` rule.
        public let span: String?
        /// What it measures: count, quick_wins, spend, capital, operating, benefit or starts.
        public let kind: String
        /// The measure over the programs that match.
        public let measure: Figure<Double>
        /// The same measure over all chosen programs, where a share is limited.
        public let whole: Figure<Double>?
        /// The limits as written.
        public let min, max, minShare, maxShare: Figure<Double>?
        /// The planner's own words.
        public let reason: String?

        /// Whether the measure counts rupiah.
        public var isMoney: Bool { ["spend", "capital", "operating"].contains(kind) }

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            span = try part["span"]?.text()
            kind = try part.part("kind").text()
            measure = try part.part("measure").number()
            whole = try part["of"]?.number()
            min = try part["min"]?.number()
            max = try part["max"]?.number()
            minShare = try part["min_share"]?.number()
            maxShare = try part["max_share"]?.number()
            reason = try part["reason"]?.text()
        }
    }

    /// A statement of the scenario that took a choice away.
    public struct Forced: Sendable {
        /// The statement, such as `must intranet-a`.
        public let what: String
        /// The planner's own words.
        public let reason: String?
        /// What it costs in the first goal; nil until explained.
        public let costsValue: Figure<Double>?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            what = try part.part("what").text()
            reason = try part["reason"]?.text()
            costsValue = try part["costs_value"]?.number()
        }
    }

    /// What the programs of one dimension, agency or proposer amount to.
    public struct Part: Sendable {
        /// Id of the dimension or agency, or the proposer's name; empty where nobody is named.
        public let id: String
        /// Number of programs.
        public let count: Figure<Int64>
        /// Their spending, rupiah.
        public let cost: Figure<Rupiah>
        /// Their share of the plan's spending.
        public let share: Figure<Double>?
        /// Their value.
        public let value: Figure<Double>
        /// Points per year that all chosen programs give in the dimension; nil for agencies and proposers.
        public let points: Figure<Double>?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            count = try part.part("count").whole()
            cost = try part.part("cost").whole()
            share = try part["share"]?.number()
            value = try part.part("value").number()
            points = try part["points"]?.number()
        }
    }
}
