import Formulation
import Linear
import Portfolio
import Verification

/// Solves one goal at a time and keeps the best verified plan.
struct SolvingStation {
    let scenario: Scenario
    /// The best verified plan so far.
    var best: VerifiedPlan?
    /// Position of the goal at work, for reports of progress.
    var position = 0
    /// Branch-and-bound nodes so far.
    var nodes = 0
    /// Whether no wall-clock limit ended a solve.
    var isRepeatable = true
    let solver: any MIPSolver
    let options: PlanningOptions
    let deadline: ContinuousClock.Instant?
    private(set) var formulation: MIPFormulation
    /// Looked for when the first tree begins, so that first plans need not wait for it.
    private lazy var covers = formulation.coverCuts
    private(set) var kept: [KeptGoal] = []
    /// What the relaxation of the first goal says of its columns.
    var root: SolveResult.Root?
    /// What the relaxation of the first goal says of its best value, in the goal's own unit.
    var rootBound: Double?
    /// Rows and columns that the first goal's tree did without, where that was asked for.
    private(set) var removals: [Removal] = []
    /// What was told of the first plans.
    let told = BestTold()
    /// Neighbourhoods of the first goal's plans, to be searched beside its tree; nil where they are not.
    var neighbourhoods: NeighbourhoodSearch?

    /// Most plans that tie in a goal and are all kept, for later goals to compare.
    private static let mostTies = 4

    /// What became of a goal.
    struct Answer {
        /// Whether the search was complete.
        var isProved: Bool
        /// Whether the goal could be optimised at all.
        var isOptimised = true
        /// The solver's bound in the goal's own unit, where the search was not complete.
        var bound: Double?
        /// All plans that tie, where all are known.
        var tied: [VerifiedPlan]?
    }

    /// How far away a proof is.
    var distance: ProofDistance { options.distance ?? ProofDistance(programs: scenario.programs.count) }

    /// Starts that the search leaves out, with the reason.
    var removed: [RemovedStarts] { formulation.removed }

    /// Prepares the model.
    init(scenario: Scenario, solver: any MIPSolver, options: PlanningOptions) {
        self.scenario = scenario
        self.solver = solver
        self.options = options
        deadline = options.timeLimit.map { ContinuousClock.now + .seconds($0) }
        formulation = MIPFormulation(
            scenario: scenario, dropsDominated: options.techniques.contains(.dominance))
    }

    /// Whether the time is over or somebody wishes the search to end.
    var isStopped: @Sendable () -> Bool {
        let (deadline, isCancelled) = (deadline, options.isCancelled)
        return { isCancelled?() == true || deadline.map { ContinuousClock.now > $0 } == true }
    }

    /// Demands of all later solves that a goal stays as good as it is.
    mutating func keep(_ goal: Goal, at value: Double) {
        kept.append(KeptGoal(goal: goal, value: value))
        let slack = goal.isInteger ? 0.5 : GoalTolerance.kept(goal, at: value)
        formulation.keep(goal, at: value, tolerance: slack)
    }

    /// Solves a goal, starting from the best plan.
    mutating func optimise(_ goal: Goal) throws(PlanningDefect) -> Answer {
        try search(goal, mostTies: 0)
    }

    /// Solves a goal and finds all plans that tie in it, unless they are many.
    mutating func enumerate(_ goal: Goal) throws(PlanningDefect) -> Answer {
        try search(goal, mostTies: Self.mostTies)
    }

    private mutating func search(_ goal: Goal, mostTies: Int) throws(PlanningDefect) -> Answer {
        let judge = PlanJudge(
            formulation: formulation, goal: goal, kept: kept, known: best, mostTies: mostTies)
        var search = formulation
        if mostTies > 0, let best { search.cutOff(best.plan) }
        var answer = try solve(search.model(optimising: goal), goal, judge)
        if mostTies > 0, answer.isProved, judge.knowsAllTies { answer.tied = judge.found.plans }
        return answer
    }

    /// Solves a model for what is better than the best plan.
    private mutating func solve(
        _ model: Model, _ goal: Goal, _ judge: PlanJudge
    ) throws(PlanningDefect) -> Answer {
        let whole = narrowed(model, goal, judge)
        let explains = options.explainsModel && goal == scenario.objective.first
        if explains { removals = whole.decided(since: model) { .costly(value: $0) } }
        guard let part = ReducedModel(whole, by: options.techniques.modelReductions, explains: explains)
        else {
            return Answer(isProved: true)
        }
        removals += part.removals
        var settings = settings(nodeLimit: options.nodeLimit)
        settings.cutoff = judge.cutoff
        settings.progress = progress(of: goal, judge)
        settings.judge = judge.judging(part)
        settings.separate = separation(part)
        let companion = companion(of: goal, judge)
        settings.improve = companion?.improving(part)
        let result = run(part.model, settings)
        if let search = companion?.present {
            nodes += search.nodes - (neighbourhoods?.nodes ?? 0)
            if search.isInterrupted { isRepeatable = false }
        }
        if let defect = judge.found.defect { throw defect }
        if let found = judge.found.plans.first { best = found }
        if judge.hasGivenUp { return Answer(isProved: false, isOptimised: false) }
        return answer(result, goal)
    }

    /// What finds rows that a relaxation breaks; nil where nothing does.
    private mutating func separation(
        _ part: ReducedModel
    ) -> (@Sendable ([Double]) -> [SolutionVerdict.Cut])? {
        let covers = options.techniques.contains(.covers) ? covers : nil
        let implications = options.techniques.contains(.probing) ? part.implications : nil
        guard covers != nil || implications != nil else { return nil }
        return { values in
            let all = part.expand(values)
            let cuts = (covers?.separate(all) ?? []) + (implications?.separate(all) ?? [])
            return cuts.map(part.reduced)
        }
    }

    /// The model without the values that the relaxation of the first goal rules out for a better plan.
    private func narrowed(_ model: Model, _ goal: Goal, _ judge: PlanJudge) -> Model {
        guard options.techniques.contains(.reducedCosts), goal == scenario.objective.first, let root,
            let cutoff = judge.cutoff
        else { return model }
        return model.fixed(by: root, below: cutoff)
    }

    /// What all solves have in common.
    func settings(nodeLimit: Int?) -> SolveOptions {
        var settings = SolveOptions(nodeLimit: nodeLimit)
        settings.timeLimit = Self.seconds(to: deadline)
        settings.isCancelled = options.isCancelled
        settings.threads = options.threads
        settings.progress = { _ in }
        return settings
    }

    /// What is left up to a deadline.
    static func seconds(to deadline: ContinuousClock.Instant?) -> Double? {
        deadline.map { max(0.01, ($0 - .now) / .seconds(1)) }
    }

    private mutating func run(_ model: Model, _ settings: SolveOptions) -> SolveResult {
        let result = solver.solve(model, options: settings)
        note(result)
        return result
    }

    /// Counts a solve.
    mutating func note(_ result: SolveResult) {
        nodes += result.nodes
        if result.termination == .timeLimit || result.termination == .cancelled { isRepeatable = false }
    }

    private func progress(of goal: Goal, _ judge: PlanJudge) -> (@Sendable (SolveProgress) -> Void)? {
        guard let report = options.progress else { return nil }
        let (formulation, position) = (formulation, position)
        return { progress in
            var own = progress
            own.incumbent = judge.found.plans.first?.value(of: goal)
            own.bound = progress.bound.map { formulation.value(of: goal, objective: $0) }
            report(position, own)
        }
    }

    private func answer(_ result: SolveResult, _ goal: Goal) -> Answer {
        switch result.termination {
        case .optimal, .infeasible: Answer(isProved: true)
        case .failed: Answer(isProved: false, isOptimised: goal == scenario.objective.first)
        default: Answer(isProved: false, bound: bound(result, goal))
        }
    }

    /// The tighter of what a search and the first relaxation say of a goal.
    private func bound(_ result: SolveResult, _ goal: Goal) -> Double? {
        let own = result.bound.map { formulation.value(of: goal, objective: $0) }
        let bounds = [own, goal == scenario.objective.first ? rootBound : nil].compactMap(\.self)
        return goal.isMaximised ? bounds.min() : bounds.max()
    }
}
