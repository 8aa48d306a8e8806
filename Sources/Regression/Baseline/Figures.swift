import Planning
import Probability
import Reporting

/// The judged parts of an outcome or baseline, typed.
public struct Figures: Hashable, Sendable {
    /// How sure the answer is.
    public var status: PlanStatus
    /// The goals in order.
    public var goals: [Goal]
    /// The plan; nil where there is none.
    public var plan: Plan?
    /// The risk; nil where the plan was not simulated.
    public var risk: Risk?

    /// A goal with its value and proved bound.
    public struct Goal: Hashable, Sendable {
        /// The goal as the scenario writes it.
        public var name: String
        /// Its value in the plan.
        public var value: Double
        /// The proved bound; nil where none is known.
        public var bound: Double?
    }

    /// The decisions and their money.
    public struct Plan: Hashable, Sendable {
        /// Discounted weighted points.
        public var value: Double
        /// Rupiah within the calendar.
        public var cost: Int64
        /// What is done, by program.
        public var decisions: [String: Decision]
        /// Rupiah spent, by fund and fiscal year.
        public var money: [FundYear: Int64]
    }

    /// What is done with a chosen program.
    public struct Decision: Hashable, Sendable {
        /// The variant.
        public var variant: String
        /// The first month.
        public var start: String
        /// Whether it is a quick win.
        public var isQuickWin: Bool
    }

    /// A fund in a fiscal year.
    public struct FundYear: Hashable, Comparable, Sendable {
        /// The fund.
        public var fund: String
        /// The fiscal year.
        public var year: String

        /// By fund, then year.
        public static func < (left: Self, right: Self) -> Bool {
            (left.fund, left.year) < (right.fund, right.year)
        }
    }

    /// The simulated figures and the luck they rest on.
    public struct Risk: Hashable, Sendable {
        /// Trials.
        public var trials: Int64
        /// Seed, as written.
        public var seed: String
        /// Policy.
        public var policy: String
        /// Figures with their intervals, by their path below `risk`.
        public var figures: [String: Estimate]
    }
}
