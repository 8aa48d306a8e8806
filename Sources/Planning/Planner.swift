import Formulation
import Linear
import Portfolio
import Verification

/// Limits and manners of a planning run.
public struct PlanningOptions: Sendable {
    /// Branch-and-bound nodes per goal; repeatable; nil means none.
    public var nodeLimit: Int?
    /// Seconds over all goals; not repeatable; nil means none.
    public var timeLimit: Double?
    /// Told how far the search is: the goal's position in the objective, and the solver's progress
    /// with incumbent and bound in the goal's own sense and unit.
    public var progress: (@Sendable (Int, SolveProgress) -> Void)?
    /// Asked at intervals whether to stop.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Makes options; without arguments: no limits.
    public init(nodeLimit: Int? = nil, timeLimit: Double? = nil) {
        self.nodeLimit = nodeLimit
        self.timeLimit = timeLimit
    }
}

/// A defect: the verifier refused what the formulation allowed by more than the solver's tolerance.
public struct PlanningDefect: Error, Sendable {
    /// What went wrong, for the maintainers.
    public let description: String
}

/// Finds the best plan of a scenario, goal by goal, and has it verified.
public struct Planner: Sendable {
    /// The scenario.
    public let scenario: Scenario
    /// The solver.
    public let solver: any MIPSolver
    /// Limits and manners.
    public let options: PlanningOptions

    /// Makes a planner.
    public init(scenario: Scenario, solver: any MIPSolver, options: PlanningOptions = PlanningOptions()) {
        self.scenario = scenario
        self.solver = solver
        self.options = options
    }

    /// Plans; blocks until done.
    ///
    /// - Throws: ``PlanningDefect`` where formulation and verifier disagree.
    public func plan() throws(PlanningDefect) -> PlanningResult {
        PlanningResult(status: .unknown)
    }
}
