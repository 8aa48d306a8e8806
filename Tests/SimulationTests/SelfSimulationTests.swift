import Portfolio
import TestSupport
import Testing

@testable import Simulation

@Suite struct SelfSimulationTests {
    @Test(
        "A plan of whole periods without uncertainty simulates to itself, date by date and rupiah by rupiah",
        arguments: randomSeeds(60))
    func itself(seed: UInt64) throws {
        var (scenario, plans) = plans(seed: seed)
        let step = scenario.calendar.step.months
        for index in scenario.programs.indices {
            scenario.programs[index].requires.removeAll { $0.timing != .choiceOnly }
            scenario.programs[index].requiresAny = nil
            for variant in scenario.programs[index].variants.indices {
                let periods = scenario.calendar.periods(
                    covering: scenario.programs[index].variants[variant].duration.planned)
                scenario.programs[index].variants[variant].duration = Duration(
                    planned: Exact(Int64(periods * step)))
            }
        }
        for plan in plans {
            guard let planned = rollout(plan, of: scenario) else { continue }
            for policy in SimulationSettings.Policy.allCases {
                let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
                let trial = Trial(rollout: rollout, policy: policy)
                trial.run()
                let accounts = TrialOutcome(trial).accounts
                for (index, program) in rollout.programs.enumerated() {
                    #expect(trial.state.start[index] == program.plannedStart)
                    #expect(trial.state.finish[index] == program.plannedFinish)
                    #expect(trial.cost(of: index) == planned.spend[program.id])
                }
                for (year, name) in rollout.years.enumerated() {
                    let paid = planned.allocation.payments.filter { $0.year == name }.reduce(0) {
                        $0 + $1.amount
                    }
                    let spent = rollout.sets.ceilings.indices.filter { $0 % rollout.sets.years == year }
                        .reduce(0) { $0 + accounts[$1].spent }
                    #expect(spent == paid)
                }
            }
        }
    }
}
