import Portfolio

/// A verified plan with the figures of it that a trial needs.
public struct PlannedRollout: Hashable, Sendable {
    /// The plan.
    public var plan: Plan
    /// §8 value of each chosen program, points.
    public var values: [Program.ID: Double]
    /// §8 value of the portfolio, synergies included, points.
    public var value: Double
    /// Spend of each chosen program over the whole calendar, rupiah.
    public var spend: [Program.ID: Rupiah]
    /// The chosen programs that are quick wins (§9).
    public var quickWins: Set<Program.ID>
    /// The plan's canonical allocation of money (§5).
    public var allocation: Allocation

    /// Makes the value from the figures of a verified plan.
    public init(
        plan: Plan, values: [Program.ID: Double], value: Double, spend: [Program.ID: Rupiah],
        quickWins: Set<Program.ID>, allocation: Allocation
    ) {
        self.plan = plan
        self.values = values
        self.value = value
        self.spend = spend
        self.quickWins = quickWins
        self.allocation = allocation
    }
}
