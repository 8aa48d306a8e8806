/// One way of carrying out a program: a pilot, a full roll-out (model.md §3).
///
/// It is complete: what the file left out was taken from the program.
public struct Variant: Hashable, Sendable {
    /// Identity within the program; `default` where the program has no variants.
    public var id: ID
    /// Name for the reports; nil means the program's.
    public var name: LocalizedText?
    /// Planning duration and its uncertainty, in months.
    public var duration: Duration
    /// Cost lines, sorted by name.
    public var costs: [CostLine]
    /// Persons needed of each owner while it works; only positive numbers.
    public var staff: [Owner.ID: Int]
    /// Points per year at full operation, per dimension.
    public var benefits: [Dimension.ID: Double]
    /// Fraction of full operation in the first, second, … year; the last persists; empty means 1.
    public var ramp: [Double]
    /// Where in time it may start and finish.
    public var window: Window
    /// Uncertain factor on every cost line.
    public var costFactor: Distribution?
    /// Uncertain factor on the benefit.
    public var benefitFactor: Distribution?
    /// Procurement route of `risk.procurement`.
    public var procurement: ProcurementRoute.ID?
    /// Free text that travels into the reports.
    public var notes: String?
    /// Where the variant stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText? = nil,
        duration: Duration,
        costs: [CostLine] = [],
        staff: [Owner.ID: Int] = [:],
        benefits: [Dimension.ID: Double] = [:],
        ramp: [Double] = [],
        window: Window = Window(),
        costFactor: Distribution? = nil,
        benefitFactor: Distribution? = nil,
        procurement: ProcurementRoute.ID? = nil,
        notes: String? = nil,
        place: ScenarioPath
    ) {
        self.id = id
        self.name = name
        self.duration = duration
        self.costs = costs
        self.staff = staff
        self.benefits = benefits
        self.ramp = ramp
        self.window = window
        self.costFactor = costFactor
        self.benefitFactor = benefitFactor
        self.procurement = procurement
        self.notes = notes
        self.place = place
    }

    /// Identity of a variant within its program.
    public typealias ID = Identifier<Variant>
}

/// The planning duration of a variant and the distribution it comes from.
public struct Duration: Hashable, Sendable {
    /// D, months of work, > 0: `plan` where given, else `likely`, else the number itself.
    public var planned: Exact
    /// The distribution of the work, in months; nil means exactly the planned duration.
    public var distribution: Distribution?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        planned: Exact,
        distribution: Distribution? = nil
    ) {
        self.planned = planned
        self.distribution = distribution
    }
}

/// Bounds on the start and finish of a variant.
public struct Window: Hashable, Sendable {
    /// The start period begins no earlier than this month.
    public var earliest: Month?
    /// The last month of the last working period is no later than this month.
    public var latestFinish: Month?
    /// Months of the year (1…12) in which the start period may begin; nil means any; sorted.
    public var startMonths: [Int]?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        earliest: Month? = nil,
        latestFinish: Month? = nil,
        startMonths: [Int]? = nil
    ) {
        self.earliest = earliest
        self.latestFinish = latestFinish
        self.startMonths = startMonths
    }
}
