import Portfolio
import Verification

/// The figures of a plan, sums included.
public struct PlanFigures: Sendable {
    /// Σ of program and synergy values, discounted weighted points.
    public var value: Double
    /// Total spend within the calendar, rupiah.
    public var cost: Rupiah
    /// Number of quick wins.
    public var quickWins: Int
    /// Fiscal years of the calendar.
    public var years: [FiscalYear]
    /// Spend per fiscal year, every year of the calendar present, rupiah.
    public var spend: [FiscalYear: Rupiah]
    /// Chosen programs, sorted by id.
    public var programs: [ProgramRow]
    /// Synergies with all programs chosen, sorted by id.
    public var synergies: [Appraisal.SynergyFigures]
    /// Yearly amounts of operating lines still running after the calendar, rupiah.
    public var operatingAfter: Rupiah
    /// Funds, sorted by id.
    public var funds: [FundRow]
    /// Rules, sorted by name and span.
    public var rules: [RuleRow]
    /// What the scenario forces.
    public var forced: [ForcedDecision]
    /// Sums by dimension, agency, proposer and year.
    public var totals: PlanTotals
}

/// Money per fund and fiscal year, rupiah > 0 only.
public typealias PaidBy = [Fund.ID: [FiscalYear: Rupiah]]

/// One chosen program.
public struct ProgramRow: Sendable {
    /// The program.
    public var id: Program.ID
    /// Its name.
    public var name: LocalizedText
    /// What is known of it and its chosen variant.
    public var facts: ProgramFacts
    /// The agency in charge.
    public var owner: LocalizedText
    /// Its primary dimension.
    public var dimension: LocalizedText
    /// The chosen variant.
    public var variant: Variant.ID
    /// First month of its first working period.
    public var start: Month
    /// Last month of its last working period.
    public var finish: Month
    /// Its value, discounted weighted points.
    public var value: Double
    /// Whether it is a quick win.
    public var isQuickWin: Bool
    /// Total spend, rupiah.
    public var cost: Rupiah
    /// Spend per fiscal year, rupiah > 0 only.
    public var spend: [FiscalYear: Rupiah]
    /// Who pays, over all lines.
    public var paidBy: PaidBy
    /// Cost lines, sorted by name.
    public var lines: [Line]

    /// One cost line.
    public struct Line: Sendable {
        /// Its name.
        public var name: String
        /// Who pays.
        public var paidBy: PaidBy
    }
}

/// One fund over the fiscal years.
public struct FundRow: Sendable {
    /// The fund.
    public var id: Fund.ID
    /// Its name.
    public var name: LocalizedText
    /// What became of its ceilings, in order of year.
    public var years: [FundYear]
}

/// One portfolio rule as the plan meets it.
public struct RuleRow: Sendable {
    /// The rule instance.
    public var name: String
    /// The period or year of a `per` rule.
    public var span: String?
    /// What is measured.
    public var kind: Rule.Measure
    /// The measure over the programs that match.
    public var measure: Appraisal.Measured
    /// The same measure over all chosen programs.
    public var whole: Appraisal.Measured
    /// The rule as written, with its limits.
    public var rule: Rule
}
