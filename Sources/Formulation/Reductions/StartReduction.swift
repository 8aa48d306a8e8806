import Portfolio

/// Takes starts away that no plan needs, before columns are made for them.
///
/// Each reduction answers for one start at a time, so that whatever it takes away has a reason.
protocol StartReduction {
    /// The law, or the comparison, that the starts are taken away by.
    static var rule: RuleID { get }

    /// Looks at the starts that are left of all programs.
    init(scenario: Scenario, candidates: [Candidate])

    /// Why no plan needs a start of a candidate, in a sentence without its end; nil where one may.
    func objection(to start: Int, of candidate: Candidate) -> LocalizedText?
}

/// Starts of one variant that no plan needs, with the reason.
public struct RemovedStarts: Hashable, Sendable {
    /// The program.
    public let program: Program.ID
    /// Its variant.
    public let variant: Variant.ID
    /// The first months of the starts, ascending.
    public internal(set) var starts: [Month]
    /// The law that no plan with one of them keeps, or the comparison that none of them stands.
    public let rule: RuleID
    /// Why.
    public let reason: LocalizedText
}
