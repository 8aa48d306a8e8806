import Formulation
import Portfolio
import Verification

/// A plan that the verifier accepted, with its figures.
struct VerifiedPlan: Sendable {
    let plan: Plan
    let appraisal: Appraisal

    /// A plan with its verdict; nil where that refuses it.
    init?(plan: Plan, verdict: Verdict) {
        guard verdict.isAccepted, let appraisal = verdict.appraisal else { return nil }
        self.plan = plan
        self.appraisal = appraisal
    }

    /// The value of a goal.
    func value(of goal: Goal) -> Double { appraisal.value(of: goal) }
}

/// The tolerances of model.md §8.
enum GoalTolerance {
    /// What may be lost of a goal when a later one is optimised: nothing for whole numbers.
    static func kept(_ goal: Goal, at value: Double) -> Double {
        goal.isInteger ? 0 : 1e-9 * max(1, abs(value))
    }

    /// What may be left when an answer is still called optimal.
    static func proved(_ value: Double) -> Double { 1e-6 * max(1, abs(value)) }
}

extension Goal {
    /// Whether a value is worse than another by more than what may be lost.
    func isWorse(_ value: Double, than kept: Double) -> Bool {
        let loss = isMaximised ? kept - value : value - kept
        return !(loss <= GoalTolerance.kept(self, at: kept))
    }
}
