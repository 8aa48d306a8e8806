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

    /// How much work goes into the search before the tree.
    struct Effort {
        /// Rounds in a row that bring nothing before it ends.
        let patience: Int
        /// Most rounds.
        let rounds: Int
        /// Iterations of a tree for each one beside it.
        let thrift: Int
        /// Programs that are free at most where answers are put together.
        var mostFree: Int

        /// What is worth it for so many programs: the more of them the further away is a proof.
        init(programs: Int, isLong: Bool) {
            patience = programs < 100 ? 1 : 6
            rounds = !isLong ? max(1, programs / 20) : programs < 100 ? 4 : programs
            thrift = programs < 100 ? 8 : 3
            mostFree = min(30, programs / 5)
        }
    }
}
