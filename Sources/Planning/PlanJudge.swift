import Formulation
import Linear
import Portfolio
import Synchronization
import Verification

/// Judges the solver's integer solutions while it searches: each is decoded and verified, and only
/// plans that the verifier accepts count.
///
/// With `mostTies` above 0 every plan that ties with the best one is wanted too: known plans are cut
/// off, and only what is no worse than the best is looked for. Where more tie than that, the best
/// alone is wanted.
final class PlanJudge: Sendable {
    private let formulation: MIPFormulation
    private let goal: Goal
    private let kept: [KeptGoal]
    private let mostTies: Int
    private let verifier: Verifier
    private let report: @Sendable (VerifiedPlan) -> Void
    private let state: Mutex<State>

    /// Refused plans after which the goal is given up.
    private static let mostRefused = 200

    /// What was found so far.
    struct State: Sendable {
        /// The best plans, all with the same value of the goal.
        var plans: [VerifiedPlan]
        /// Plans refused by no more than the solver's tolerance.
        var refused = 0
        /// Where formulation and verifier disagree by more.
        var defect: PlanningDefect?
    }

    /// - Parameter found: told each better plan at once.
    init(
        formulation: MIPFormulation, goal: Goal, kept: [KeptGoal], known: VerifiedPlan?, mostTies: Int,
        found report: @escaping @Sendable (VerifiedPlan) -> Void = { _ in }
    ) {
        self.report = report
        self.formulation = formulation
        self.goal = goal
        self.kept = kept
        self.mostTies = mostTies
        verifier = Verifier(scenario: formulation.scenario)
        state = Mutex(State(plans: known.map { [$0] } ?? []))
    }

    /// What was found.
    var found: State { state.withLock { $0 } }

    /// Whether every plan that ties with the best one is known, once the search is complete.
    var knowsAllTies: Bool { state.withLock { !$0.plans.isEmpty && $0.plans.count <= mostTies } }

    /// Whether the goal was given up.
    var hasGivenUp: Bool { state.withLock { $0.refused > Self.mostRefused } }

    /// The objective below which plans are wanted; nil while none is known.
    var cutoff: Double? { state.withLock { cutoff($0) } }

    /// What the solver is told about a solution.
    func judge(_ values: [Double], _ objective: Double) -> SolutionVerdict {
        state.withLock { state in
            do throws(PlanningDefect) {
                return verdict(on: try verified(values), objective, &state)
            } catch {
                state.defect = error
                return SolutionVerdict(stops: true)
            }
        }
    }

    /// The same about the solutions of a reduced model.
    func judging(_ part: ReducedModel) -> @Sendable ([Double], Double) -> SolutionVerdict {
        { values, objective in
            var verdict = self.judge(part.expand(values), objective)
            verdict.cut = verdict.cut.map(part.reduced)
            return verdict
        }
    }

    /// What the solver is told about a better plan that was found elsewhere.
    func take(_ plan: VerifiedPlan) -> SolutionVerdict {
        state.withLock { state in
            add(plan, to: &state)
            let cut =
                mostTies == 0 || state.plans.count > mostTies ? nil : formulation.exclusion(of: plan.plan)
            return SolutionVerdict(cutoff: cutoff(state), cut: cut)
        }
    }

    /// Ends the search because of a defect that was found elsewhere.
    func refuse(_ defect: PlanningDefect) -> SolutionVerdict {
        state.withLock { $0.defect = defect }
        return SolutionVerdict(stops: true)
    }

    private func verdict(
        on solution: (plan: Plan, verified: VerifiedPlan?), _ objective: Double, _ state: inout State
    ) -> SolutionVerdict {
        let cut = formulation.exclusion(of: solution.plan)
        guard let verified = solution.verified else {
            state.refused += 1
            return SolutionVerdict(cut: cut, stops: state.refused > Self.mostRefused)
        }
        add(verified, to: &state)
        if mostTies == 0 { return SolutionVerdict(isIncumbent: true, cutoff: objective) }
        return SolutionVerdict(cutoff: cutoff(state), cut: state.plans.count > mostTies ? nil : cut)
    }

    private func cutoff(_ state: State) -> Double? {
        guard let value = state.plans.first?.value(of: goal) else { return nil }
        let slack = state.plans.count > mostTies ? 0 : 2 * GoalTolerance.kept(goal, at: value)
        return formulation.objective(of: goal, value: value) + slack
    }

    /// The better plan alone, or all where they tie.
    private func add(_ plan: VerifiedPlan, to state: inout State) {
        guard let known = state.plans.first?.value(of: goal) else { return state.plans = [plan] }
        let value = plan.value(of: goal)
        if goal.isWorse(value, than: known) { return }
        if goal.isWorse(known, than: value) {
            report(plan)
            return state.plans = [plan]
        }
        if mostTies > 0 { state.plans.append(plan) }
    }

    /// The plan of a solution; unverified where it is refused, or worse in an earlier goal, by no more
    /// than the solver's tolerance.
    private func verified(
        _ values: [Double]
    ) throws(PlanningDefect) -> (plan: Plan, verified: VerifiedPlan?) {
        let plan = try decoded(values)
        let verdict = verifier.verify(plan)
        let serious = verdict.violations.filter { !isWithinTolerance($0) }
        guard serious.isEmpty else {
            throw PlanningDefect(description: "the verifier refuses the solver's plan: \(serious)")
        }
        guard let verified = VerifiedPlan(plan: plan, verdict: verdict) else { return (plan, nil) }
        let isWorse = kept.contains { $0.goal.isWorse(verified.value(of: $0.goal), than: $0.value) }
        return (plan, isWorse ? nil : verified)
    }

    private func decoded(_ values: [Double]) throws(PlanningDefect) -> Plan {
        do {
            return try formulation.plan(from: values)
        } catch {
            throw PlanningDefect(description: "\(error.column) is \(error.value), neither 0 nor 1")
        }
    }

    private func isWithinTolerance(_ violation: Violation) -> Bool {
        switch violation.excess {
        case .rupiah(let excess):
            let budget = formulation.scenario.funds.reduce(0.0) {
                $1.ceilings.values.reduce($0) { $0 + Double($1) }
            }
            return Double(excess) <= max(1, 1e-6 * budget)
        case .count: return false
        case .points(let points): return points <= 1e-5
        }
    }
}

/// An earlier goal and the value that later ones may not worsen.
struct KeptGoal: Sendable {
    let goal: Goal
    let value: Double
}
