import Portfolio
import Probability

/// The distribution of a figure over the trials, every number with its 95 % interval.
public struct Spread: Sendable, Hashable {
    /// Mean.
    public let mean: Estimate
    /// Standard deviation.
    public let sd: Estimate
    /// Quantiles at 10, 50, 80, 90 and 95 percent.
    public let p10, p50, p80, p90, p95: Estimate

    /// Reads a histogram of whole multiples of a unit; nil without values.
    init?(_ histogram: Histogram, unit: Double = 1) {
        guard let mean = histogram.moments.meanEstimate(unit: unit),
            let sd = histogram.sdEstimate(unit: unit),
            let p10 = histogram.quantile(0.1, unit: unit), let p50 = histogram.quantile(0.5, unit: unit),
            let p80 = histogram.quantile(0.8, unit: unit), let p90 = histogram.quantile(0.9, unit: unit),
            let p95 = histogram.quantile(0.95, unit: unit)
        else { return nil }
        self.mean = mean
        self.sd = sd
        (self.p10, self.p50, self.p80, self.p90, self.p95) = (p10, p50, p80, p90, p95)
    }
}

/// What a simulation says about a plan (model.md §12, "Reported").
public struct SimulationResult: Sendable {
    /// Trials done.
    public let trials: Int
    /// Trials asked for; more than `trials` where it was interrupted.
    public let wanted: Int
    /// The precision that was asked for, and whether it was reached; nil where none was.
    public let precision: ReachedPrecision?
    /// Seed of all streams.
    public let seed: UInt64
    /// The policy.
    public let policy: SimulationSettings.Policy
    /// Each chosen program, by id.
    public let programs: [ProgramRisk]
    /// The portfolio.
    public let portfolio: PortfolioRisk
    /// Every fund in every fiscal year, by fund, then year.
    public let years: [FundYearRisk]
    /// The risks, the most harmful to the value first.
    public let risks: [RiskEffect]
    /// Trials on which the risks' effects rest.
    public let pairedTrials: Int
    /// The first trials one by one, in their order.
    public let samples: [TrialSample]
}

/// A precision that was asked for.
public struct ReachedPrecision: Sendable, Hashable {
    /// Half of a 95 % interval, as ``Precision`` says.
    public let share: Double
    /// Whether the figures are that precise; false where the trials did not suffice.
    public let isReached: Bool
}

/// What the trials say about one program.
public struct ProgramRisk: Sendable {
    /// The program.
    public let id: Program.ID
    /// Planned finish, months from the calendar's beginning.
    public let plannedFinish: Double
    /// P(finished by the end of its planned finish).
    public let onTime: Estimate?
    /// P(finished by the end of `finish_by`); nil for programs that are no quick wins in the plan.
    public let quickWin: Estimate?
    /// P(cancelled).
    public let cancelled: Estimate?
    /// P(on the chain that fixes the last finish).
    public let criticality: Estimate?
    /// Finish in months, over the trials in which it finishes.
    public let finish: Spread?
    /// Cost, rupiah.
    public let cost: Spread?
    /// Value without uncertainty − value in the trial, mean, points.
    public let benefitLost: Estimate?
}

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

/// What the trials say about a fund's year; rupiah.
public struct FundYearRisk: Sendable {
    /// The fund.
    public let fund: Fund.ID
    /// The fiscal year.
    public let year: FiscalYear
    /// What would have been spent.
    public let need: Spread?
    /// What was spent.
    public let spent: Spread?
    /// What lapsed.
    public let lapsed: Spread?
    /// P(need > ceiling after shocks + carried in).
    public let overrun: Estimate?
    /// spent ÷ (ceiling after shocks + carried in); nil where that is always 0.
    public let absorption: Spread?
}

/// The effect of one risk.
public struct RiskEffect: Sendable {
    /// The risk's id.
    public let id: String
    /// driver, event, route or shock.
    public let kind: String
    /// Effects by what is affected, in the order of ``Output``.
    public let effects: [Effect]

    /// What a risk may affect.
    public enum Output: String, Sendable, CaseIterable {
        /// Value, points.
        case value
        /// Cost, rupiah.
        case cost
        /// Last finish, months.
        case finish
        /// Quick wins on time.
        case quickWins = "quick_wins"
        /// Lapsed rupiah.
        case lapsed
    }

    /// The effect on one output.
    public struct Effect: Sendable {
        /// What is affected.
        public let output: Output
        /// Spearman's correlation of the risk's strength with the output.
        public let rankCorrelation: Estimate?
        /// Mean change of the output when this risk alone is taken out, the rest of the luck unchanged.
        public let byExclusion: Estimate?
    }
}
