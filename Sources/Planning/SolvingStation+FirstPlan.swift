import Formulation
import Linear
import Portfolio
import Verification

/// The first plan of a goal, before any proof.
extension SolvingStation {
    /// Finds a good plan before any proof, where there is a quick way to one.
    mutating func findFirstPlan(for goal: Goal) throws(PlanningDefect) {
        for plan in options.knownPlans { take(plan, goal) }
        let plans = firstPlans(for: goal)
        let inserted = plans?.inserted()
        take(inserted?.plan, goal)
        let station = self
        let (explored, relaxation) = SideBySide.both(
            threads: options.threads, { station.explore(from: inserted, plans, goal) },
            { station.relaxation(of: goal) })
        take(explored?.plan, goal)
        note(relaxation)
        root = relaxation.root
        rootBound = relaxation.bound.map { formulation.value(of: goal, objective: $0) }
        guard let relaxed = relaxation.values else { return }
        take(plans?.refined(explored, along: relaxed)?.plan, goal)
        if isStopped() { isRepeatable = false }
        try improve(goal, relaxed)
    }

    /// A plan with its figures, where the verifier accepts it.
    private func verified(_ plan: Plan?) -> VerifiedPlan? {
        plan.flatMap { VerifiedPlan(plan: $0, verdict: Verifier(scenario: scenario).verify($0)) }
    }

    /// Keeps a plan where it is verified and better than the best, and reports it.
    private mutating func take(_ plan: Plan?, _ goal: Goal) {
        guard let found = verified(plan),
            best.map({ goal.isWorse($0.value(of: goal), than: found.value(of: goal)) }) ?? true
        else { return }
        best = found
        tell(found, goal)
    }

    /// Reports a plan that was found before any bound, where it is better than those before.
    private func tell(_ plan: VerifiedPlan, _ goal: Goal) {
        told.tell(plan.value(of: goal), of: goal) { value in
            options.progress?(
                position, SolveProgress(incumbent: value, bound: nil, nodes: nodes, seconds: 0))
        }
    }

    /// What becomes of a plan while the relaxation is solved; told at once.
    private func explore(
        from plan: Construction.Found?, _ plans: FirstPlans?, _ goal: Goal
    ) -> Construction.Found? {
        let explored = plan.flatMap { plans?.explored(from: $0) }
        if let found = verified(explored?.plan) { tell(found, goal) }
        return explored
    }

    private func firstPlans(for goal: Goal) -> FirstPlans? {
        guard options.techniques.contains(.firstPlan) else { return nil }
        return FirstPlans(
            formulation: formulation, goal: goal, effort: FirstPlans.Effort(distance),
            threads: options.threads, isStopped: isStopped)
    }

    /// Improves the best plan by neighbourhoods of it.
    private mutating func improve(_ goal: Goal, _ relaxed: [Double]) throws(PlanningDefect) {
        guard options.techniques.contains(.neighbourhoods) else { return }
        var search = NeighbourhoodSearch(
            formulation: formulation, goal: goal, relaxed: relaxed,
            effort: NeighbourhoodSearch.Effort(programs: scenario.programs.count, distance),
            threads: options.threads, solve: improvement(of: goal))
        if let first = best {
            best = search.improved(first, rounds: search.effort.rounds)
            nodes += search.nodes
            if let defect = search.defect { throw defect }
            if search.isInterrupted { isRepeatable = false }
        }
        if distance > .near { neighbourhoods = search }
    }

    /// Solves the relaxation of a goal's model; cuts come with the search, when more columns are fixed.
    private func relaxation(of goal: Goal) -> SolveResult {
        var settings = settings(nodeLimit: nil)
        settings.isQuick = true
        return solver.solve(formulation.relaxation(optimising: goal), options: settings)
    }

    /// Solves a neighbourhood for something better than a plan.
    private func improvement(of goal: Goal)
        -> @Sendable (MIPFormulation, Int, VerifiedPlan) -> NeighbourhoodSearch.Answer
    {
        let station = self
        var settings = settings(nodeLimit: nil)
        settings.isQuick = true
        settings.threads = 1
        let quick = settings
        return { neighbourhood, nodeLimit, plan in
            guard let part = ReducedModel(neighbourhood.model(optimising: goal)) else {
                return NeighbourhoodSearch.Answer(best: plan)
            }
            let judge = PlanJudge(
                formulation: neighbourhood, goal: goal, kept: [], known: plan, mostTies: 0,
                found: { station.tell($0, goal) })
            var settings = quick
            settings.nodeLimit = nodeLimit
            settings.timeLimit = Self.seconds(to: station.deadline)
            settings.cutoff = judge.cutoff
            settings.judge = judge.judging(part)
            let result = station.solver.solve(part.model, options: settings)
            return NeighbourhoodSearch.Answer(
                best: judge.found.plans.first ?? plan,
                isComplete: result.termination == .optimal || result.termination == .infeasible,
                nodes: result.nodes, iterations: result.iterations,
                isInterrupted: result.termination == .timeLimit || result.termination == .cancelled,
                defect: judge.found.defect)
        }
    }
}
