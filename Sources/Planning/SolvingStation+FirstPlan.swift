import Formulation
import Linear
import Portfolio

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
            formulation: formulation, goal: goal, threads: options.threads, isStopped: isStopped)
    }

    /// Whether there are so many programs that a proof is far away.
    private var hasLongSearch: Bool { scenario.programs.count >= options.fewestForLongSearch }

    /// Improves the best plan by neighbourhoods of it.
    private mutating func improve(_ goal: Goal, _ relaxed: [Double]) throws(PlanningDefect) {
        guard options.techniques.contains(.neighbourhoods) else { return }
        var search = NeighbourhoodSearch(
            formulation: formulation, goal: goal, relaxed: relaxed,
            effort: NeighbourhoodSearch.Effort(
                programs: scenario.programs.count, isLong: hasLongSearch), threads: options.threads,
            solve: improvement(of: goal))
        if let first = best {
            best = try search.improved(first) { tell($0, goal) }
            nodes += search.nodes
            if search.isInterrupted { isRepeatable = false }
        }
        if hasLongSearch { neighbourhoods = search }
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
        let (solver, deadline) = (solver, deadline)
        var settings = settings(nodeLimit: nil)
        settings.isQuick = true
        settings.threads = 1
        let quick = settings
        return { neighbourhood, nodeLimit, plan in
            guard let part = ReducedModel(neighbourhood.model(optimising: goal)) else {
                return NeighbourhoodSearch.Answer(best: plan)
            }
            let judge = PlanJudge(
                formulation: neighbourhood, goal: goal, kept: [], known: plan, mostTies: 0)
            var settings = quick
            settings.nodeLimit = nodeLimit
            settings.timeLimit = Self.seconds(to: deadline)
            settings.cutoff = judge.cutoff
            settings.judge = judge.judging(part)
            let result = solver.solve(part.model, options: settings)
            return NeighbourhoodSearch.Answer(
                best: judge.found.plans.first ?? plan,
                isComplete: result.termination == .optimal || result.termination == .infeasible,
                nodes: result.nodes, iterations: result.iterations,
                isInterrupted: result.termination == .timeLimit || result.termination == .cancelled,
                defect: judge.found.defect)
        }
    }
}
