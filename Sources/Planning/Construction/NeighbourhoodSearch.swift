import Formulation
import Linear
import Portfolio

/// Improves a plan by solving small parts of the model exactly.
///
/// Programs may start near to when the plan and the relaxation start them, or some are free and the others
/// stay about where they are; all may be given up. A few neighbourhoods of one plan are solved side by side,
/// and the best answer is the next plan; how many they are does not depend on the number of threads. Seeded and
/// counted in nodes, hence repeatable.
///
/// Source of the first neighbourhood: E. Danna, E. Rothberg, C. Le Pape, Exploring relaxation induced
/// neighborhoods to improve MIP solutions, Mathematical Programming 102 (2005),
/// doi:10.1007/s10107-004-0518-7; of the choice among several: S. Ropke, D. Pisinger, An adaptive large
/// neighborhood search heuristic, Transportation Science 40 (2006), doi:10.1287/trsc.1050.0135.
struct NeighbourhoodSearch: Sendable {
    /// Branch-and-bound nodes so far.
    private(set) var nodes = 0
    /// Iterations of the simplex method so far.
    private(set) var iterations = 0
    /// Whether a clock or somebody's wish ended it.
    private(set) var isInterrupted = false
    /// Where formulation and verifier disagree; it ends the search.
    private(set) var defect: PlanningDefect?
    let formulation: MIPFormulation
    let goal: Goal
    /// Values of the relaxation's columns.
    let relaxed: [Double]
    /// The same once cuts have strengthened it; nil before.
    private var strengthened: [Double]?
    let effort: Effort
    let threads: Int
    let solve: @Sendable (MIPFormulation, Int, VerifiedPlan) -> Answer
    private let choice: NeighbourhoodChoice
    private var generator = SplitMix64(seed: 2)
    private var adaption: Adaption
    /// How the search of the best plan stands, or of its rival.
    var line = Line()
    /// The first plan of all, which rivals need only be better than.
    private(set) var first: VerifiedPlan?
    /// Values of the columns that the next rival lies along, of the strengthened relaxation or of a node of the tree;
    /// nil before.
    var lead: [Double]?

    /// Branch-and-bound nodes of a neighbourhood of what is near by, and of another.
    static let (nearNodes, otherNodes) = (200, 500)
    /// Neighbourhoods of other kinds than what is near by that are solved side by side.
    private static let others = 4

    /// Prepares a search.
    ///
    /// - Parameter solve: solves a neighbourhood for something better than a plan, with a node limit.
    init(
        formulation: MIPFormulation, goal: Goal, relaxed: [Double], effort: Effort, threads: Int,
        solve: @escaping @Sendable (MIPFormulation, Int, VerifiedPlan) -> Answer
    ) {
        self.formulation = formulation
        self.goal = goal
        self.relaxed = relaxed
        self.threads = threads
        self.solve = solve
        self.effort = effort
        adaption = Adaption(programs: formulation.scenario.programs.count)
        choice = NeighbourhoodChoice(formulation: formulation, relaxed: relaxed)
    }

    /// From now on what is near by is looked at along a strengthened relaxation, too.
    mutating func follow(_ strengthened: [Double]) {
        self.strengthened = strengthened
        lead = strengthened
        line = Line()
    }

    /// The best plan of some rounds, at least as good as the given one.
    mutating func improved(_ plan: VerifiedPlan, rounds: Int) -> VerifiedPlan {
        first = first ?? plan
        var best = plan
        for _ in 0..<rounds where !isExhausted(best) && !isOver { best = better(than: best) ?? best }
        return best
    }

    /// Whether rounds around a plan have brought nothing for as long as the effort allows.
    func isExhausted(_ plan: VerifiedPlan) -> Bool {
        line.known == plan.plan && line.failures >= effort.patience
    }

    /// A better plan out of some neighbourhoods of one, solved side by side; nil where they have none.
    ///
    /// Of a new plan what is near by is looked at, of one that was looked at before neighbourhoods of kinds by
    /// merit and chance.
    mutating func better(than plan: VerifiedPlan) -> VerifiedPlan? {
        let isNew = plan.plan != line.known
        let kinds = isNew ? near : adaption.kinds(count: Self.others, &generator)
        let neighbourhoods = zip(kinds, adaption.sizes(of: kinds)).map { kind, size in
            (
                choice.neighbourhood(kind, size: size, around: plan.plan, &generator),
                kind == .strengthened ? strengthened ?? relaxed : relaxed
            )
        }
        line.known = plan.plan
        let (formulation, solve) = (formulation, solve)
        let nodes = isNew ? Self.nearNodes : Self.otherNodes
        let answers = SideBySide.map(neighbourhoods, threads: threads) { neighbourhood, relaxed in
            solve(formulation.neighbourhood(neighbourhood, of: [plan.plan], relaxed: relaxed), nodes, plan)
        }
        line.failures += 1
        guard let best = best(of: answers, kinds, beside: plan) else { return nil }
        line.failures = 0
        return combined(answers.map(\.best), into: best, beside: plan)
    }

    /// What is looked at of a new plan.
    ///
    /// Constructions may come so far from the best that of the first plan what lies along the relaxation is worth
    /// more than what lies near to the plan.
    private var near: [NeighbourhoodKind] {
        if strengthened != nil { return [.nearby, .strengthened] }
        return line.known == nil && effort.beginsAtRelaxation ? [.relaxed, .relaxed] : [.nearby, .nearby]
    }

    var isOver: Bool { isInterrupted || defect != nil }

    private mutating func best(
        of answers: [Answer], _ kinds: [NeighbourhoodKind], beside plan: VerifiedPlan
    ) -> VerifiedPlan? {
        var best = plan
        for (kind, answer) in zip(kinds, answers) {
            count(answer)
            adaption.learn(kind, isComplete: answer.isComplete, isBetter: isBetter(answer.best, than: plan))
            if isBetter(answer.best, than: best) { best = answer.best }
        }
        return isBetter(best, than: plan) ? best : nil
    }

    /// Counts the work of an answer, and notes what ended it.
    mutating func count(_ answer: Answer) {
        defect = defect ?? answer.defect
        nodes += answer.nodes
        iterations += answer.iterations
        isInterrupted = isInterrupted || answer.isInterrupted
    }

    /// Whether one plan is better than another by the goal.
    func isBetter(_ one: VerifiedPlan, than other: VerifiedPlan) -> Bool {
        goal.isWorse(other.value(of: goal), than: one.value(of: goal))
    }
}
