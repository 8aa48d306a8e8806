import Portfolio
import Probability

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
