import Portfolio
import TestSupport
import Testing

@Suite("Random scenarios")
struct RandomScenarioTests {
    @Test("A tenth to a quarter of the random scenarios is infeasible, and none has too many plans")
    func someAreInfeasible() {
        let forces = (UInt64(0)..<520).map { BruteForce(RandomScenario.make(seed: $0)) }
        #expect(forces.allSatisfy { $0.planCount <= 5000 })
        let infeasible = forces.filter { $0.answers.isEmpty }.count
        #expect((40...130).contains(infeasible))
    }
}
