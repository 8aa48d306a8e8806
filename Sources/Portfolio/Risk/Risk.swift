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

/// A one-factor Gaussian copula among programs for one quantity.
public struct Correlation: Hashable, Sendable {
    /// Which draws are correlated.
    public var quantity: Quantity
    /// ρ, 0 ≤ ρ < 1.
    public var rho: Double
    /// Among which programs; without keys all.
    public var among: Selector

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        quantity: Quantity,
        rho: Double,
        among: Selector = Selector()
    ) {
        self.quantity = quantity
        self.rho = rho
        self.among = among
    }

    /// The quantities that may be correlated.
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// Durations.
        case duration
        /// Costs.
        case cost
        /// Benefits.
        case benefit
    }
}

/// A factor that is common to all affected programs in a trial.
public struct RiskDriver: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<RiskDriver>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Affected programs; without keys all.
    public var affects: Selector
    /// Factor on the duration.
    public var duration: Distribution?
    /// Factor on the cost.
    public var cost: Distribution?
    /// Factor on the benefit.
    public var benefit: Distribution?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<RiskDriver>,
        name: LocalizedText? = nil,
        affects: Selector = Selector(),
        duration: Distribution? = nil,
        cost: Distribution? = nil,
        benefit: Distribution? = nil
    ) {
        self.id = id
        self.name = name
        self.affects = affects
        self.duration = duration
        self.cost = cost
        self.benefit = benefit
    }
}

/// A way of procurement with its chance of failing.
public struct ProcurementRoute: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Probability that one attempt fails.
    public var failure: Double
    /// Months that a failed attempt adds.
    public var retryDelay: Distribution
    /// The failure after which the program is cancelled, ≥ 1.
    public var giveUpAfter: Int

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText? = nil,
        failure: Double,
        retryDelay: Distribution,
        giveUpAfter: Int
    ) {
        self.id = id
        self.name = name
        self.failure = failure
        self.retryDelay = retryDelay
        self.giveUpAfter = giveUpAfter
    }

    /// Identity of a route.
    public typealias ID = Identifier<ProcurementRoute>
}

/// Something that may happen to programs.
public struct RiskEvent: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<RiskEvent>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Probability of happening.
    public var probability: Double
    /// Whether each affected program has its own coin.
    public var scope: Scope
    /// Affected programs; without keys all.
    public var affects: Selector
    /// Months added to the duration.
    public var delay: Distribution?
    /// Factor on the cost.
    public var cost: Distribution?
    /// Factor on the benefit.
    public var benefit: Distribution?
    /// Whether it cancels the program.
    public var cancels: Bool

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<RiskEvent>,
        name: LocalizedText? = nil,
        probability: Double,
        scope: Scope = .each,
        affects: Selector = Selector(),
        delay: Distribution? = nil,
        cost: Distribution? = nil,
        benefit: Distribution? = nil,
        cancels: Bool = false
    ) {
        self.id = id
        self.name = name
        self.probability = probability
        self.scope = scope
        self.affects = affects
        self.delay = delay
        self.cost = cost
        self.benefit = benefit
        self.cancels = cancels
    }

    /// One coin per program, or one for all.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// An independent coin and impact per affected program.
        case each
        /// One coin and impact for all.
        case all
    }
}

/// A cut of ceilings in listed years.
public struct BudgetShock: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: Identifier<BudgetShock>
    /// What the reports call it; nil for its id.
    public var name: LocalizedText?
    /// Funds that are cut together.
    public var funds: [Fund.ID]
    /// Years, each with a coin of its own.
    public var years: [FiscalYear]
    /// Probability in each year.
    public var probability: Double
    /// Fraction that is cut.
    public var cut: Distribution

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: Identifier<BudgetShock>,
        name: LocalizedText? = nil,
        funds: [Fund.ID],
        years: [FiscalYear],
        probability: Double,
        cut: Distribution
    ) {
        self.id = id
        self.name = name
        self.funds = funds
        self.years = years
        self.probability = probability
        self.cut = cut
    }
}
