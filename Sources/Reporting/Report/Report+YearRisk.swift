import Portfolio

extension Report {
    /// What the trials say about a fund's year; rupiah.
    public struct FundYearRisk: Sendable {
        /// The fund.
        public let fund: String
        /// The fiscal year.
        public let year: FiscalYear
        /// What is asked for, spent, and lapses; share of the available money that is spent.
        public let need, spent, lapsed, absorption: Spread?
        /// P(the need exceeds what is there).
        public let overrun: Estimate?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            fund = try part.part("fund").text()
            year = FiscalYear(Int(try part.part("year").whole().value))
            need = try part["need"].map(Spread.init)
            spent = try part["spent"].map(Spread.init)
            lapsed = try part["lapsed"].map(Spread.init)
            absorption = try part["absorption"].map(Spread.init)
            overrun = try part["p_overrun"].map(Estimate.init)
        }
    }

    /// How much of a year's money is spent by the end of a quarter.
    public struct Quarter: Sendable {
        /// The fiscal year.
        public let year: FiscalYear
        /// 1 … 4.
        public let quarter: Int
        /// Share spent since 1 January: quantiles over the trials.
        public let p10, p50, p90: Estimate?
        /// What is usual at that time of the year.
        public let typical: Figure<Double>?

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            year = FiscalYear(Int(try part.part("year").whole().value))
            quarter = Int(try part.part("quarter").whole().value)
            let absorption = part["absorption"]
            p10 = try absorption?["p10"].map(Estimate.init)
            p50 = try absorption?["p50"].map(Estimate.init)
            p90 = try absorption?["p90"].map(Estimate.init)
            typical = try part["typical"]?.number()
        }
    }
}
