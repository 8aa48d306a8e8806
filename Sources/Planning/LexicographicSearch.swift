import Formulation
import Linear
import Portfolio
import Verification

/// The goals one after the other: each is solved, verified, and then kept (model.md §8).
struct LexicographicSearch {
    let scenario: Scenario
    private var station: SolvingStation
    private(set) var goals: [GoalResult] = []

    /// What a search ends with.
    struct Outcome {
        let status: PlanStatus
        let goals: [GoalResult]
        let best: VerifiedPlan?
        /// Starts that the search left out.
        var removed: [RemovedStarts] = []
        /// Rows and columns that the first goal's tree did without, where that was asked for.
        var removals: [Removal] = []
        let nodes: Int
        let isRepeatable: Bool
        /// As ``PlanningResult/isCanonical``.
        var isCanonical = false
    }

    init(scenario: Scenario, solver: any MIPSolver, options: PlanningOptions) {
        self.scenario = scenario
        station = SolvingStation(scenario: scenario, solver: solver, options: options)
    }

    /// Solves every goal, until one is not proved.
    mutating func run() throws(PlanningDefect) -> Outcome {
        let objective = scenario.objective
        if let first = objective.first { try station.findFirstPlan(for: first) }
        var index = 0
        while index < objective.count {
            station.position = index
            let hasLater = index + 1 < objective.count
            let answer =
                try hasLater && !objective[index].isInteger
                ? station.enumerate(objective[index]) : station.optimise(objective[index])
            guard let best = station.best else { return end(answer.isProved ? .infeasible : .unknown) }
            goals.append(result(of: objective[index], answer, best))
            if !answer.isProved { return giveUp(after: index) }
            if let tied = answer.tied { return settle(tied, after: index) }
            station.keep(objective[index], at: best.value(of: objective[index]))
            index += 1
        }
        return end(nil)
    }

    private func result(of goal: Goal, _ answer: SolvingStation.Answer, _ best: VerifiedPlan) -> GoalResult {
        let value = best.value(of: goal)
        guard answer.isOptimised else {
            return GoalResult(goal: goal, value: value, bound: nil, gap: nil, isOptimised: false)
        }
        if answer.isProved { return GoalResult(goal: goal, value: value, bound: value, gap: 0) }
        let bound = answer.bound.map { goal.isMaximised ? max($0, value) : min($0, value) }
        return GoalResult(goal: goal, value: value, bound: bound, gap: bound.map { abs($0 - value) })
    }

    /// All plans that tie in the goals so far are known: the later goals are a matter of comparing.
    private mutating func settle(_ tied: [VerifiedPlan], after index: Int) -> Outcome {
        var left = tied
        for goal in scenario.objective[(index + 1)...] {
            let values = left.map { $0.value(of: goal) }
            guard let target = goal.isMaximised ? values.max() : values.min() else { break }
            left = left.filter { !goal.isWorse($0.value(of: goal), than: target) }
            goals.append(GoalResult(goal: goal, value: target, bound: target, gap: 0))
        }
        let chosen = left.min { $0.plan.precedes($1.plan) }
        let isCanonical = chosen.map { isBest($0, of: tied, after: index) } ?? false
        if let chosen {
            station.best = chosen
            for position in goals.indices { goals[position].value = chosen.value(of: goals[position].goal) }
            for position in goals.indices { goals[position].bound = goals[position].value }
        }
        var outcome = end(nil)
        outcome.isCanonical = isCanonical
        return outcome
    }

    /// Whether no plan that ties is better in any goal, not even within the tolerance.
    private func isBest(_ plan: VerifiedPlan, of tied: [VerifiedPlan], after index: Int) -> Bool {
        goals.enumerated().allSatisfy { position, result in
            let own = plan.value(of: result.goal)
            guard position <= index else { return own == result.value }
            let values = tied.map { $0.value(of: result.goal) }
            return own == (result.goal.isMaximised ? values.max() : values.min())
        }
    }

    /// The goals that follow an unproved one stand as they are.
    private mutating func giveUp(after index: Int) -> Outcome {
        if let best = station.best {
            for goal in scenario.objective[(index + 1)...] {
                let value = best.value(of: goal)
                goals.append(GoalResult(goal: goal, value: value, bound: nil, gap: nil, isOptimised: false))
            }
        }
        return end(nil)
    }

    private func end(_ status: PlanStatus?) -> Outcome {
        let proved = goals.allSatisfy { goal in
            goal.isOptimised && goal.gap.map { $0 <= GoalTolerance.proved(goal.value) } ?? false
        }
        return Outcome(
            status: status ?? (proved ? .optimal : .feasible), goals: goals,
            best: status == nil ? station.best : nil, removed: station.removed, removals: station.removals,
            nodes: station.nodes,
            isRepeatable: station.isRepeatable)
    }
}

extension Plan {
    /// The order of plans that tie in every goal: by the first program, variant or start in which
    /// they differ, ids ascending.
    func precedes(_ other: Plan) -> Bool {
        for (mine, theirs) in zip(programs, other.programs) where mine != theirs {
            return (mine.program, mine.variant, mine.start) < (theirs.program, theirs.variant, theirs.start)
        }
        return programs.count < other.programs.count
    }
}
