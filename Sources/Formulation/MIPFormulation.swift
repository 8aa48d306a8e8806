import Linear
import Portfolio

/// The laws of model.md §1–§10 as a mixed-integer program in "started by" columns.
///
/// Columns and rows stand in the order of ids, so that the order of a file changes nothing.
public struct MIPFormulation: Sendable {
    /// The rows and columns of all laws, without an objective.
    public private(set) var model: Model
    /// Positions of the programs that each program requires, in the scenario's order.
    package let requirements: [[Int]]
    let starts: [StartedBy]
    let candidates: [[Int]]
    let bonuses: [Bonuses.Bonus]
    let funding: PaymentFilling
    /// The scenario whose laws these are.
    public let scenario: Scenario
    /// Starts that have no columns, with the reason.
    public let removed: [RemovedStarts]
    private let goalTerms: [Goal: [Model.Term]]
    private let moneyUnit: Double

    /// States the laws of a scenario.
    ///
    /// - Parameter dropsDominated: whether starts that are in no best plan get no columns; without, every
    ///   lawful plan is a solution.
    public init(scenario: Scenario, dropsDominated: Bool = false) {
        self.init(
            scenario: scenario,
            builder: ModelBuilder(
                scenario: scenario,
                reductions: StartReductions(scenario: scenario, dropsDominated: dropsDominated)))
    }

    /// The same laws for fewer starts: a part of the plans.
    ///
    /// - Parameter keeps: whether a start of a program, by its position, stays.
    package func restricted(to keeps: (_ program: Int, _ start: Int) -> Bool) -> MIPFormulation {
        let fewer = starts.map(\.candidate).map { candidate in
            Candidate(
                program: candidate.program, variant: candidate.variant, duration: candidate.duration,
                starts: candidate.starts.filter { keeps(candidate.program, $0) })
        }
        return MIPFormulation(
            scenario: scenario, builder: ModelBuilder(scenario: scenario, candidates: fewer))
    }

    private init(scenario: Scenario, builder: ModelBuilder) {
        var builder = builder
        OneStart().add(to: &builder)
        Requirements().add(to: &builder)
        AlternativeRequirements().add(to: &builder)
        Groups().add(to: &builder)
        StaffCapacity().add(to: &builder)
        PortfolioRules().add(to: &builder)
        var ceilings = FundCeilings()
        ceilings.add(to: &builder)
        var bonuses = Bonuses()
        if scenario.objective.contains(.maximiseValue) { bonuses.add(to: &builder) }
        let goals = GoalTerms(builder: builder, bonuses: bonuses.all)
        goalTerms = Dictionary(
            scenario.objective.map { ($0, goals.terms(of: $0)) }, uniquingKeysWith: { first, _ in first })
        self.scenario = scenario
        requirements = scenario.programs.map { $0.requires.compactMap { builder.position(of: $0.program) } }
        self.bonuses = bonuses.all
        funding = PaymentFilling(ceilings: ceilings, builder: builder)
        moneyUnit = builder.moneyUnit
        removed = builder.removed
        starts = builder.starts
        candidates = builder.candidates
        model = builder.model
    }

    /// The complete model of the first goal, as exported.
    public var firstGoalModel: Model { model(optimising: scenario.objective.first ?? .maximiseValue) }

    /// The model with a goal's sum as its objective, signs turned where it is maximised.
    public func model(optimising goal: Goal) -> Model {
        var copy = model
        copy.clearObjective()
        let sign = goal.isMaximised ? -1.0 : 1.0
        for term in goalTerms[goal] ?? [] { copy.setCost(sign * term.coefficient, of: term.column) }
        return copy
    }

    /// A goal's value, in its own unit, from an objective or bound of its model.
    public func value(of goal: Goal, objective: Double) -> Double {
        let value = goal.isMaximised ? -objective : objective
        return goal == .minimiseCost ? value * moneyUnit : value
    }

    /// The objective of a goal's model that stands for a value in the goal's own unit.
    public func objective(of goal: Goal, value: Double) -> Double {
        let scaled = goal == .minimiseCost ? value / moneyUnit : value
        return goal.isMaximised ? -scaled : scaled
    }

    /// Demands that a goal is no worse than a value, with a tolerance, both in its own unit.
    public mutating func keep(_ goal: Goal, at value: Double, tolerance: Double) {
        let scale = goal == .minimiseCost ? moneyUnit : 1
        let terms = goalTerms[goal] ?? []
        let bounds =
            goal.isMaximised
            ? ((value - tolerance) / scale)...(.infinity) : (-.infinity)...((value + tolerance) / scale)
        addCut("keep", terms, in: bounds)
    }

    /// Positions of the programs that must be chosen.
    package var forced: [Int] {
        scenario.programs.indices.filter {
            scenario.programs[$0].must != nil || scenario.programs[$0].inProgress != nil
        }
    }

    /// Adds a row that is no law of the scenario.
    mutating func addCut(_ name: String, _ terms: [Model.Term], in bounds: ClosedRange<Double>) {
        model.addRow("\(name).\(model.rows.count)", terms, in: bounds)
    }
}
