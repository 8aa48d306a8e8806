import Portfolio
import Verification

extension Planner {
    /// What the answer for looser laws decides without a search: nil where it decides nothing.
    ///
    /// Every plan of this scenario is one of the looser one, too. So where that has no plan, this has none;
    /// and where its best plan is lawful here, no plan here is better. The plans that tie with it here are
    /// among those that tie with it there; where all of these were compared and it came first by ids
    /// (``PlanningResult/isCanonical``), a search here would end with the same plan. Where they were not, a
    /// search may prefer another plan that ties, and is left to do so.
    ///
    /// A bound alone does not end a search that must know what ties with its answer, so none is passed on.
    ///
    /// - Parameter looser: the answer for a scenario that differs in nothing but laws that more plans keep.
    /// - Throws: ``PlanningDefect`` where the plan's money cannot be allotted.
    func planned(under looser: PlanningResult) throws(PlanningDefect) -> PlanningResult? {
        switch looser.status {
        case .infeasible:
            return try result(
                of: .init(
                    status: .infeasible, goals: [], best: nil, nodes: 0, isRepeatable: looser.isRepeatable))
        case .optimal where looser.isCanonical:
            guard let plan = looser.plan,
                let best = VerifiedPlan(plan: plan, verdict: Verifier(scenario: scenario).verify(plan))
            else { return nil }
            let goals = scenario.objective.map { goal in
                let value = best.value(of: goal)
                return GoalResult(goal: goal, value: value, bound: value, gap: 0)
            }
            return try result(
                of: .init(
                    status: .optimal, goals: goals, best: best, nodes: 0, isRepeatable: looser.isRepeatable,
                    isCanonical: true))
        case .optimal, .feasible, .unknown: return nil
        }
    }
}
