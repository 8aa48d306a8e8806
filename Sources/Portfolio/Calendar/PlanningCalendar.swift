/// The planning periods and the evaluation horizon (model.md §1).
public struct PlanningCalendar: Hashable, Sendable {
    /// The length of a planning period.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// One month.
        case month
        /// Three months, from January, April, July or October.
        case quarter
        /// A calendar year.
        case year

        /// Months in one period.
        public var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    /// First month of period 0.
    public let start: Month
    /// Last month of period T−1.
    public let end: Month
    /// Length of a period.
    public let step: Step
    /// Last month in which benefits count, ≥ `end`.
    public let benefitsUntil: Month

    /// Makes a calendar; nil unless `start` begins a period, `end` and `benefitsUntil` (default:
    /// `end`) end one, and they follow each other.
    public init?(start: Month, end: Month, step: Step = .month, benefitsUntil: Month? = nil) {
        let horizon = benefitsUntil ?? end
        guard start <= end, end <= horizon, start.ordinal % step.months == 0,
            (end.ordinal + 1) % step.months == 0, (horizon.ordinal + 1) % step.months == 0
        else { return nil }
        self.start = start
        self.end = end
        self.step = step
        self.benefitsUntil = horizon
    }

    /// T, the number of planning periods.
    public var periodCount: Int { (end.ordinal + 1 - start.ordinal) / step.months }

    /// E, the number of periods over which benefits count; ≥ T.
    public var horizon: Int { (benefitsUntil.ordinal + 1 - start.ordinal) / step.months }

    /// n, periods per year: 12, 4 or 1.
    public var periodsPerYear: Int { 12 / step.months }

    /// The fiscal years of the calendar, in order.
    public var years: [FiscalYear] { (start.year...end.year).map(FiscalYear.init) }

    /// The first month of a period.
    public func firstMonth(of period: Int) -> Month { start.advanced(by: period * step.months) }

    /// The last month of a period.
    public func lastMonth(of period: Int) -> Month {
        start.advanced(by: (period + 1) * step.months - 1)
    }

    /// The fiscal year of a period.
    public func year(of period: Int) -> FiscalYear { firstMonth(of: period).fiscalYear }

    /// The period in which a month lies; negative before the calendar.
    public func period(containing month: Month) -> Int {
        let months = month.ordinal - start.ordinal
        return months >= 0 ? months / step.months : -((-months + step.months - 1) / step.months)
    }

    /// ceil(months / months per period), exactly: the periods that a duration or lag takes.
    public func periods(covering months: Exact) -> Int {
        let perPeriod = Int128(step.months) * Int128(months.denominator)
        return Int((Int128(months.numerator) + perPeriod - 1) / perPeriod)
    }
}
