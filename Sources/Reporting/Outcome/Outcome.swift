import Planning
import Portfolio
import Simulation
import Verification

/// Everything a planning run answers, laid out for the renderers: they only arrange it.
public struct Outcome: Sendable {
    /// Name of the scenario.
    public var name: LocalizedText
    /// SHA-256 of the resolved scenario.
    public var digest: String
    /// Number of candidate programs.
    public var candidateCount: Int
    /// The planning periods.
    public var calendar: PlanningCalendar
    /// What the reports say about the scenario.
    public var facts: ScenarioFacts
    /// Label of the quick wins; nil where the scenario defines none.
    public var quickWinLabel: LocalizedText?
    /// How sure the answer is.
    public var status: PlanStatus
    /// The goals in order; empty without a plan.
    public var goals: [GoalResult]
    /// The plan; nil where there is none.
    public var plan: PlanFigures?
    /// Programs that are not in the plan, sorted by id; empty without a plan.
    public var leftOut: [LeftOut]
    /// All candidates by simple additive weighting, the best first; empty without a plan.
    public var saw: [SAWRow]
    /// Statements in conflict, where the status is infeasible and they are known.
    public var conflicts: [ConflictStatement]
    /// Whether a repetition gives the same answer.
    public var isRepeatable: Bool
    /// Branch-and-bound nodes over all goals.
    public var nodes: Int
    /// Name and version of the solver.
    public var solver: String

    /// What the simulation of the plan says; nil where none was made.
    public var risk: SimulationResult?

    /// Whether the scenario calls itself illustrative.
    public var isIllustrative: Bool { IllustrativeMark.isDue(name) }
}

/// One statement of a conflict, with its place in the user's file.
public struct ConflictStatement: Hashable, Sendable {
    /// The law.
    public var rule: RuleID
    /// `file:line`; nil where the scenario does not write the statement.
    public var at: String?
    /// What it says.
    public var says: LocalizedText
}

/// A decision that the scenario forces on the plan.
public struct ForcedDecision: Hashable, Sendable {
    /// The statement, such as `must intranet-a`.
    public var what: String
    /// The planner's own words.
    public var reason: String?
}
