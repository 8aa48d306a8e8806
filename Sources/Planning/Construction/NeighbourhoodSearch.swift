import Formulation
import Linear
import Portfolio

/// Improves a plan by solving small parts of the model exactly.
///
/// Some programs are free, all others keep what the plan says. A few neighbourhoods of one plan are solved
/// side by side, and the best answer is the next plan; how many they are does not depend on the number of
/// threads. Seeded and counted in nodes, hence repeatable.
///
/// Source of the first neighbourhood: E. Danna, E. Rothberg, C. Le Pape, Exploring relaxation induced
/// neighborhoods to improve MIP solutions, Mathematical Programming 102 (2005),
/// doi:10.1007/s10107-004-0518-7; of the choice among several: S. Ropke, D. Pisinger, An adaptive large
/// neighborhood search heuristic, Transportation Science 40 (2006), doi:10.1287/trsc.1050.0135.
struct NeighbourhoodSearch {
    let formulation: MIPFormulation
    let goal: Goal
    /// Values of the relaxation's columns.
    let relaxed: [Double]
    let effort: Effort
    let threads: Int
    /// Solves a model for something better than a plan, with a node limit.
    let solve: @Sendable (Model, Int, VerifiedPlan) -> Answer

    /// What became of one neighbourhood.
    struct Answer: Sendable {
        /// The best plan of it, at least as good as the given one.
        var best: VerifiedPlan
        /// Whether there is no better one in it.
        var isComplete: Bool
        /// Branch-and-bound nodes.
        var nodes: Int
        /// Whether a clock or somebody's wish ended it.
        var isInterrupted = false
        /// Where formulation and verifier disagree.
        var defect: PlanningDefect?
    }

    /// How much work goes into the search.
    struct Effort {
        /// Branch-and-bound nodes of one neighbourhood.
        let nodes: Int
        /// Rounds in a row that bring nothing before the search ends.
        let patience: Int
        /// Most rounds.
        let rounds: Int
    }

    /// Neighbourhoods that are solved side by side.
    private static let batch = 4

    /// The best plan found, at least as good as the given one, and all answers on the way.
    func improved(
        _ plan: VerifiedPlan, found: (VerifiedPlan) -> Void
    ) throws(PlanningDefect) -> (best: VerifiedPlan, nodes: Int, isInterrupted: Bool) {
        var best = plan
        var (nodes, failures) = (0, 0)
        var generator = SplitMix64(seed: 2)
        var adaption = Adaption(programs: formulation.scenario.programs.count)
        let choice = NeighbourhoodChoice(formulation: formulation, relaxed: relaxed)
        for round in 0..<effort.rounds where failures < effort.patience {
            let kinds = adaption.kinds(round: round, count: Self.batch, &generator)
            let free = kinds.map {
                choice.programs($0, size: adaption.size($0), around: best.plan, &generator)
            }
            let answers = solveAll(free, around: best)
            let before = best
            for (kind, answer) in zip(kinds, answers) {
                if let defect = answer.defect { throw defect }
                nodes += answer.nodes
                let isBetter = goal.isWorse(before.value(of: goal), than: answer.best.value(of: goal))
                adaption.learn(kind, isComplete: answer.isComplete, isBetter: isBetter)
                if goal.isWorse(best.value(of: goal), than: answer.best.value(of: goal)) {
                    best = answer.best
                }
            }
            if answers.contains(where: \.isInterrupted) { return (best, nodes, true) }
            let isBetter = goal.isWorse(before.value(of: goal), than: best.value(of: goal))
            failures = isBetter || round == 0 ? 0 : failures + 1
            if isBetter { found(best) }
        }
        return (best, nodes, false)
    }

    private func solveAll(_ free: [Set<Int>], around plan: VerifiedPlan) -> [Answer] {
        let models = free.map { formulation.neighbourhood(of: plan.plan, optimising: goal, free: $0) }
        return SideBySide.map(models, threads: threads) { model in
            model.map { solve($0, effort.nodes, plan) } ?? Answer(best: plan, isComplete: true, nodes: 0)
        }
    }
}

/// What earlier neighbourhoods taught: how large they may be, and which kinds help.
struct Adaption {
    private var sizes: [Int]
    private var merits = [Double](repeating: 1, count: NeighbourhoodKind.allCases.count)
    private let programs: Int

    init(programs: Int) {
        self.programs = programs
        sizes = Array(repeating: 20, count: NeighbourhoodKind.allCases.count)
        sizes[NeighbourhoodKind.disputed.rawValue] = programs
    }

    /// How many programs a neighbourhood of a kind leaves free.
    func size(_ kind: NeighbourhoodKind) -> Int { sizes[kind.rawValue] }

    /// The kinds of a round: what plan and relaxation do not agree on comes first and alone, then kinds by
    /// merit and chance.
    func kinds(round: Int, count: Int, _ generator: inout SplitMix64) -> [NeighbourhoodKind] {
        round == 0 ? [.disputed] : (0..<count).map { _ in kind(&generator) }
    }

    private func kind(_ generator: inout SplitMix64) -> NeighbourhoodKind {
        let all = NeighbourhoodKind.allCases
        var left = generator.unit() * merits.reduce(0, +)
        return all.first { kind in
            left -= merits[kind.rawValue]
            return left < 0
        } ?? .random
    }

    /// Learns from an answer: what was easy may be larger, what was hard is to be smaller.
    mutating func learn(_ kind: NeighbourhoodKind, isComplete: Bool, isBetter: Bool) {
        let size = sizes[kind.rawValue]
        sizes[kind.rawValue] = isComplete ? min(programs, size + 4) : max(8, size * 4 / 5)
        merits[kind.rawValue] = 0.8 * merits[kind.rawValue] + (isBetter ? 1 : 0.1)
    }
}
