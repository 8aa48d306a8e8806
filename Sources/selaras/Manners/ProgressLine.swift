import Linear
import Portfolio
import Reporting

/// One line on the terminal that says how far the search is.
struct ProgressLine: Sendable {
    let goals: [Goal]
    let forms: NumberForms

    /// Rewrites the line: goal, incumbent, bound, gap, nodes, elapsed.
    func show(_ position: Int, _ progress: SolveProgress) {
        let goal = goals.indices.contains(position) ? goals[position] : .maximiseValue
        let number = { (value: Double) in
            goal.isInteger ? forms.decimal(value, places: 0) : forms.decimal(value, places: 4)
        }
        var parts = ["\(position + 1)/\(goals.count) \(goal)"]
        parts.append("incumbent " + (progress.incumbent.map(number) ?? "–"))
        parts.append("bound " + (progress.bound.map(number) ?? "–"))
        if let incumbent = progress.incumbent, let bound = progress.bound {
            parts.append("gap " + forms.percent(abs(bound - incumbent) / max(1, abs(incumbent))))
        }
        parts += ["nodes \(forms.whole(Int64(progress.nodes)))", forms.seconds(progress.seconds)]
        Console.rewriteLine(parts.joined(separator: "  "))
    }

    /// Clears the line.
    static func clear() { Console.rewriteLine("") }
}
