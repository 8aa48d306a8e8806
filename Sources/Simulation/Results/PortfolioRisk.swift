import Portfolio
import Probability

/// What the trials say about the portfolio.
public struct PortfolioRisk: Sendable {
    /// Last planned finish, months.
    public let plannedFinish: Double
    /// Value in a trial without uncertainty (continuous time), points.
    public let certainValue: Double
    /// Value of the plan (§8), points.
    public let plannedValue: Double
    /// Last finish, months.
    public let finish: Spread?
    /// Cost, rupiah.
    public let cost: Spread?
    /// Value, points.
    public let value: Spread?
    /// Rupiah that lapse over all fund-years.
    public let lapsed: Spread?
    /// Quick wins of the plan.
    public let plannedQuickWins: Int
    /// Mean of quick wins on time.
    public let quickWins: Estimate?
    /// Share of the trials by number of quick wins on time.
    public let quickWinShares: [Int: Double]
    /// P(all quick wins on time); nil without quick wins.
    public let allQuickWins: Estimate?
    /// P(cost ≤ c and finish ≤ d) at the quantiles of both.
    public let joint: [JointConfidence]
    /// Cumulative spending by the ends of the quarters, in the order of time.
    public let quarters: [QuarterRisk]
    /// The distributions of cost, last finish and value as curves.
    public let curves: OutcomeCurves
}

/// How much of a fiscal year's money is spent by the end of a quarter.
public struct QuarterRisk: Sendable {
    /// The fiscal year.
    public let year: FiscalYear
    /// 1…4.
    public let quarter: Int
    /// Spending since 1 January ÷ (ceilings after shocks + carried in), all funds together, over the
    /// first trials; nil where there is no money.
    public let absorption: Spread?

    /// What Indonesian governments typically have spent by then: March 8 %, June 30 %, September 50 %,
    /// December 90 %.
    public var typical: Double { [0.08, 0.3, 0.5, 0.9][quarter - 1] }
}

/// Distributions as points of their quantile functions.
public struct OutcomeCurves: Sendable {
    /// Cost, rupiah.
    public let cost: [QuantilePoint]
    /// Last finish, months.
    public let finish: [QuantilePoint]
    /// Value, points.
    public let value: [QuantilePoint]
}

/// A quantile.
public struct QuantilePoint: Sendable, Hashable {
    /// The share of trials at or below.
    public let p: Double
    /// The quantile with its interval.
    public let at: Estimate

    /// 1 %, 5 %, 10 % … 95 %, 99 %.
    static let shares = [0.01] + (1...19).map { Double($0) / 20 } + [0.99]
}

/// P(cost ≤ c and finish ≤ d).
public struct JointConfidence: Sendable {
    /// c, rupiah.
    public let cost: Double
    /// d, months.
    public let finish: Double
    /// The probability.
    public let probability: Estimate?
}
