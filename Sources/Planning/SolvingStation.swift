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
    private(set) var nodes = 0
    /// Whether no wall-clock limit ended a solve.
    private(set) var isRepeatable = true
    private let solver: any MIPSolver
    private let options: PlanningOptions
    private let verifier: Verifier
    private let deadline: ContinuousClock.Instant?
    private var formulation: MIPFormulation
    private var kept: [(goal: Goal, value: Double)] = []

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

    /// Prepares the model and a first plan.
    init(scenario: Scenario, solver: any MIPSolver, options: PlanningOptions) {
        self.scenario = scenario
        self.solver = solver
        self.options = options
        verifier = Verifier(scenario: scenario)
        deadline = options.timeLimit.map { ContinuousClock.now + .seconds($0) }
        formulation = MIPFormulation(scenario: scenario)
        let goal = scenario.objective.first ?? .maximiseValue
        best = firstPlan(for: goal)
    }

    /// A good plan before any proof, verified; nil where construction finds none.
    private func firstPlan(for goal: Goal) -> VerifiedPlan? {
        Construction(formulation: formulation, goal: goal).bestPlan().flatMap(accepted)
    }

    /// Demands of all later solves that a goal stays as good as it is.
    mutating func keep(_ goal: Goal, at value: Double) {
        kept.append((goal, value))
        let slack = goal.isInteger ? 0.5 : GoalTolerance.kept(goal, at: value)
        formulation.keep(goal, at: value, tolerance: slack)
    }

    /// Solves a goal once, starting from the best plan.
    mutating func optimise(_ goal: Goal) throws(PlanningDefect) -> Answer {
        for _ in 0..<retries {
            let model = formulation.model(optimising: goal)
            let start = best.flatMap { formulation.values(of: $0.plan) }
            let usable = start.flatMap { model.violation(of: $0) <= 1e-6 ? $0 : nil }
            let result = solve(model, goal, incumbent: usable, cutoff: nil)
            guard let plan = try plan(in: result) else { return answer(result, goal) }
            guard let verified = try judged(plan) else {
                formulation.cutOff(plan)
                continue
            }
            if best.map({ !goal.isWorse(verified.value(of: goal), than: $0.value(of: goal)) }) ?? true {
                best = verified
            }
            return answer(result, goal)
        }
        return Answer(isProved: false, isOptimised: false)
    }

    /// Solves a goal and finds all plans that tie in it.
    ///
    /// Known plans are cut off, and only what is no worse than the best is wanted. Falls back on the optimum alone where many plans tie.
    mutating func enumerate(_ goal: Goal) throws(PlanningDefect) -> Answer {
        var search = formulation
        var tied = best.map { [$0] } ?? []
        for plan in tied { search.cutOff(plan.plan) }
        for _ in 0..<retries where tied.count <= mostTies {
            let cutoff = tied.first.map { known in
                let value = known.value(of: goal)
                let slack = 2 * GoalTolerance.kept(goal, at: value)
                return search.objective(of: goal, value: value) + slack
            }
            let result = solve(search.model(optimising: goal), goal, incumbent: nil, cutoff: cutoff)
            guard let plan = try plan(in: result) else {
                var answer = answer(result, goal)
                answer.tied = answer.isProved && !tied.isEmpty ? tied : nil
                return answer
            }
            search.cutOff(plan)
            if let verified = try judged(plan) {
                tied = merge(verified, into: tied, goal)
                best = tied.first
            }
            guard result.termination == .optimal else { return answer(result, goal) }
        }
        return Answer(isProved: tied.count > mostTies, isOptimised: tied.count > mostTies)
    }

    private let retries = 50
    private let mostTies = 4

    /// The better plan alone, or both where they tie.
    private func merge(_ plan: VerifiedPlan, into tied: [VerifiedPlan], _ goal: Goal) -> [VerifiedPlan] {
        guard let known = tied.first else { return [plan] }
        if goal.isWorse(plan.value(of: goal), than: known.value(of: goal)) { return tied }
        let isBetter = goal.isWorse(known.value(of: goal), than: plan.value(of: goal))
        return isBetter ? [plan] : tied + [plan]
    }

    private mutating func solve(
        _ model: Model, _ goal: Goal, incumbent: [Double]?, cutoff: Double?
    ) -> SolveResult {
        var settings = SolveOptions(nodeLimit: options.nodeLimit, incumbent: incumbent, cutoff: cutoff)
        if let deadline {
            settings.timeLimit = max(0.01, (deadline - .now) / .seconds(1))
        }
        settings.isCancelled = options.isCancelled
        settings.progress = progress(of: goal)
        let result = solver.solve(model, options: settings)
        nodes += result.nodes
        if result.termination == .timeLimit || result.termination == .cancelled { isRepeatable = false }
        return result
    }

    private func progress(of goal: Goal) -> (@Sendable (SolveProgress) -> Void)? {
        guard let report = options.progress else { return nil }
        let (formulation, position, known) = (formulation, position, best?.value(of: goal))
        return { progress in
            var own = progress
            own.incumbent = progress.incumbent.map { formulation.value(of: goal, objective: $0) } ?? known
            own.bound = progress.bound.map { formulation.value(of: goal, objective: $0) }
            report(position, own)
        }
    }

    private func answer(_ result: SolveResult, _ goal: Goal) -> Answer {
        switch result.termination {
        case .optimal, .infeasible: Answer(isProved: true)
        case .failed: Answer(isProved: false, isOptimised: goal == scenario.objective.first)
        default:
            Answer(
                isProved: false,
                bound: result.bound.map { formulation.value(of: goal, objective: $0) })
        }
    }

    private func plan(in result: SolveResult) throws(PlanningDefect) -> Plan? {
        guard let values = result.values else { return nil }
        do {
            return try formulation.plan(from: values)
        } catch {
            throw PlanningDefect(description: "\(error.column) is \(error.value), neither 0 nor 1")
        }
    }

    /// The plan with its figures; nil where it is refused, or worse in an earlier goal, by no more
    /// than the solver's tolerance.
    private func judged(_ plan: Plan) throws(PlanningDefect) -> VerifiedPlan? {
        let verdict = verifier.verify(plan)
        let serious = verdict.violations.filter { !isWithinTolerance($0) }
        guard serious.isEmpty else {
            throw PlanningDefect(description: "the verifier refuses the solver's plan: \(serious)")
        }
        guard let verified = accepted(plan) else { return nil }
        let isWorse = kept.contains { $0.goal.isWorse(verified.value(of: $0.goal), than: $0.value) }
        return isWorse ? nil : verified
    }

    private func accepted(_ plan: Plan) -> VerifiedPlan? {
        let verdict = verifier.verify(plan)
        guard verdict.isAccepted, let appraisal = verdict.appraisal else { return nil }
        return VerifiedPlan(plan: plan, appraisal: appraisal)
    }

    private func isWithinTolerance(_ violation: Violation) -> Bool {
        switch violation.excess {
        case .rupiah(let excess):
            let budget = scenario.funds.reduce(0.0) { $1.ceilings.values.reduce($0) { $0 + Double($1) } }
            return Double(excess) <= max(1, 1e-6 * budget)
        case .count: return false
        case .points(let points): return points <= 1e-5
        }
    }
}
