import Formulation
import Linear
import Portfolio

/// Improves a plan by solving small parts of the model exactly.
///
/// Some programs are free, all others keep what the plan says. Seeded and counted in nodes, hence
/// repeatable.
///
/// Source of the first neighbourhood: E. Danna, E. Rothberg, C. Le Pape, Exploring relaxation induced
/// neighborhoods to improve MIP solutions, Mathematical Programming 102 (2005),
/// doi:10.1007/s10107-004-0518-7.
struct NeighbourhoodSearch {
    let formulation: MIPFormulation
    let goal: Goal
    /// Values of the relaxation's columns.
    let relaxed: [Double]
    /// Solves a model with a node limit, starting from a plan; the best verified plan of it.
    let solve: (Model, Int, VerifiedPlan) throws(PlanningDefect) -> (best: VerifiedPlan, isComplete: Bool)

    /// Branch-and-bound nodes of one neighbourhood.
    private static let nodeLimit = 150
    /// Neighbourhoods in a row that bring nothing before the search ends.
    private static let patience = 6
    private static let mostRounds = 40

    /// The best plan found, at least as good as the given one.
    func improved(_ plan: VerifiedPlan) throws(PlanningDefect) -> VerifiedPlan {
        var best = plan
        var generator = SplitMix64(seed: 2)
        var (size, failures) = (12, 0)
        for round in 0..<Self.mostRounds where failures < Self.patience {
            let free = round == 0 ? induced(best) : neighbours(size, of: best, &generator)
            guard let model = formulation.neighbourhood(of: best.plan, optimising: goal, free: free) else {
                return best
            }
            let found = try solve(model, Self.nodeLimit, best)
            let isBetter = goal.isWorse(best.value(of: goal), than: found.best.value(of: goal))
            failures = isBetter ? 0 : failures + 1
            size = found.isComplete ? size + 3 : max(6, size - 3)
            best = found.best
        }
        return best
    }

    /// The programs on which plan and relaxation do not agree.
    private func induced(_ plan: VerifiedPlan) -> Set<Int> {
        formulation.disagreements(of: plan.plan, with: relaxed)
    }

    /// Programs drawn by chance, half of them among those on which plan and relaxation do not agree.
    private func neighbours(
        _ size: Int, of plan: VerifiedPlan, _ generator: inout SplitMix64
    ) -> Set<Int> {
        let all = Array(formulation.scenario.programs.indices)
        let disputed = induced(plan).sorted()
        var free: Set<Int> = []
        for list in [disputed, all] where !list.isEmpty {
            for _ in 0..<size { free.insert(list[Int(generator.next() % UInt64(list.count))]) }
        }
        return free
    }
}
