import Portfolio
import Probability
import TestSupport
import Testing

@testable import Simulation

/// What no luck may break, in every trial of random plans of random scenarios.
@Suite struct ConservationTests {
    @Test(
        "Under any luck money is spent, carried or lapsed once, within eligible sets, for work done in order",
        arguments: randomSeeds(1_000))
    func conservation(seed: UInt64) throws {
        guard let (scenario, planned) = try uncertainRollout(seed: seed) else { return }
        let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
        var compiler = try RiskCompiler(
            scenario: scenario, planned: planned, rollout: rollout, seed: seed)
        let block = DrawBlock(rollout: rollout, sources: try compiler.compile())
        block.draw(from: 0, without: nil)
        for policy in SimulationSettings.Policy.allCases {
            let trial = Trial(rollout: rollout, policy: policy)
            for offset in 0..<16 {
                trial.luck.take(offset, of: block)
                trial.run()
                let accounts = TrialOutcome(trial).accounts
                checkMoney(trial, accounts)
                checkEligibleSets(trial, accounts)
                checkWork(trial, scenario)
                if trial.isBudget { checkStaff(trial) }
                checkQuarters(trial, scenario.calendar.quarterEnds)
            }
        }
    }

    /// Ceilings + carried in (+ overrun under `free`) = spent + carried out + lapsed.
    private func checkMoney(_ trial: Trial, _ accounts: [FundYearAccount]) {
        let years = trial.rollout.sets.years
        for (index, account) in accounts.enumerated() {
            let overrun = max(0, account.spent - account.holding)
            if trial.isBudget { #expect(overrun == 0) }
            #expect(account.holding + overrun == account.spent + account.carriedOut + account.lapsed)
            #expect(account.lapsed >= 0 && account.carriedOut >= 0 && account.spent >= 0)
            #expect(account.ceiling <= trial.rollout.sets.ceilings[index] && account.ceiling >= 0)
            let before = index % years == 0 ? 0 : accounts[index - 1].carriedOut
            #expect(account.carriedIn == before)
            let share = trial.rollout.sets.carryShares[index / years] ?? 0
            #expect(account.carriedOut <= share.floorOfProduct(with: account.ceiling))
            if index % years == years - 1 { #expect(account.carriedOut == 0) }
            #expect(account.need >= account.spent || trial.isBudget)
        }
        let spent = accounts.reduce(0) { $0 + $1.spent }
        #expect(spent == trial.state.spent.reduce(0, +))
    }

    /// What only funds of a set of funds may pay is at most what they hold, for every set of funds (Hall);
    /// under `free` the excess of the worst set is exactly the overrun.
    private func checkEligibleSets(_ trial: Trial, _ accounts: [FundYearAccount]) {
        let sets = trial.rollout.sets
        for year in 0..<sets.years {
            let needs = spentBySet(trial, in: year)
            var worst: Rupiah = 0
            for mask in 1..<(1 << sets.funds) {
                let held = (0..<sets.funds).reduce(Rupiah(0)) {
                    $0 + (mask >> $1 & 1 == 1 ? accounts[$1 * sets.years + year].holding : 0)
                }
                let needed = sets.sets.indices.reduce(Rupiah(0)) { sum, set in
                    sets.sets[set].allSatisfy { mask >> $0 & 1 == 1 } ? sum + needs[set] : sum
                }
                worst = max(worst, needed - held)
            }
            let overrun = (0..<sets.funds).reduce(Rupiah(0)) { sum, fund in
                let account = accounts[fund * sets.years + year]
                return sum + max(0, account.spent - account.holding)
            }
            #expect(worst == overrun)
            if trial.isBudget { #expect(worst == 0) }
        }
    }

    private func spentBySet(_ trial: Trial, in year: Int) -> [Rupiah] {
        var sums = Array(repeating: Rupiah(0), count: trial.rollout.sets.sets.count)
        for (index, line) in trial.rollout.lines.enumerated() {
            sums[line.set] += trial.state.spent[index * trial.rollout.years.count + year]
        }
        return sums
    }

    private func checkWork(_ trial: Trial, _ scenario: Scenario) {
        let (state, years) = (trial.state, trial.rollout.years.count)
        for (index, program) in trial.rollout.programs.enumerated() {
            #expect(state.phase[index] == .finished || state.phase[index] == .cancelled)
            let stretches = state.stretches.filter { $0.program == index }
            for (one, next) in zip(stretches, stretches.dropFirst()) {
                #expect(one.end <= next.begin + Trial.slack)
                #expect(abs(one.worked + one.end - one.begin - next.worked) < 1e-6)
            }
            for line in program.lines where trial.rollout.lines[line].isCapital {
                let spent = (0..<years).reduce(0) { $0 + state.spent[line * years + $1] }
                #expect(spent <= trial.luck.amounts[line])
            }
            #expect(trial.cost(of: index) >= 0)
            guard state.start[index] < .infinity else {
                #expect(stretches.isEmpty && trial.cost(of: index) == 0 && trial.value(of: index) == 0)
                continue
            }
            if !program.startsWhenReady { #expect(state.start[index] >= program.plannedStart) }
            for link in program.requirements where link.event != .choice {
                #expect(trial.date(of: link) <= state.start[index] + Trial.slack)
            }
            // An alternative by choice alone may be cancelled later.
            let come = program.alternatives.count {
                $0.event == .choice || trial.date(of: $0) <= state.start[index] + Trial.slack
            }
            #expect(come >= program.neededAlternatives)
            guard state.phase[index] == .finished else { continue }
            let worked = stretches.reduce(0) { $0 + $1.end - $1.begin }
            #expect(abs(worked - trial.luck.duration(of: index)) < 1e-6)
        }
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

    /// Spending by quarter never falls within a year, and ends at what the year spends.
    private func checkQuarters(_ trial: Trial, _ ends: [QuarterEnd]) {
        let lines = Rupiah(trial.rollout.lines.count)
        for (one, next) in zip(ends, ends.dropFirst()) where one.year == next.year {
            // Each line is rounded to the rupiah at both ends.
            #expect(trial.spending(upTo: one) <= trial.spending(upTo: next) + lines)
        }
    }
}
