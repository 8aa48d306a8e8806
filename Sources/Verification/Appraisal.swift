import Portfolio

/// Everything that follows from a plan, recomputed in integers where money is concerned.
public struct Appraisal: Hashable, Sendable {
    /// One chosen program.
    public struct ProgramFigures: Hashable, Sendable {
        /// The program, its variant and start.
        public var planned: PlannedProgram
        /// f, the first period in which it operates.
        public var finish: Int
        /// §8 value, helped_by shares as realised.
        public var value: Double
        /// Whether it is a quick win (§9).
        public var isQuickWin: Bool
        /// Spend of each cost line per fiscal year, rupiah > 0 only, lines sorted by name.
        public var lines: [LineSpend]
    }

    /// The spend of one cost line.
    public struct LineSpend: Hashable, Sendable {
        /// The line's name.
        public var name: String
        /// Eligible funds, sorted.
        public var eligibleFunds: [Fund.ID]
        /// Rupiah per fiscal year, only where > 0.
        public var years: [FiscalYear: Rupiah]
    }

    /// The value of one synergy whose programs are all chosen.
    public struct SynergyFigures: Hashable, Sendable {
        /// The synergy.
        public var id: Synergy.ID
        /// Its value.
        public var value: Double
    }

    /// A measure of a rule.
    public enum Measured: Hashable, Sendable {
        /// Rupiah or programs.
        case whole(Int64)
        /// Benefit points.
        case points(Double)
    }

    /// A portfolio rule's measure; rules with `per` have one entry per period or year.
    public struct RuleFigures: Hashable, Sendable {
        /// Name of the rule instance, such as `every-dimension/governance`.
        public var name: String
        /// The period or year for `per` rules: `2023`, or the period's first month `2023-04`.
        public var span: String?
        /// The measure over the programs that match.
        public var measure: Measured
        /// The same measure over all chosen programs.
        public var whole: Measured
    }

    /// Chosen programs, sorted by id.
    public var programs: [ProgramFigures]
    /// Synergies with all programs chosen, sorted by id.
    public var synergies: [SynergyFigures]
    /// Σ of program and synergy values, in the order of ids.
    public var value: Double
    /// Total spend within the calendar, rupiah.
    public var cost: Rupiah
    /// Number of quick wins.
    public var quickWins: Int
    /// Σ of finish periods.
    public var finishSum: Int
    /// Σ b_k of the chosen per dimension, undiscounted, every dimension present.
    public var benefits: [Dimension.ID: Double]
    /// Yearly amounts of operating lines still running in the first period after T.
    public var operatingAfter: Rupiah
    /// Rules, sorted by name and span.
    public var rules: [RuleFigures]

    /// The value of a goal: points, or a whole number.
    public func value(of goal: Goal) -> Double {
        switch goal {
        case .maximiseValue: value
        case .maximiseBenefit(let dimension): benefits[dimension] ?? 0
        case .maximiseQuickWins: Double(quickWins)
        case .maximiseCount: Double(programs.count)
        case .minimiseCost: Double(cost)
        case .minimiseFinish: Double(finishSum)
        }
    }
}
