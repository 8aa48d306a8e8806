import Formulation
import Foundation
import Linear
import Portfolio
import Verification

/// Limits and manners of a planning run.
public struct PlanningOptions: Sendable {
    /// Branch-and-bound nodes per goal; repeatable; nil means none.
    public var nodeLimit: Int?
    /// Seconds over all goals; not repeatable; nil means none.
    public var timeLimit: Double?
    /// Plans to start from, such as those of a neighbouring budget; the ones that break a law are passed over.
    public var knownPlans: [Plan] = []
    /// What makes the search shorter.
    public var techniques = Techniques.standard
    /// How far away a proof is taken to be; nil means by the number of programs.
    package var distance: ProofDistance?
    /// Threads to search with; no result depends on it.
    public var threads = ProcessInfo.processInfo.activeProcessorCount
    /// Whether the result says which rows and columns of the first goal's model the tree does without.
    public var explainsModel = false
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
public struct PlanningDefect: Error, Sendable, CustomStringConvertible {
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
        var search = LexicographicSearch(scenario: scenario, solver: solver, options: options)
        return try result(of: search.run())
    }

    /// Allots the money of what was found and has both verified.
    ///
    /// - Throws: ``PlanningDefect`` where the verifier refuses them.
    func result(of outcome: LexicographicSearch.Outcome) throws(PlanningDefect) -> PlanningResult {
        var result = PlanningResult(status: outcome.status, goals: outcome.goals)
        result.impossible = ImpossiblePrograms(scenario: scenario).reasons
        result.removed = outcome.removed
        result.removals = outcome.removals
        result.isRepeatable = outcome.isRepeatable
        result.isCanonical = outcome.isCanonical
        result.nodes = outcome.nodes
        result.solver = solver.name
        guard let found = outcome.best else {
            if outcome.status == .infeasible { result.conflicts = Conflicts(scenario: scenario).certain }
            return result
        }
        guard let allocation = CanonicalAllocation(scenario: scenario).allocate(found.appraisal) else {
            throw PlanningDefect(description: "the accepted plan's money cannot be allotted")
        }
        let verdict = Verifier(scenario: scenario).verify(found.plan, allocation: allocation)
        guard verdict.isAccepted else {
            throw PlanningDefect(description: "the allocation is refused: \(verdict.violations)")
        }
        result.plan = found.plan
        result.appraisal = verdict.appraisal
        result.allocation = allocation
        return result
    }
}
