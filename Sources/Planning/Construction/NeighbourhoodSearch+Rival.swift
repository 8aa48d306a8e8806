import Formulation
import Portfolio

/// Another plan, of its own descent, to put together with the best one.
extension NeighbourhoodSearch {
    /// How the search of one plan stands.
    struct Line {
        /// The plan that was last looked at for what is near by.
        var known: Plan?
        /// Rounds in a row that brought nothing.
        var failures = 0
    }

    /// What a rival of a plan has better, or both together have; nil where they have nothing.
    ///
    /// The rival begins where a relaxation leads, apart from the plan, and is improved until that brings nothing:
    /// so it differs from the plan in more programs than a neighbourhood leaves free. What both have is then one
    /// neighbourhood.
    mutating func outdone(_ plan: VerifiedPlan) -> VerifiedPlan? {
        let own = line
        line = Line()
        let rival = rival().map { improved($0, rounds: effort.roundsAtRoot) }
        line = Line(known: own.known, failures: effort.patience - 1)
        guard let rival else { return nil }
        let best = isBetter(rival, than: plan) ? rival : plan
        let crossed = crossed([rival, plan], into: best, between(rival, and: [plan]))
        guard isBetter(crossed, than: plan) else { return nil }
        line.failures = 0
        return crossed
    }

    /// The best plan that lies along a relaxation, or near to it; nil where none is better than the first of all.
    private mutating func rival() -> VerifiedPlan? {
        guard let first, let lead else { return nil }
        let (formulation, solve) = (formulation, solve)
        let answers = SideBySide.map([0, 2], threads: threads) { reach in
            let along = Neighbourhood(width: 0, reach: reach)
            return solve(formulation.neighbourhood(along, of: [], relaxed: lead), Self.nearNodes, first)
        }
        let best = best(of: answers, or: first)
        return isBetter(best, than: first) ? best : nil
    }
}
