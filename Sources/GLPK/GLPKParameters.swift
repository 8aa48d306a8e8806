/// How the search is made; the defaults are what measured best on portfolio models.
public struct GLPKParameters: Hashable, Sendable {
    /// GLPK's mixed integer rounding cuts at the root; off, for they take more time than they save.
    public var mixedIntegerRoundingCuts = false
    /// GLPK's Gomory mixed integer cuts at the root; off, for the same reason.
    public var gomoryCuts = false
    /// Bounds narrowed at every node by what the rows leave.
    public var propagation = true
    /// How often both directions of a column are tried before its pseudocost is trusted.
    public var reliability: Int32 = 4
    /// The same for the columns of its group together, once a column was tried itself.
    public var groupReliability: Int32 = 8
    /// Parts of the tree that are explored side by side in a round; no thread changes what they find.
    public var tasks: Int32 = 16
    /// Iterations of the simplex method for each row and column, and for 100 more of them, after which it counts as
    /// going round in a circle; the primal method begins anew, and where it does, too, the search fails.
    public var iterationsPerLine: Int32 = 10
    /// Memory that GLPK may use on each thread, MiB.
    public var memoryLimit: Int32 = 4_096

    /// Makes the parameters that measured best.
    public init() {}

    /// Whether any cuts are made.
    var hasCuts: Bool { mixedIntegerRoundingCuts || gomoryCuts }

    /// The same without cuts: slower, and the least that can go wrong.
    public var withoutCuts: Self {
        var plain = self
        plain.mixedIntegerRoundingCuts = false
        plain.gomoryCuts = false
        return plain
    }
}
