import Planning
import Probability

/// One way in which an outcome is not as its baseline.
public enum Difference: Hashable, Sendable {
    /// Another status; a proof lost or won among them.
    case status(from: PlanStatus, to: PlanStatus)
    /// Other goals, or in another order.
    case goals(from: [String], to: [String])
    /// A program is no longer chosen.
    case leaves(program: String)
    /// A program is newly chosen.
    case enters(program: String, start: String)
    /// A program is carried out as another variant.
    case variant(program: String, from: String, to: String)
    /// A program starts in another month.
    case start(program: String, from: String, to: String)
    /// A program becomes a quick win, or is none any more.
    case quickWin(program: String, isNow: Bool)
    /// A fund spends another amount in a year, rupiah.
    case money(fund: String, year: String, from: Int64, to: Int64)
    /// A goal has another value.
    case goal(name: String, from: Double, to: Double)
    /// A goal has another proved bound.
    case bound(name: String, from: Double?, to: Double?)
    /// The portfolio has another value.
    case value(from: Double, to: Double)
    /// The portfolio costs another amount, rupiah.
    case cost(from: Int64, to: Int64)
    /// The rollout is simulated by another policy.
    case policy(from: String, to: String)
    /// A simulated figure, by its path below `risk`, is another one; nil where there is none.
    case risk(figure: String, from: Estimate?, to: Estimate?)

    /// Whether it is about what the plan chooses: a program, its variant or its start.
    var isChoice: Bool {
        switch self {
        case .leaves, .enters, .variant, .start: true
        default: false
        }
    }
}
