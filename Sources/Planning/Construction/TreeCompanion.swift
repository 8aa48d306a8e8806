import Linear
import Portfolio
import Synchronization

/// Looks for better plans beside the tree.
///
/// Where a proof is far away neighbourhoods of the best plan are solved before the tree, along its strengthened
/// root. Between the tree's rounds they are, up to an eighth of its work or, where a proof is far away, as much; there
/// rivals of the plan follow. Counted in iterations, hence repeatable.
final class TreeCompanion: Sendable {
    private let state: Mutex<State>
    private let judge: PlanJudge

    /// Where it stands.
    fileprivate struct State {
        var search: NeighbourhoodSearch
        /// Iterations of the search that do not count as beside the tree.
        var before: Int

        /// Iterations of neighbourhoods in the time of one of the tree, whose model is larger.
        static let quickness = 4
    }

    /// Prepares to go on with a search of neighbourhoods beside a tree.
    init(search: NeighbourhoodSearch, judge: PlanJudge) {
        state = Mutex(State(search: search, before: search.iterations))
        self.judge = judge
    }

    /// The search as it stands.
    var present: NeighbourhoodSearch { state.withLock { $0.search } }

    /// The same for the tree of a reduced model.
    func improving(_ part: ReducedModel) -> @Sendable (SolveProgress) -> SolutionVerdict? {
        { progress in
            var known = progress
            known.relaxed = progress.relaxed.map(part.expand)
            guard var verdict = self.improve(known) else { return nil }
            verdict.cut = verdict.cut.map(part.reduced)
            return verdict
        }
    }

    /// What the tree is told before it begins and between two rounds; nil where nothing better was found.
    func improve(_ progress: SolveProgress) -> SolutionVerdict? {
        state.withLock { state in
            guard let plan = judge.found.plans.first else { return nil }
            let better = state.better(than: plan, at: progress)
            if let defect = state.search.defect { return judge.refuse(defect) }
            return better.map(judge.take)
        }
    }
}

extension TreeCompanion.State {
    /// A better plan, where it is time to look for one and there is one.
    fileprivate mutating func better(than plan: VerifiedPlan, at progress: SolveProgress) -> VerifiedPlan? {
        if progress.nodes == 0 { return begin(from: plan, along: progress.relaxed) }
        search.lead = progress.relaxed ?? search.lead
        if isTimeForRival(of: plan, at: progress) { return search.outdone(plan) }
        return isDue(at: progress) ? search.better(than: plan) : nil
    }

    /// Looks along the strengthened root before the tree; nil where that brings nothing.
    private mutating func begin(from plan: VerifiedPlan, along root: [Double]?) -> VerifiedPlan? {
        if let root { search.follow(root) }
        let better = search.improved(plan, rounds: search.effort.roundsAtRoot)
        before = search.iterations
        return better.plan == plan.plan ? nil : better
    }

    /// Whether the tree has done so much that it is the neighbourhoods' turn.
    private func isDue(at progress: SolveProgress) -> Bool {
        (search.iterations - before) * search.effort.thrift < progress.iterations
    }

    /// Whether a rival is what may help: rounds bring nothing any more, much is left, and all neighbourhoods together
    /// have not taken longer than the tree.
    private func isTimeForRival(of plan: VerifiedPlan, at progress: SolveProgress) -> Bool {
        search.effort.hasRivals && search.isExhausted(plan) && isFar(plan, from: progress)
            && search.iterations < Self.quickness * progress.iterations
    }

    /// Whether more than a thousandth of a plan's value may be left.
    private func isFar(_ plan: VerifiedPlan, from progress: SolveProgress) -> Bool {
        guard let bound = progress.bound else { return true }
        let (goal, value) = (search.goal, plan.value(of: search.goal))
        return abs(search.formulation.value(of: goal, objective: bound) - value) > 1e-3 * abs(value)
    }
}

extension SolvingStation {
    /// What looks for better plans beside the tree of the first goal.
    func companion(of goal: Goal, _ judge: PlanJudge) -> TreeCompanion? {
        guard goal == scenario.objective.first else { return nil }
        return neighbourhoods.map { TreeCompanion(search: $0, judge: judge) }
    }
}
