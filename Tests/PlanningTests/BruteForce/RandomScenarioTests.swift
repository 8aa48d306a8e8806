import Portfolio
import TestSupport
import Testing

@Suite("Random scenarios")
struct RandomScenarioTests {
    @Test("Some, but not most, of the random scenarios are infeasible, and none has too many plans")
    func someAreInfeasible() {
        let forces = (UInt64(0)..<520).map { BruteForce(RandomScenario.make(seed: $0)) }
        #expect(forces.allSatisfy { $0.planCount <= 5000 })
        let infeasible = forces.filter { $0.answers.isEmpty }.count
        #expect((50...180).contains(infeasible))
    }

    @Test("Every feature of the model is used by at least three random scenarios")
    func everyFeatureIsUsed() {
        var uses: [String: Int] = [:]
        for seed in UInt64(0)..<520 {
            for feature in ScenarioFeature.all where feature.isUsed(RandomScenario.make(seed: seed)) {
                uses[feature.name, default: 0] += 1
            }
        }
        let rare = ScenarioFeature.all.filter { uses[$0.name, default: 0] < 3 }.map(\.name)
        #expect(rare == [])
    }
}
