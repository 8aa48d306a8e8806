import Formulation
import Linear
import Portfolio
import TestSupport
import Testing

@Suite("Neighbourhoods of plans")
struct NeighbourhoodTests {
    @Test(
        "hold exactly the plans whose programs are free, near some plan's or near what the relaxation uses",
        arguments: randomSeeds(20), [0, 1, 2])
    func membership(seed: UInt64, distance: Int) throws {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        let plans = Array(BruteForce(scenario).feasiblePlans.prefix(60))
        guard let first = plans.first, let last = plans.last else { return }
        let centres = distance == 2 ? [first] : [first, plans[plans.count / 2]]
        let relaxed = try #require(formulation.values(of: last))
        let neighbourhood = Neighbourhood(
            free: [0], width: distance, reach: distance == 0 ? nil : distance - 1)
        let part = formulation.neighbourhood(neighbourhood, of: centres, relaxed: relaxed)
        for plan in plans {
            let belongs = plan.programs.allSatisfy { planned in
                let isNear = centres.contains {
                    $0[planned.program].map { abs($0.start - planned.start) <= distance } == true
                }
                let isUsed = last[planned.program].map { abs($0.start - planned.start) < distance } == true
                return isNear || isUsed || planned.program == scenario.programs[0].id
            }
            let values = part.values(of: plan)
            #expect(values.map { part.model.violation(of: $0) <= 1e-7 } ?? false == belongs)
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
