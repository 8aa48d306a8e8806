/// Everything that a planner wrote down, read, typed and checked.
///
/// The initialiser sorts every list whose order has no meaning by id, so that the order of a file cannot change a plan.
public struct Scenario: Hashable, Sendable {
    /// Name for the reports.
    public var name: LocalizedText
    /// The planning periods.
    public var calendar: PlanningCalendar
    /// ρ, per year, ≥ 0.
    public var discountRate: Double
    /// What makes a quick win; nil means no program is one.
    public var quickWin: QuickWin?
    /// Dimensions, sorted by id.
    public var dimensions: [Dimension]
    /// Agencies, sorted by id.
    public var owners: [Owner]
    /// Funds, sorted by id.
    public var funds: [Fund]
    /// Candidate programs, sorted by id.
    public var programs: [Program]
    /// Groups, sorted by id.
    public var groups: [Group]
    /// Synergies, sorted by id.
    public var synergies: [Synergy]
    /// Portfolio rules, sorted by id.
    public var rules: [Rule]
    /// Goals, optimised one after the other.
    public var objective: [Goal]
    /// What may go wrong in the rollout; used by the simulation.
    public var risk: Risk
    /// How the rollout is simulated.
    public var simulation: SimulationSettings
    /// What a regression run holds the outcome to.
    public var expectations: [Expectation]
    /// What a regression run makes of another plan with the same goals.
    public var ties: TieJudgement

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        name: LocalizedText,
        calendar: PlanningCalendar,
        discountRate: Double = 0,
        quickWin: QuickWin? = nil,
        dimensions: [Dimension],
        owners: [Owner],
        funds: [Fund],
        programs: [Program],
        groups: [Group] = [],
        synergies: [Synergy] = [],
        rules: [Rule] = [],
        objective: [Goal] = Goal.standard,
        risk: Risk = Risk(),
        simulation: SimulationSettings = SimulationSettings(),
        expectations: [Expectation] = [],
        ties: TieJudgement = .report
    ) {
        self.name = name
        self.calendar = calendar
        self.discountRate = discountRate
        self.quickWin = quickWin
        self.dimensions = dimensions.sorted { $0.id < $1.id }
        self.owners = owners.sorted { $0.id < $1.id }
        self.funds = funds.sorted { $0.id < $1.id }
        self.programs = programs.sorted { $0.id < $1.id }
        self.groups = groups.sorted { $0.id < $1.id }
        self.synergies = synergies.sorted { $0.id < $1.id }
        self.rules = rules.sorted { $0.id < $1.id }
        self.objective = objective
        self.risk = risk
        self.simulation = simulation
        self.expectations = expectations
        self.ties = ties
    }
}
