import Portfolio

/// A broken law: which, where, by how much.
public struct Violation: Hashable, Sendable {
    /// By how much a law is broken, in the unit of the law.
    public enum Excess: Hashable, Sendable {
        /// Rupiah too much or too little, > 0.
        case rupiah(Rupiah)
        /// Whole periods, persons or programs, > 0.
        case count(Int)
        /// Benefit points, > 0.
        case points(Double)
    }

    /// The law.
    public let rule: RuleID
    /// The statement in the scenario that is broken.
    public let place: ScenarioPath
    /// By how much.
    public let excess: Excess
    /// What is wrong, in the words of a budget analyst.
    public let message: LocalizedText

    /// Makes a violation.
    public init(rule: RuleID, place: ScenarioPath, excess: Excess, message: LocalizedText) {
        self.rule = rule
        self.place = place
        self.excess = excess
        self.message = message
    }
}

/// What the verifier says of a plan: every broken law, and everything recomputed.
public struct Verdict: Sendable {
    /// Broken laws, in the order of the model, then of their places.
    public let violations: [Violation]
    /// Recomputed figures; nil where the plan names unknown programs, variants or periods.
    public let appraisal: Appraisal?

    /// Whether no law is broken.
    public var isAccepted: Bool { violations.isEmpty }

    /// Makes a verdict.
    public init(violations: [Violation], appraisal: Appraisal?) {
        self.violations = violations
        self.appraisal = appraisal
    }
}
