import Planning
import Portfolio
import Probability
import Reporting
import TestSupport
import Testing
import Verification

@testable import Simulation

/// Plans of random scenarios that keep all laws: for each seed the first few.
private func plans(seed: UInt64, most: Int = 6) -> (Scenario, [Plan]) {
    let scenario = RandomScenario.make(seed: seed)
    var plans: [Plan] = []
    BruteForce(scenario).forEachPlan { plan, answer in
        if answer != nil, !plan.programs.isEmpty { plans.append(plan) }
    }
    let stride = max(1, plans.count / most)
    return (scenario, plans.enumerated().filter { $0.offset % stride == 0 }.prefix(most).map(\.element))
}

private func rollout(_ plan: Plan, of scenario: Scenario) -> PlannedRollout? {
    let verdict = Verifier(scenario: scenario).verify(plan, allocation: nil)
    guard verdict.isAccepted, let appraisal = verdict.appraisal,
        let allocation = CanonicalAllocation(scenario: scenario).allocate(appraisal)
    else { return nil }
    return PlannedRollout(appraisal: appraisal, allocation: allocation)
}

@Suite struct SelfSimulationTests {
    @Test(
        "A plan of whole periods without uncertainty simulates to itself, date by date and rupiah by rupiah",
        arguments: 0..<60)
    func itself(seed: Int) throws {
        var (scenario, plans) = plans(seed: UInt64(seed))
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
                var trial = Trial(rollout: rollout, policy: policy)
                trial.run()
                let accounts = trial.closeAccounts()
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

    @Test(
        "Under any luck ceilings and carried money are spent, carried or lapsed, staff suffices and requirements come first",
        arguments: 0..<120)
    func conservation(seed: Int) throws {
        var (scenario, plans) = plans(seed: UInt64(seed), most: 2)
        let uncertain = Distribution.triangular(low: 0.5, likely: 1, high: 2.5)
        for index in scenario.programs.indices {
            for variant in scenario.programs[index].variants.indices {
                let months = scenario.programs[index].variants[variant].duration.planned.doubleValue
                scenario.programs[index].variants[variant].duration.distribution = .triangular(
                    low: 0, likely: months, high: 3 * months)
                scenario.programs[index].variants[variant].costFactor = uncertain
                scenario.programs[index].variants[variant].procurement = "tender"
            }
        }
        scenario.risk.procurement = [
            ProcurementRoute(
                id: "tender", failure: 0.3, retryDelay: .uniform(low: 0, high: 3), giveUpAfter: 3)
        ]
        scenario.risk.events = [
            RiskEvent(id: "flood", probability: 0.1, delay: .constant(2), cancels: true)
        ]
        scenario.risk.budgetShocks = [
            BudgetShock(
                id: "cut", funds: scenario.funds.map(\.id), years: scenario.calendar.years, probability: 0.4,
                cut: .uniform(low: 0, high: 0.6))
        ]
        scenario.risk.budgetRevisionMonth = seed % 2 == 0 ? 10 : nil
        for plan in plans {
            guard let planned = rollout(plan, of: scenario) else { continue }
            let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
            var compiler = try RiskCompiler(scenario: scenario, planned: planned, rollout: rollout, seed: 9)
            var block = DrawBlock(rollout: rollout, sources: try compiler.compile())
            block.draw(from: 0, without: nil)
            for policy in SimulationSettings.Policy.allCases {
                var trial = Trial(rollout: rollout, policy: policy)
                for offset in 0..<32 {
                    trial.luck.take(offset, of: block)
                    trial.run()
                    let accounts = trial.closeAccounts()
                    check(trial, accounts, scenario)
                }
            }
        }
    }

    private func check(_ trial: Trial, _ accounts: [FundYearAccount], _ scenario: Scenario) {
        let state = trial.state
        var total: Rupiah = 0
        for account in accounts {
            total += account.spent
            guard trial.isBudget else { continue }
            #expect(account.holding == account.spent + account.carriedOut + account.lapsed)
            #expect(account.lapsed >= 0 && account.carriedOut >= 0)
        }
        #expect(total == state.spent.reduce(0, +))
        for (index, program) in trial.rollout.programs.enumerated() {
            #expect(state.phase[index] == .finished || state.phase[index] == .cancelled)
            for line in program.lines where trial.rollout.lines[line].isCapital {
                let spent = (0..<trial.rollout.years.count).reduce(0) {
                    $0 + state.spent[line * trial.rollout.years.count + $1]
                }
                #expect(spent <= trial.luck.amounts[line])
            }
            guard state.start[index] < .infinity else { continue }
            #expect(state.start[index] >= program.plannedStart)
            for link in program.requirements where link.event != .choice {
                #expect(trial.date(of: link) <= state.start[index] + Trial.slack)
            }
        }
        if trial.isBudget { checkStaff(trial) }
    }

    private func checkStaff(_ trial: Trial) {
        for instant in trial.state.stretches.map(\.begin) {
            var busy = Array(repeating: 0, count: trial.rollout.staff.count)
            for stretch in trial.state.stretches
            where stretch.begin <= instant && instant < stretch.end - Trial.slack {
                for need in trial.rollout.programs[stretch.program].staff { busy[need.owner] += need.persons }
            }
            for owner in busy.indices { #expect(busy[owner] <= trial.rollout.staff[owner]) }
        }
    }
}
