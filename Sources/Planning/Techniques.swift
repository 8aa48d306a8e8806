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
    /// Every one of them.
    public static let all: Techniques = [.firstPlan, .neighbourhoods, .covers, .reducedCosts, .dominance]
}
