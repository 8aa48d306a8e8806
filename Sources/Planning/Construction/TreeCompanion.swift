import Linear
import Portfolio
import Synchronization

/// Looks for better plans beside the tree.
///
/// Between its rounds neighbourhoods of the best plan are solved, as long as that is a small part of the tree's
/// work, an eighth of it or, where a proof is far away, a third; counted in iterations, hence repeatable.
final class TreeCompanion: Sendable {
    private let search: Mutex<NeighbourhoodSearch>
    private let judge: PlanJudge
    private let spentBefore: Int

    /// Prepares to go on with a search of neighbourhoods beside a tree.
    init(search: NeighbourhoodSearch, judge: PlanJudge) {
        spentBefore = search.iterations
        self.search = Mutex(search)
        self.judge = judge
    }

    /// The search as it stands.
    var present: NeighbourhoodSearch { search.withLock { $0 } }

    /// The same for the tree of a reduced model.
    func improving(_ part: ReducedModel) -> @Sendable (SolveProgress) -> SolutionVerdict? {
        { progress in
            guard var verdict = self.improve(progress) else { return nil }
            verdict.cut = verdict.cut.map(part.reduced)
            return verdict
        }
    }

    /// What the tree is told between two rounds; nil where nothing better was found.
    func improve(_ progress: SolveProgress) -> SolutionVerdict? {
        search.withLock { search in
            guard let plan = judge.found.plans.first,
                (search.iterations - spentBefore) * search.effort.thrift < progress.iterations
            else { return nil }
            let better = search.better(than: plan)
            if let defect = search.defect { return judge.refuse(defect) }
            return better.map(judge.take)
        }
    }
}

extension SolvingStation {
    /// What looks for better plans beside the tree of the first goal.
    func companion(of goal: Goal, _ judge: PlanJudge) -> TreeCompanion? {
        guard goal == scenario.objective.first else { return nil }
        return neighbourhoods.map { TreeCompanion(search: $0, judge: judge) }
    }
}
