import Portfolio

extension NeighbourhoodSearch {
    /// What became of one neighbourhood.
    struct Answer: Sendable {
        /// The best plan of it, at least as good as the given one.
        var best: VerifiedPlan
        /// Whether there is no better one in it.
        var isComplete = true
        /// Branch-and-bound nodes.
        var nodes = 0
        /// Iterations of the simplex method.
        var iterations = 0
        /// Whether a clock or somebody's wish ended it.
        var isInterrupted = false
        /// Where formulation and verifier disagree.
        var defect: PlanningDefect?
    }

    /// How much work goes into the search.
    struct Effort {
        /// Most rounds before the tree's root is solved.
        let rounds: Int
        /// Most rounds along the root that cuts have strengthened, before the tree.
        let roundsAtRoot: Int
        /// Rounds in a row that bring nothing before either ends.
        let patience: Int
        /// Whether rivals of the best plan are looked for once rounds bring nothing.
        let hasRivals: Bool
        /// Iterations of a tree for each one beside it.
        let thrift: Int
        /// Whether it begins with what lies along the relaxation.
        let beginsAtRelaxation: Bool
        /// Programs that are free at most where answers are put together.
        var mostFree: Int

        /// What is worth it for so many programs: the further away a proof is the more.
        init(programs: Int, _ distance: ProofDistance) {
            let isFar = distance == .far
            rounds = distance > .near ? 4 : max(1, programs / 20)
            roundsAtRoot = isFar ? 40 : 0
            patience = isFar ? 2 : 1
            hasRivals = isFar
            thrift = isFar ? 1 : 8
            beginsAtRelaxation = distance == .middling
            mostFree = min(30, programs / 5)
        }
    }
}
