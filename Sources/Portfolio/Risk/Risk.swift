/// The rollout's risks (model.md §12); kept as data, used by the simulation.
public struct Risk: Hashable, Sendable {
    /// Correlations of base draws.
    public var correlation: [Correlation]
    /// Common factors.
    public var drivers: [RiskDriver]
    /// Procurement routes.
    public var procurement: [ProcurementRoute]
    /// Risk events.
    public var events: [RiskEvent]
    /// Grace of a single-year contract after 31 December, in months.
    public var yearEndGrace: Double
    /// First month in which the revised budget can be used, 1…12; nil means no revision.
    public var budgetRevisionMonth: Int?
    /// Cuts of ceilings.
    public var budgetShocks: [BudgetShock]

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        correlation: [Correlation] = [],
        drivers: [RiskDriver] = [],
        procurement: [ProcurementRoute] = [],
        events: [RiskEvent] = [],
        yearEndGrace: Double = 1.64,
        budgetRevisionMonth: Int? = nil,
        budgetShocks: [BudgetShock] = []
    ) {
        self.correlation = correlation
        self.drivers = drivers
        self.procurement = procurement
        self.events = events
        self.yearEndGrace = yearEndGrace
        self.budgetRevisionMonth = budgetRevisionMonth
        self.budgetShocks = budgetShocks
    }
}
