import Formulation
import Linear
import Portfolio
import TestSupport
import Testing

@Suite("The formulation")
struct MIPFormulationTests {
    @Test("turns every lawful plan into a solution and back", arguments: randomSeeds(30))
    func roundTrip(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        for plan in BruteForce(scenario).feasiblePlans.prefix(40) {
            let values = try #require(formulation.values(of: plan))
            #expect(formulation.model.violation(of: values) <= 1e-7)
            #expect(try formulation.plan(from: values) == plan)
        }
    }

    @Test("cuts off one plan and no other", arguments: randomSeeds(30))
    func cutting(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        var formulation = MIPFormulation(scenario: scenario)
        let plans = BruteForce(scenario).feasiblePlans.prefix(40)
        guard let first = plans.first else { return }
        formulation.cutOff(first)
        for plan in plans {
            let values = try #require(formulation.values(of: plan))
            #expect((formulation.model.violation(of: values) > 0.5) == (plan == first))
        }
    }

    @Test("values a goal as trying every plan does, up to the sign and the unit", arguments: randomSeeds(30))
    func objectives(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        let brute = BruteForce(scenario)
        for plan in brute.feasiblePlans.prefix(10) {
            let values = try #require(formulation.values(of: plan))
            for (goal, value) in brute.goals(of: plan) ?? [] {
                let objective = formulation.model(optimising: goal).objective(of: values)
                #expect(
                    abs(formulation.value(of: goal, objective: objective) - value) <= 1e-7
                        * max(1, abs(value)))
            }
        }
    }

    @Test("keeps a goal at its value and refuses what is worse", arguments: randomSeeds(30))
    func keeping(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let brute = BruteForce(scenario)
        let goal = Goal.minimiseCost
        guard scenario.objective.contains(goal), let plan = brute.feasiblePlans.first,
            let kept = brute.goals(of: plan)?.first(where: { $0.goal == goal })
        else { return }
        var formulation = MIPFormulation(scenario: scenario)
        formulation.keep(goal, at: kept.value, tolerance: 0.5)
        for other in brute.feasiblePlans.prefix(40) {
            let values = try #require(formulation.values(of: other))
            let cost = try #require(brute.goals(of: other)?.first { $0.goal == goal }).value
            let isKept = formulation.model.violation(of: values) <= 1e-9
            #expect(isKept == (cost <= kept.value))
        }
    }

    @Test("names columns and rows uniquely, without spaces or hyphens", arguments: randomSeeds(30))
    func names(seed: UInt64) {
        let model = MIPFormulation(scenario: RandomScenario.make(seed: seed)).firstGoalModel
        let names = model.columns.map(\.name) + model.rows.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { name in name.allSatisfy { $0.isASCII && $0 != " " && $0 != "-" } })
    }
}
