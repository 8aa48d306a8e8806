import Linear
import Portfolio

extension MIPFormulation {
    /// The relaxation of a goal's model: every column may be a fraction.
    public func relaxation(optimising goal: Goal) -> Model {
        var relaxed = model(optimising: goal)
        relaxed.relax()
        return relaxed
    }

    /// The laws for the plans of a neighbourhood of one plan or several.
    ///
    /// - Parameter relaxed: values of the relaxation's columns.
    public func neighbourhood(
        _ neighbourhood: Neighbourhood, of plans: [Plan], relaxed: [Double]
    ) -> MIPFormulation {
        let used = neighbourhood.reach.map { starts(within: $0, of: relaxed) }
        let planned = scenario.programs.map { program in plans.compactMap { $0[program.id]?.start } }
        return restricted { program, start in
            neighbourhood.free.contains(program) || used?[program].contains(start) == true
                || planned[program].contains { abs($0 - start) <= neighbourhood.width }
        }
    }

    /// For each program the periods within a distance of the starts that a relaxation gives a share to.
    private func starts(within distance: Int, of relaxed: [Double]) -> [Set<Int>] {
        candidates.map { candidates in
            let used = candidates.flatMap { candidate in
                let shares = starts[candidate].columns.map { relaxed[$0.index] }
                return shares.indices.filter { shares[$0] - ($0 > 0 ? shares[$0 - 1] : 0) > 1e-6 }
                    .map { starts[candidate].candidate.starts[$0] }
            }
            return Set(used.flatMap { ($0 - distance)...($0 + distance) })
        }
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
