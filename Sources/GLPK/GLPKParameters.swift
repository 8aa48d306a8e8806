/// How GLPK searches; the defaults are what measured best on portfolio models.
public struct GLPKParameters: Hashable, Sendable {
    /// How the column to branch on is chosen.
    public enum Branching: Int32, Hashable, Sendable {
        /// The first fractional column.
        case first = 1
        /// The most fractional column.
        case mostFractional = 3
        /// Driebeck and Tomlin.
        case driebeckTomlin = 4
        /// Hybrid pseudocost.
        case pseudocost = 5
    }

    /// Which node is taken up next.
    public enum Backtracking: Int32, Hashable, Sendable {
        /// Depth first.
        case depthFirst = 1
        /// Breadth first.
        case breadthFirst = 2
        /// Best bound first.
        case bestBound = 3
        /// Best projection.
        case bestProjection = 4
    }

    /// Mixed integer rounding cuts.
    public var mixedIntegerRoundingCuts = true
    /// Gomory's mixed integer cuts.
    public var gomoryCuts = true
    /// Cover cuts; two solves with them never run at once.
    public var coverCuts = true
    /// Clique cuts.
    public var cliqueCuts = true
    /// Simple rounding.
    public var roundingHeuristic = true
    /// Choice of the branching column.
    public var branching = Branching.pseudocost
    /// Choice of the next node.
    public var backtracking = Backtracking.bestBound
    /// Memory limit in MiB.
    public var memoryLimit: Int32 = 4_096

    /// Makes the parameters that measured best.
    public init() {}

    /// No cuts and no heuristics: slow, and the least that can go wrong.
    public static var plain: Self {
        var plain = Self()
        plain.mixedIntegerRoundingCuts = false
        plain.gomoryCuts = false
        plain.coverCuts = false
        plain.cliqueCuts = false
        plain.roundingHeuristic = false
        return plain
    }
}
