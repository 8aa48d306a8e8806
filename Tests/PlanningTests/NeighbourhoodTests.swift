import Formulation
import Linear
import Portfolio
import TestSupport
import Testing

@Suite("Neighbourhoods of a plan")
struct NeighbourhoodTests {
    @Test(
        "hold exactly the plans that agree with it on all programs that are not free",
        arguments: randomSeeds(20))
    func agreement(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        let plans = Array(BruteForce(scenario).feasiblePlans.prefix(60))
        guard let first = plans.first else { return }
        let free: Set<Int> = [0]
        let model = try #require(
            formulation.neighbourhood(of: first, optimising: .maximiseCount, free: free))
        for plan in plans {
            let agrees = scenario.programs.indices.allSatisfy { index in
                let id = scenario.programs[index].id
                return free.contains(index) || plan[id] == first[id]
            }
            let values = try #require(formulation.values(of: plan))
            #expect((model.violation(of: values) <= 1e-7) == agrees)
        }
    }

    @Test("A plan agrees with itself and differs from others where they differ", arguments: randomSeeds(20))
    func disagreement(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        let plans = Array(BruteForce(scenario).feasiblePlans.prefix(20))
        guard let first = plans.first else { return }
        let values = try #require(formulation.values(of: first))
        for plan in plans {
            let expected = scenario.programs.indices.filter {
                plan[scenario.programs[$0].id] != first[scenario.programs[$0].id]
            }
            #expect(formulation.disagreements(of: plan, with: values) == Set(expected))
        }
    }
}
