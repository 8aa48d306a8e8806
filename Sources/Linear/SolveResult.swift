/// Why a solver stopped.
public enum Termination: Hashable, Sendable {
    /// The search is complete: the solution is optimal within the solver's tolerances.
    case optimal
    /// The search is complete: there is no solution.
    case infeasible
    /// The relaxation is unbounded.
    case unbounded
    /// The node limit was reached.
    case nodeLimit
    /// The time limit was reached.
    case timeLimit
    /// The caller asked to stop.
    case cancelled
    /// The solver failed; its own words.
    case failed(String)
}

/// What a solver found.
public struct SolveResult: Sendable {
    /// Why it stopped.
    public var termination: Termination
    /// Values of all columns of the best solution, integers rounded; nil without one.
    public var values: [Double]?
    /// Objective of the best solution, constant included.
    public var objective: Double?
    /// Proved lower bound, constant included; nil where none is known.
    public var bound: Double?
    /// Branch-and-bound nodes solved.
    public var nodes: Int
    /// Iterations of the simplex method.
    public var iterations = 0
    /// What the relaxation at the root says, cuts included; nil where it was not solved.
    public var root: Root?

    /// The relaxation at the root.
    public struct Root: Sendable {
        /// Its objective, constant included.
        public let bound: Double
        /// What the objective gains per unit by which each column leaves its bound: positive at the
        /// lower one, negative at the upper one, 0 between them.
        public let reducedCosts: [Double]

        /// Makes what is known of a root.
        public init(bound: Double, reducedCosts: [Double]) {
            self.bound = bound
            self.reducedCosts = reducedCosts
        }
    }

    /// Makes a result.
    public init(
        termination: Termination, values: [Double]? = nil, objective: Double? = nil, bound: Double? = nil,
        nodes: Int = 0
    ) {
        self.termination = termination
        self.values = values
        self.objective = objective
        self.bound = bound
        self.nodes = nodes
    }
}
