import Formulation
import GLPK
import Linear
import Planning
import Portfolio
import TestSupport
import Testing
import Verification

/// 520 tiny random scenarios, in which planner, verifier and formulation must agree with trying
/// every plan.
@Suite("Brute force")
struct BruteForceTests {
    static let batches = 0..<26

    /// The seeds of a batch.
    private func seeds(of batch: Int) -> Range<UInt64> { UInt64(batch * 20)..<UInt64(batch * 20 + 20) }

    @Test(
        "The planner reaches the optimum of every goal, or proves that there is no plan", arguments: batches)
    func planner(batch: Int) throws {
        for seed in seeds(of: batch) {
            let force = BruteForce(RandomScenario.make(seed: seed))
            let result = try Planner(scenario: force.scenario, solver: GLPKSolver()).plan()
            let complaint = complaint(on: result, by: force)
            #expect(complaint == nil, "seed \(seed)\n\(force.scenario.dump)")
        }
    }

    @Test("The verifier accepts exactly the lawful plans and finds their goals", arguments: batches)
    func verifier(batch: Int) {
        for seed in seeds(of: batch) {
            let force = BruteForce(RandomScenario.make(seed: seed))
            let verifier = Verifier(scenario: force.scenario)
            var complaints: [String] = []
            force.forEachPlan { plan, answer in
                let verdict = verifier.verify(plan)
                if verdict.isAccepted != (answer != nil) {
                    let laws = force.brokenLaws(of: plan) ?? []
                    complaints.append("\(plan.dump): \(verdict.violations.map(\.rule)) against \(laws)")
                } else if let answer, !agrees(verdict.appraisal, with: answer, in: force.scenario) {
                    complaints.append("\(plan.dump): other goals than \(answer.goals)")
                }
            }
            #expect(complaints.isEmpty, "seed \(seed)\n\(force.scenario.dump)")
        }
    }

    @Test("The integer program admits exactly the lawful plans", arguments: batches)
    func formulation(batch: Int) {
        for seed in seeds(of: batch) {
            let force = BruteForce(RandomScenario.make(seed: seed))
            let formulation = MIPFormulation(scenario: force.scenario)
            var complaints: [String] = []
            force.forEachPlan { plan, answer in
                let violation = formulation.values(of: plan).map(formulation.model.violation)
                if (violation ?? .infinity <= 1e-7) != (answer != nil) {
                    let laws = force.brokenLaws(of: plan) ?? []
                    complaints.append(
                        "\(plan.dump): violation \(String(describing: violation)), breaks \(laws)")
                }
            }
            #expect(complaints.isEmpty, "seed \(seed)\n\(force.scenario.dump)")
        }
    }

    /// What is wrong with a planner's result; nil where it is right.
    private func complaint(on result: PlanningResult, by force: BruteForce) -> String? {
        guard let optimum = force.optimum(of: force.answers) else {
            return result.status == .infeasible ? nil : "\(result.status) where nothing is lawful"
        }
        guard result.status == .optimal, let plan = result.plan else { return "\(result.status)" }
        for (found, best) in zip(result.goals, optimum.goals)
        where !isSame(found.value, best.value, best.goal) {
            return
                "\(best.goal): \(found.value) by \(plan.dump), not \(best.value) by \(optimum.plans[0].dump)"
        }
        let isComplete = result.goals.map(\.goal) == optimum.goals.map(\.goal)
        return isComplete && optimum.plans.contains(plan) ? nil : "\(plan.dump) is not among the best"
    }

    private func agrees(
        _ appraisal: Appraisal?, with answer: BruteForce.Answer, in scenario: Scenario
    ) -> Bool {
        guard let appraisal else { return false }
        return zip(scenario.objective, answer.goals).allSatisfy { goal, value in
            isSame(appraisal.value(of: goal), value, goal)
        }
    }

    private func isSame(_ one: Double, _ other: Double, _ goal: Goal) -> Bool {
        goal.isInteger ? one == other : abs(one - other) <= 1e-9 * max(1, abs(other))
    }
}
