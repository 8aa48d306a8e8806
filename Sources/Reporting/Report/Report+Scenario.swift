import Portfolio

extension Report {
    /// What the report says about the scenario.
    public struct Scenario: Sendable {
        /// Its name.
        public let name: LocalizedText
        /// SHA-256 of the resolved scenario.
        public let digest: String
        /// Number of candidate programs.
        public let programs: Figure<Int64>
        /// Number of planning periods.
        public let periods: Figure<Int64>
        /// Whether it calls itself illustrative.
        public let isIllustrative: Bool
        /// First and last month of the plan, and the last in which benefits count.
        public let start, end, benefitsUntil: Month
        /// month, quarter or year.
        public let step: PlanningCalendar.Step
        /// ρ per year.
        public let discountRate: Figure<Double>
        /// What makes a quick win; nil means no program is one.
        public let quickWin: QuickWin?
        /// Dimensions with their weights, sorted by id.
        public let dimensions: [Dimension]
        /// Names of dimensions, agencies and funds.
        let names: Names
        /// Names of risks.
        let riskNames: RiskNames

        /// Fiscal years of the calendar.
        public var years: [FiscalYear] { (start.year...max(start.year, end.year)).map(FiscalYear.init) }
        /// The name of a dimension, or its id.
        public func dimension(_ id: String) -> LocalizedText { names.dimensions[id] ?? LocalizedText(id) }
        /// The name of an agency, or its id.
        public func owner(_ id: String) -> LocalizedText { names.owners[id] ?? LocalizedText(id) }
        /// The name of the risk that an effect is of, or its id.
        public func risk(_ effect: Effect) -> LocalizedText { riskNames[effect] ?? LocalizedText(effect.id) }
        /// The name of a fund, or its id.
        public func fund(_ id: String) -> LocalizedText { names.funds[id] ?? LocalizedText(id) }

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            name = try part.localized("name")
            digest = try part.part("digest").text()
            programs = try part.part("programs").whole()
            periods = try part.part("periods").whole()
            isIllustrative = try part.part("illustrative").flag()
            let calendar = try part.part("calendar")
            start = try calendar.part("start").month()
            end = try calendar.part("end").month()
            benefitsUntil = try calendar.part("benefits_until").month()
            let stepPart = try calendar.part("step")
            guard let step = PlanningCalendar.Step(rawValue: try stepPart.text()) else {
                throw stepPart.wrong("month, quarter atau year", "month, quarter or year")
            }
            self.step = step
            discountRate = try part.part("discount_rate").number()
            quickWin = try part["quick_win"].map(QuickWin.init)
            dimensions = try part.list("dimensions").map(Dimension.init)
            names = try Names(part)
            riskNames = try RiskNames(part.optionalList("risks"))
        }
    }

    /// What makes a quick win.
    public struct QuickWin: Sendable {
        /// What the city calls it.
        public let label: LocalizedText
        /// Last month in which it may finish.
        public let finishBy: Month
        /// Longest duration, months.
        public let maxDuration: Figure<Double>

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            label = try part.localized("label")
            finishBy = try part.part("finish_by").month()
            maxDuration = try part.part("max_duration").number()
        }
    }

    /// A dimension of the smart city.
    public struct Dimension: Sendable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: LocalizedText
        /// Normalised weight, 0 … 1.
        public let weight: Figure<Double>

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            id = try part.part("id").text()
            name = try part.localized("name")
            weight = try part.part("weight").number()
        }
    }

    /// Names by id.
    struct Names: Sendable {
        let dimensions, owners, funds: [String: LocalizedText]

        init(_ part: OutcomePart) throws(UnusableOutcome) {
            dimensions = try Self.names(part.list("dimensions"))
            owners = try Self.names(part.list("owners"))
            funds = try Self.names(part.list("funds"))
        }

        private static func names(_ parts: [OutcomePart]) throws(UnusableOutcome) -> [String: LocalizedText] {
            var names: [String: LocalizedText] = [:]
            for part in parts { names[try part.part("id").text()] = try part.localized("name") }
            return names
        }
    }
}
