import Portfolio

/// What a regression run says about one scenario.
public struct CaseResult: Sendable {
    /// Name of the scenario: its file's name without ending.
    public let name: String
    /// The file as named or found.
    public let file: String
    /// The verdict.
    public var verdict: Verdict
    /// Whether the outcome proves what it says; an unproved one never passes as proved.
    public var isProved = true
    /// How the outcome differs from the baseline.
    public var differences: [Difference] = []
    /// Entries of `expect:` that it does not keep.
    public var broken: [BrokenExpectation] = []
    /// Findings about the scenario, where it is not valid.
    public var findings: [Finding] = []
    /// What happened, where there is nothing to compare.
    public var reason: LocalizedText?
    /// What a reader should know besides.
    public var remarks: [LocalizedText] = []
    /// What became of the baseline; nil where none was to be written.
    public var acceptance: Acceptance?
    /// What the first difference is about; nil where no place says it.
    public var location: SourceLocation?

    /// Makes a result without differences.
    public init(name: String, file: String, verdict: Verdict, reason: LocalizedText? = nil) {
        self.name = name
        self.file = file
        self.verdict = verdict
        self.reason = reason
    }
}

/// What became of a baseline when outcomes were accepted.
public enum Acceptance: String, Hashable, Sendable {
    /// It was already so.
    case unchanged
    /// There was none.
    case created
    /// It was another one.
    case rewritten
    /// Its scenario is gone, and now it is too.
    case removed
}

/// How a scenario fares in a regression run.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// As its baseline.
    case same
    /// Another plan with the same goals.
    case tie
    /// The outcome differs from the baseline.
    case changed
    /// As its baseline, but an entry of `expect:` does not hold.
    case unexpected
    /// There is no baseline.
    case missing
    /// The baseline cannot be read, is none, or comes from a newer Selaras.
    case unusable
    /// The baseline's scenario is gone.
    case vanished
    /// The scenario is not valid.
    case invalid
    /// The scenario's file cannot be read.
    case unreadable
    /// A limit came before any answer.
    case unanswered
    /// Selaras contradicts itself.
    case defect

    /// Whether the scenario passes.
    public var isPassed: Bool { self == .same || self == .tie }

    /// Whether there is no outcome to judge.
    var isError: Bool {
        switch self {
        case .invalid, .unreadable, .unanswered, .defect: true
        case .same, .tie, .changed, .unexpected, .missing, .unusable, .vanished: false
        }
    }
}
