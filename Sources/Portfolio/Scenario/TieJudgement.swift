/// What a regression run makes of another plan with the same goals.
public enum TieJudgement: String, Hashable, Sendable, CaseIterable {
    /// It is said, and is no failure.
    case report
    /// It fails like any other change.
    case fail
}
