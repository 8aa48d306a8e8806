import Linear
import Portfolio

extension MIPFormulation {
    /// The relaxation of a goal's model: every column may be a fraction.
    public func relaxation(optimising goal: Goal) -> Model {
        var relaxed = model(optimising: goal)
        relaxed.relax()
        return relaxed
    }

    /// A goal's model in which all programs but some keep what a plan says of them; nil where the plan
    /// names a start that has no column.
    ///
    /// - Parameter free: positions of programs in the scenario.
    public func neighbourhood(of plan: Plan, optimising goal: Goal, free: Set<Int>) -> Model? {
        guard let values = values(of: plan) else { return nil }
        var neighbourhood = model(optimising: goal)
        for start in starts where !free.contains(start.candidate.program) {
            for column in start.columns {
                let value = values[column.index]
                neighbourhood.setBounds(value...value, of: column)
            }
        }
        return neighbourhood
    }

    /// Positions of the programs of which a plan says something else than a relaxation; empty where the
    /// plan names a start that has no column.
    public func disagreements(of plan: Plan, with relaxed: [Double]) -> Set<Int> {
        guard let values = values(of: plan) else { return [] }
        return Set(
            starts.filter { start in
                start.columns.contains { abs(values[$0.index] - relaxed[$0.index]) > 1e-6 }
            }.map(\.candidate.program))
    }

    /// What a relaxation makes of a program: how much of it is chosen, and the choice that it leans to;
    /// nil where it chooses nothing of it.
    package func leaning(of program: Int, in relaxed: [Double]) -> (share: Double, choice: Draft.Choice)? {
        var best: (share: Double, choice: Draft.Choice)?
        for candidate in candidates[program] {
            let shares = starts[candidate].columns.map { relaxed[$0.index] }
            guard let share = shares.last, share > max(1e-6, best?.share ?? 0),
                let start = shares.firstIndex(where: { $0 >= share / 2 })
            else { continue }
            best = (share, Draft.Choice(candidate: candidate, start: start))
        }
        return best
    }
}
