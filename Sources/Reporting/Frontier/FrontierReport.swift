import Planning
import Portfolio
import Simulation

/// A frontier as data for its documents: what the best plan is at every point of an axis.
public struct FrontierReport: Sendable {
    /// The scenario.
    let scenario: Scenario
    /// SHA-256 of the resolved scenario.
    let digest: String
    /// What was varied, as it was asked for.
    let vary: String
    /// What was varied.
    let axis: FrontierAxis
    /// The points in order.
    let rows: [Row]

    /// One point.
    struct Row: Sendable {
        let point: Frontier.Point
        /// What the simulation of its plan says; nil where none was made.
        let risk: SimulationResult?
        /// Programs that the point before has not, and that it alone has; empty at the first point.
        let entered, left: [Program.ID]
        /// What the first goal gains for each Rp1 billion more of ceilings since the point before: a
        /// quotient of differences; nil where no money is varied or there is no plan.
        let perBillion: Double?

        /// The first goal; nil without a plan.
        var goal: GoalResult? { point.result.goals.first }
        /// The chosen programs; nil without a plan.
        var chosen: [Program.ID]? { point.result.plan?.programs.map(\.program) }
        /// Whether the first goal is proved.
        var isProved: Bool { point.result.status == .optimal }
    }

    /// Lays a frontier out.
    ///
    /// - Parameter risks: what the simulation says of each point's plan, by the point's index.
    public init(
        of points: [Frontier.Point], axis: FrontierAxis, vary: String, scenario: Scenario, digest: String,
        risks: [Int: SimulationResult] = [:]
    ) {
        (self.scenario, self.digest, self.vary, self.axis) = (scenario, digest, vary, axis)
        rows = points.indices.map { position in
            let before = position == 0 ? nil : points[position - 1]
            return Self.row(points[position], after: before, risks[points[position].index])
        }
    }

    private static func row(
        _ point: Frontier.Point, after before: Frontier.Point?, _ risk: SimulationResult?
    ) -> Row {
        let mine = Set(point.result.plan?.programs.map(\.program) ?? [])
        let earlier = Set(before?.result.plan?.programs.map(\.program) ?? [])
        let isCompared = before?.result.plan != nil && point.result.plan != nil
        return Row(
            point: point, risk: risk, entered: isCompared ? mine.subtracting(earlier).sorted() : [],
            left: isCompared ? earlier.subtracting(mine).sorted() : [],
            perBillion: before.flatMap { gain(from: $0, to: point) })
    }

    private static func gain(from before: Frontier.Point, to point: Frontier.Point) -> Double? {
        guard let one = before.result.goals.first?.value, let other = point.result.goals.first?.value,
            before.ceilings != point.ceilings
        else { return nil }
        return (other - one) / (Double(point.ceilings - before.ceilings) / 1e9)
    }

    /// The spans of points over which each program is chosen, by id; programs that never are have none.
    var spans: [(program: Program.ID, spans: [ClosedRange<Int>])] {
        scenario.programs.map(\.id).compactMap { id in
            var spans: [ClosedRange<Int>] = []
            for (position, row) in rows.enumerated() where row.chosen?.contains(id) == true {
                if let last = spans.last, last.upperBound == position - 1 {
                    spans[spans.count - 1] = last.lowerBound...position
                } else {
                    spans.append(position...position)
                }
            }
            return spans.isEmpty ? nil : (id, spans)
        }
    }

    /// Programs that leave although budgets grow, by position of the point.
    var againstTheBudget: [(position: Int, programs: [Program.ID])] {
        guard case .funds = axis.target else { return [] }
        return rows.indices.dropFirst().compactMap { position in
            let (before, row) = (rows[position - 1], rows[position])
            let programs = row.point.ceilings > before.point.ceilings ? row.left : row.entered
            return programs.isEmpty ? nil : (position, programs)
        }
    }

    /// Whether values are shown as percentages.
    var isPercent: Bool {
        if case .rule(_, let limit) = axis.target, limit == .minShare || limit == .maxShare { return true }
        return axis.isRelative
    }
}
