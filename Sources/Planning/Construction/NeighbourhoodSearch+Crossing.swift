import Formulation
import Portfolio

/// What several plans have between them.
extension NeighbourhoodSearch {
    /// The best plan of a round, with what its others have better than the plan before it.
    ///
    /// Answers of one round are better by different programs, as a rule: those on which they do not agree are free
    /// in one more neighbourhood, or, where they are many, near to when one of the answers starts them.
    ///
    /// Source: E. Rothberg, An evolutionary algorithm for polishing mixed integer programming solutions, INFORMS
    /// Journal on Computing 19 (2007), doi:10.1287/ijoc.1060.0189.
    mutating func combined(
        _ plans: [VerifiedPlan], into best: VerifiedPlan, beside plan: VerifiedPlan
    ) -> VerifiedPlan {
        let better = plans.filter { isBetter($0, than: plan) }
        let neighbourhoods = between(best, and: better).prefix(1)
        return crossed(better, into: best, Array(neighbourhoods))
    }

    /// Neighbourhoods of one plan and others: with the programs free on which they do not agree, where these are few,
    /// and near to when one of them starts a program.
    func between(_ one: VerifiedPlan, and others: [VerifiedPlan]) -> [Neighbourhood] {
        let ids = formulation.scenario.programs.map(\.id)
        let free = ids.indices.filter { index in
            others.contains { $0.plan[ids[index]] != one.plan[ids[index]] }
        }
        guard !free.isEmpty else { return [] }
        let near = Neighbourhood(width: 2)
        return free.count <= effort.mostFree ? [Neighbourhood(free: Set(free), width: 1), near] : [near]
    }

    /// The best plan of neighbourhoods of several, solved side by side.
    mutating func crossed(
        _ plans: [VerifiedPlan], into best: VerifiedPlan, _ neighbourhoods: [Neighbourhood]
    ) -> VerifiedPlan {
        guard !isOver else { return best }
        let (formulation, relaxed, solve) = (formulation, relaxed, solve)
        let answers = SideBySide.map(neighbourhoods, threads: threads) { neighbourhood in
            let part = formulation.neighbourhood(neighbourhood, of: plans.map(\.plan), relaxed: relaxed)
            return solve(part, Self.otherNodes, best)
        }
        return self.best(of: answers, or: best)
    }

    /// The best plan of some answers, or a plan that is at least as good.
    mutating func best(of answers: [Answer], or plan: VerifiedPlan) -> VerifiedPlan {
        answers.reduce(plan) { best, answer in
            count(answer)
            return isBetter(answer.best, than: best) ? answer.best : best
        }
    }
}
