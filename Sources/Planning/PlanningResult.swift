import Formulation
import Linear
import Portfolio
import Verification

/// How sure the answer is.
public enum PlanStatus: String, Hashable, Sendable {
    /// Every goal is proved optimal.
    case optimal
    /// A verified plan, not proved optimal.
    case feasible
    /// Proved: no plan keeps all laws.
    case infeasible
    /// A limit was reached without an answer.
    case unknown
}

/// What became of one goal.
public struct GoalResult: Hashable, Sendable {
    /// The goal.
    public var goal: Goal
    /// Its value in the plan, recomputed by the verifier.
    public var value: Double
    /// Proved bound: no plan is better than this; nil where none is known.
    public var bound: Double?
    /// |bound − value|, 0 where proved exactly; nil without a bound.
    public var gap: Double?
    /// Whether the goal was optimised at all, or failed and the previous plan stands.
    public var isOptimised: Bool

    /// Makes a result.
    public init(goal: Goal, value: Double, bound: Double?, gap: Double?, isOptimised: Bool = true) {
        self.goal = goal
        self.value = value
        self.bound = bound
        self.gap = gap
        self.isOptimised = isOptimised
    }
}

/// What the planner found: a verified plan with its money, or why there is none.
public struct PlanningResult: Sendable {
    /// How sure the answer is: that of the worst goal.
    public var status: PlanStatus
    /// The goals in order; empty without a plan.
    public var goals: [GoalResult]
    /// The plan; nil where status is infeasible or unknown.
    public var plan: Plan?
    /// The verifier's figures of the plan.
    public var appraisal: Appraisal?
    /// The canonical allocation of the plan's money.
    public var allocation: Allocation?
    /// Why each program that is not chosen cannot be, where that is certain without solving.
    public var impossible: [Program.ID: LocalizedText]
    /// Starts that the search left out because no plan needs them, with the reason.
    public var removed: [RemovedStarts]
    /// Rows and columns of the first goal's model that its tree did without; empty unless
    /// ``PlanningOptions/explainsModel`` asks for them.
    public var removals: [Removal] = []
    /// Statements that cannot be met together or alone, where that is certain without solving.
    public var conflicts: [Conflict]
    /// Whether a wall-clock limit stopped the search: then a repetition may differ.
    public var isRepeatable: Bool
    /// Whether every plan that ties with this one in all goals is known, none is better in any goal by
    /// however little, and this one comes first by ids: then it is the answer from whatever plan a search
    /// starts.
    public var isCanonical: Bool
    /// Branch-and-bound nodes over all goals.
    public var nodes: Int
    /// Name and version of the solver.
    public var solver: String

    /// One statement of a conflict.
    public struct Conflict: Hashable, Sendable {
        /// The law.
        public var rule: RuleID
        /// Where the statement stands.
        public var place: ScenarioPath
        /// What it says.
        public var says: LocalizedText

        /// Makes an entry.
        public init(rule: RuleID, place: ScenarioPath, says: LocalizedText) {
            self.rule = rule
            self.place = place
            self.says = says
        }
    }

    /// Makes a result.
    public init(
        status: PlanStatus, goals: [GoalResult] = [], plan: Plan? = nil, appraisal: Appraisal? = nil,
        allocation: Allocation? = nil, impossible: [Program.ID: LocalizedText] = [:],
        removed: [RemovedStarts] = [], conflicts: [Conflict] = [], isRepeatable: Bool = true,
        isCanonical: Bool = false, nodes: Int = 0, solver: String = ""
    ) {
        self.status = status
        self.goals = goals
        self.plan = plan
        self.appraisal = appraisal
        self.allocation = allocation
        self.impossible = impossible
        self.removed = removed
        self.conflicts = conflicts
        self.isRepeatable = isRepeatable
        self.isCanonical = isCanonical
        self.nodes = nodes
        self.solver = solver
    }
}
