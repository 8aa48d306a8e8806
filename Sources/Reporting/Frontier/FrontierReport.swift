import Planning
import Portfolio
import Probability

/// A frontier as data for its documents: what the best plan is at every point of an axis.
///
/// It is made from planned points, or read from `frontier.json`; both give the same documents.
public struct FrontierReport: Sendable {
    /// Name of the scenario.
    let name: LocalizedText
    /// SHA-256 of the resolved scenario, as it is without the varying.
    public let digest: String
    /// What was varied, as it was asked for.
    let vary: String
    /// What was varied, in words.
    let varied: LocalizedText
    /// Whether ceilings were varied, and not a rule's limit.
    let isOfFunds: Bool
    /// Whether rupiah were varied: ceilings, or the limit of a rule on money.
    let isOfMoney: Bool
    /// How the values of the axis are meant.
    let unit: Unit
    /// The first goal as the scenario writes it.
    let goal: String
    /// How the plans were simulated; nil where they were not.
    let simulation: Simulation?
    /// The points in order.
    let rows: [Row]
    /// Names of the programs that are chosen at some point, by id.
    let programs: [String: LocalizedText]

    /// How the values of an axis are meant.
    enum Unit: String {
        /// Shares of what the scenario writes: 1 is the scenario as it is.
        case relative
        /// Shares that a rule writes.
        case share
        /// Values in the limit's own unit.
        case number
    }

    /// How plans were simulated.
    struct Simulation: Hashable, Sendable {
        let trials: Int64
        let seed: String
        let policy: String
    }

    /// One point.
    struct Row: Hashable, Sendable {
        /// The share or limit.
        let at: Double
        /// Σ of all ceilings over all fiscal years, rupiah.
        let ceilings: Rupiah
        let status: PlanStatus
        /// The first goal; nil without a plan.
        let value, bound, gap: Double?
        /// Total spending, rupiah; nil without a plan.
        let cost: Rupiah?
        let quickWins: Int64?
        /// Ids of the chosen programs; nil without a plan.
        let programs: [String]?
        /// Programs that the point before has not, and that it alone has; empty where one has no plan.
        let entered, left: [String]
        /// What the first goal gains for each Rp1 billion more of ceilings, or of a rule's limit, since the point
        /// before: a quotient of differences; nil where no money is varied or there is no plan.
        let perBillion: Double?
        let isRepeatable: Bool
        /// P(all quick wins on time); nil where it was not simulated or no program is one.
        let allQuickWins: Estimate?

        /// Whether the plan is proved optimal.
        var isProved: Bool { status == .optimal }
    }

    /// Whether values are shown as percentages.
    var isPercent: Bool { unit != .number }

    /// Whether the plans of some points were simulated.
    var isSimulated: Bool { rows.contains { $0.allQuickWins != nil } }

    /// The spans of points over which each program is chosen, by id.
    var spans: [(program: String, spans: [ClosedRange<Int>])] {
        programs.keys.sorted().map { id in
            var spans: [ClosedRange<Int>] = []
            for (position, row) in rows.enumerated() where row.programs?.contains(id) == true {
                if let last = spans.last, last.upperBound == position - 1 {
                    spans[spans.count - 1] = last.lowerBound...position
                } else {
                    spans.append(position...position)
                }
            }
            return (id, spans)
        }
    }

    /// Whether some program leaves although budgets grow.
    var hasMovesAgainstTheBudget: Bool {
        isOfFunds
            && zip(rows, rows.dropFirst()).contains { before, row in
                !(row.ceilings > before.ceilings ? row.left : row.entered).isEmpty
            }
    }
}
