import Portfolio
import TestSupport
import Testing

@Suite("Random scenarios")
struct RandomScenarioTests {
    @Test("statistics")
    func statistics() {
        var (plans, infeasible, largest) = (0, 0, 0)
        var alone: [RuleID: Int] = [:]
        for seed in UInt64(0)..<520 {
            let force = BruteForce(RandomScenario.make(seed: seed))
            plans += force.planCount
            largest = max(largest, force.planCount)
            let answers = force.answers
            if answers.isEmpty { infeasible += 1 }
            if seed % 10 == 0 {
                for plan in force.allPlans {
                    if let broken = force.brokenLaws(of: plan), broken.count == 1 {
                        alone[broken.first!, default: 0] += 1
                    }
                }
            }
            print(seed, force.planCount, answers.count, force.optimum(of: answers)?.plans.count ?? 0)
        }
        print("TOTAL", plans, largest, infeasible, alone)
    }
}
