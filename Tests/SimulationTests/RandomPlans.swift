import Planning
import Portfolio
import Reporting
import TestSupport
import Testing
import Verification

@testable import Simulation

/// Plans of random scenarios that keep all laws: for each seed the first few.
func plans(seed: UInt64, most: Int = 6) -> (Scenario, [Plan]) {
    let scenario = RandomScenario.make(seed: seed)
    var plans: [Plan] = []
    BruteForce(scenario).forEachPlan { plan, answer in
        if answer != nil, !plan.programs.isEmpty { plans.append(plan) }
    }
    let stride = max(1, plans.count / most)
    return (scenario, plans.enumerated().filter { $0.offset % stride == 0 }.prefix(most).map(\.element))
}

/// The first of the plans with the most programs of a random scenario that keep all laws; nil without.
func fullestPlan(seed: UInt64) -> (Scenario, Plan?) {
    let (scenario, plans) = plans(seed: seed, most: .max)
    let most = plans.map(\.programs.count).max()
    return (scenario, plans.first { $0.programs.count == most })
}

/// The fullest plan of a random scenario in which everything is uncertain; nil without a plan.
func uncertainRollout(seed: UInt64) throws -> (Scenario, PlannedRollout)? {
    var (scenario, plan) = fullestPlan(seed: seed)
    guard let plan else { return nil }
    scenario.makeUncertain()
    scenario.risk.budgetRevisionMonth = seed % 2 == 0 ? 10 : nil
    scenario.simulation.start = seed % 3 == 0 ? .ready : .planned
    return (scenario, try #require(rollout(plan, of: scenario)))
}

/// A plan with its figures; nil where the verifier refuses it.
func rollout(_ plan: Plan, of scenario: Scenario) -> PlannedRollout? {
    let verdict = Verifier(scenario: scenario).verify(plan, allocation: nil)
    guard verdict.isAccepted, let appraisal = verdict.appraisal,
        let allocation = CanonicalAllocation(scenario: scenario).allocate(appraisal)
    else { return nil }
    return PlannedRollout(appraisal: appraisal, allocation: allocation)
}

extension Scenario {
    /// Makes durations and costs uncertain, with failing procurement, cancelling events and budget cuts.
    mutating func makeUncertain() {
        for index in programs.indices {
            for variant in programs[index].variants.indices {
                let months = programs[index].variants[variant].duration.planned.doubleValue
                programs[index].variants[variant].duration.distribution = .triangular(
                    low: 0, likely: months, high: 3 * months)
                programs[index].variants[variant].costFactor = .triangular(low: 0.5, likely: 1, high: 2.5)
                programs[index].variants[variant].procurement = "tender"
            }
        }
        risk.procurement = [
            ProcurementRoute(
                id: "tender", failure: 0.3, retryDelay: .uniform(low: 0, high: 3), giveUpAfter: 3)
        ]
        risk.events = [RiskEvent(id: "flood", probability: 0.1, delay: .constant(2), cancels: true)]
        risk.budgetShocks = [
            BudgetShock(
                id: "cut", funds: funds.map(\.id), years: calendar.years, probability: 0.4,
                cut: .uniform(low: 0, high: 0.6))
        ]
    }
}
