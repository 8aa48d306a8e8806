/// One goal of the objective; goals are optimised one after the other (model.md §8).
public enum Goal: Hashable, Sendable {
    /// Discounted, weighted points.
    case maximiseValue
    /// Σ b_k of the chosen, undiscounted.
    case maximiseBenefit(Dimension.ID)
    /// Number of quick wins.
    case maximiseQuickWins
    /// Number of chosen programs.
    case maximiseCount
    /// Total spend within the calendar, rupiah.
    case minimiseCost
    /// Σ of the finish periods f of the chosen.
    case minimiseFinish

    /// The objective of a scenario that states none.
    public static let standard: [Goal] = [.maximiseValue, .minimiseCost]

    /// Whether more is better.
    public var isMaximised: Bool {
        switch self {
        case .minimiseCost, .minimiseFinish: false
        default: true
        }
    }

    /// Whether the goal's value is a whole number.
    public var isInteger: Bool {
        switch self {
        case .maximiseValue, .maximiseBenefit: false
        default: true
        }
    }
}

extension Goal: CustomStringConvertible {
    /// The goal as the scenario format writes it.
    public var description: String {
        switch self {
        case .maximiseValue: "maximise value"
        case .maximiseBenefit(let dimension): "maximise benefit: \(dimension)"
        case .maximiseQuickWins: "maximise quick_wins"
        case .maximiseCount: "maximise count"
        case .minimiseCost: "minimise cost"
        case .minimiseFinish: "minimise finish"
        }
    }
}
