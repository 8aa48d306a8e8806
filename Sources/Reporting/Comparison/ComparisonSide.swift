import Portfolio

/// One of the outcomes of a comparison.
public struct ComparisonSide: Sendable {
    /// The letter by which tables call it: `A`.
    public let letter: String
    /// What the user called it: a file's or folder's name.
    public let label: String
    /// The outcome.
    public let report: Report
    /// Its plan.
    public let plan: Report.Plan
    /// The first trials of its simulation; nil where they do not lie beside it.
    public let trials: TrialTable?

    /// Makes a side; nil where the outcome has no plan, which leaves nothing to compare.
    public init?(letter: String, label: String, report: Report, trials: TrialTable?) {
        guard let plan = report.plan else { return nil }
        self.letter = letter
        self.label = label
        self.report = report
        self.plan = plan
        self.trials = trials
    }

    /// A program's place in the plan; nil where it is not chosen.
    func program(_ id: String) -> Report.Program? { plan.programs.first { $0.candidate.id == id } }
}

/// Why outcomes cannot be set against each other.
public struct Incomparable: Error, Hashable, Sendable {
    /// What they do not have in common.
    public let reason: LocalizedText
}
