import Linear

/// What makes a search shorter and leaves its answer as it is; each can be left out, to show that.
public struct Techniques: OptionSet, Sendable {
    /// One bit per technique.
    public let rawValue: Int

    /// Makes a set of techniques.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A plan found by construction before any proof.
    public static let firstPlan = Techniques(rawValue: 1)
    /// Neighbourhoods of that plan solved exactly.
    public static let neighbourhoods = Techniques(rawValue: 2)
    /// Lifted covers of what funds hold and of staff.
    public static let covers = Techniques(rawValue: 4)
    /// Columns fixed by the relaxation's reduced costs before the search.
    public static let reducedCosts = Techniques(rawValue: 8)
    /// Starts left out that another start of the same program always replaces for the better.
    public static let dominance = Techniques(rawValue: 16)
    /// Rows of the reduced model that say the same are one.
    public static let mergedRows = Techniques(rawValue: 32)
    /// Coefficients of whole numbers in the reduced model are tightened.
    public static let tightenedRows = Techniques(rawValue: 64)
    /// Both values of columns are tried before the tree, for what they rule out and imply.
    public static let probing = Techniques(rawValue: 128)
    /// Those that take less time than they save.
    public static let standard: Techniques = [
        .firstPlan, .neighbourhoods, .covers, .reducedCosts, .dominance,
    ]
    /// Every one of them.
    public static let all: Techniques = standard.union([.mergedRows, .tightenedRows, .probing])

    /// What a model is reduced by before the tree.
    var modelReductions: ModelReductions {
        var means: ModelReductions = []
        if contains(.mergedRows) { means.insert(.merging) }
        if contains(.tightenedRows) { means.insert(.tightening) }
        if contains(.probing) { means.insert(.probing) }
        return means
    }
}
