import GLPK
import Portfolio
import Synchronization
import TestSupport
import Testing

@testable import Planning

@Suite("The first plans")
struct FirstPlanTests {
    /// What was told of the first goal before any bound.
    private final class Told: Sendable {
        let values = Mutex<[Double]>([])
    }

    @Test(
        "Each plan that is told before a bound is better than the one before, and none than the answer",
        arguments: randomSeeds(20), ProofDistance.allCases)
    func told(seed: UInt64, distance: ProofDistance) throws {
        let (scenario, told) = (RandomScenario.make(seed: seed), Told())
        var options = PlanningOptions()
        options.threads = 2
        options.distance = distance
        options.progress = { position, progress in
            guard position == 0, progress.bound == nil, let value = progress.incumbent else { return }
            told.values.withLock { $0.append(value) }
        }
        let result = try Planner(scenario: scenario, solver: GLPKSolver(), options: options).plan()
        let goal = try #require(scenario.objective.first)
        let values = told.values.withLock { $0 }
        #expect(zip(values, values.dropFirst()).allSatisfy { goal.isWorse($0, than: $1) })
        guard let answer = result.goals.first?.value else {
            #expect(values.isEmpty)
            return
        }
        #expect(values.allSatisfy { !goal.isWorse(answer, than: $0) })
    }
}
