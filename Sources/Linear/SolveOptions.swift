/// How long and how exactly a solver works.
public struct SolveOptions: Sendable {
    /// Limit on branch-and-bound nodes, repeatable; nil means none.
    public var nodeLimit: Int?
    /// Limit in seconds, not repeatable; nil means none.
    public var timeLimit: Double?
    /// Stops once |bound − incumbent| ≤ this (absolute).
    public var absoluteGap: Double
    /// Values of all columns of a known feasible solution, to start from.
    public var incumbent: [Double]?
    /// Only solutions with an objective below this are wanted; without one the termination is
    /// ``Termination/infeasible``.
    public var cutoff: Double?
    /// Whether little work is to go into each node, because the model is a small part of
    /// a larger search or only its relaxation is wanted.
    public var isQuick = false
    /// Threads to search with; no result depends on it.
    public var threads = 1
    /// Told at intervals how far the search is; called on the solver's thread.
    public var progress: (@Sendable (SolveProgress) -> Void)?
    /// Judges every integer solution, values of all columns and objective, on the solver's thread; nil
    /// means that each better one is the incumbent.
    public var judge: (@Sendable ([Double], Double) -> SolutionVerdict)?
    /// Finds rows that every wanted solution keeps and that the values of a relaxation break; called at
    /// the root, on the solver's thread; nil means none.
    public var separate: (@Sendable ([Double]) -> [SolutionVerdict.Cut])?
    /// Looks elsewhere for a better solution, before the tree and between its rounds, on the solver's thread; its
    /// verdict is on what was found there, nil where that is nothing.
    public var improve: (@Sendable (SolveProgress) -> SolutionVerdict?)?
    /// Asked at intervals whether to stop.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Makes options; without arguments: no limits, to the end.
    public init(
        nodeLimit: Int? = nil, timeLimit: Double? = nil, absoluteGap: Double = 0, incumbent: [Double]? = nil,
        cutoff: Double? = nil
    ) {
        self.nodeLimit = nodeLimit
        self.timeLimit = timeLimit
        self.absoluteGap = absoluteGap
        self.incumbent = incumbent
        self.cutoff = cutoff
    }

    /// The same after some seconds: the time limit is what is left of it, a hundredth of a second at least.
    public func after(_ seconds: Double) -> Self {
        var later = self
        later.timeLimit = timeLimit.map { max(0.01, $0 - seconds) }
        return later
    }

    /// The same without the caller's cuts.
    public var withoutCuts: Self {
        var plain = self
        plain.separate = nil
        return plain
    }
}

/// How far a search is.
public struct SolveProgress: Sendable {
    /// Objective of the best solution, nil without one.
    public var incumbent: Double?
    /// Lower bound on the optimum, nil before the first relaxation.
    public var bound: Double?
    /// Nodes solved.
    public var nodes: Int
    /// Iterations of the simplex method: a measure of work that repeats.
    public var iterations = 0
    /// Values of all columns in the root relaxation with its cuts, once the tree grows in one of its nodes; nil
    /// where nobody asked for them.
    public var relaxed: [Double]?
    /// Seconds since the start.
    public var seconds: Double

    /// Makes a report of progress.
    public init(incumbent: Double?, bound: Double?, nodes: Int, seconds: Double) {
        self.incumbent = incumbent
        self.bound = bound
        self.nodes = nodes
        self.seconds = seconds
    }
}
