import Portfolio

/// What came of a block of trials: a column per figure, [row · capacity + trial].
struct Outcomes {
    /// Trials that fit.
    let capacity: Int
    /// Realised finish of each program, months; infinite where it does not finish.
    let finish: Table<Double>
    /// What each program cost, rupiah.
    let cost: Table<Rupiah>
    /// What each program is worth, points.
    let value: Table<Double>
    /// Factor on each program's benefit.
    let benefit: Table<Double>
    /// 1 where a program was cancelled, and where it lies on the chain that fixes the last finish.
    let cancelled, critical: Table<UInt8>
    /// The money by fund and year.
    let ledger: Ledger
    /// Value of the portfolio, synergies included.
    let totalValue: Table<Double>
    /// Cost of the portfolio, and the rupiah that lapse over all fund-years.
    let totalCost, totalLapsed: Table<Rupiah>
    /// Finish of the last program that finishes; −1 where none does.
    let lastFinish: Table<Double>
    /// Quick wins on time.
    let quickWins: Table<Int64>
    private let rollout: Rollout
    /// What a program is worth with the help of another.
    private let worth: Table<Double>
    /// Values that unmet operating needs lower, to be put in once the columns are there.
    private var lowered: [(index: Int, value: Double)] = []

    /// Makes room for so many trials.
    init(rollout: Rollout, capacity: Int = DrawBlock.size) {
        self.rollout = rollout
        self.capacity = capacity
        let count = rollout.programs.count * capacity
        (finish, value) = (Table(repeating: 0, count: count), Table(repeating: 0, count: count))
        (cost, benefit) = (Table(repeating: 0, count: count), Table(repeating: 1, count: count))
        (cancelled, critical) = (Table(repeating: 0, count: count), Table(repeating: 0, count: count))
        ledger = Ledger(sets: rollout.sets, capacity: capacity)
        worth = Table(repeating: 0, count: capacity)
        (totalValue, lastFinish) = (
            Table(repeating: 0, count: capacity), Table(repeating: 0, count: capacity)
        )
        (totalCost, totalLapsed, quickWins) = (
            Table(repeating: 0, count: capacity), Table(repeating: 0, count: capacity),
            Table(repeating: 0, count: capacity)
        )
    }

    /// Takes what came of a trial that has run.
    mutating func take(_ trial: Trial, at offset: Int) {
        for program in rollout.programs.indices {
            let index = program * capacity + offset
            finish[index] = trial.state.finish[program]
            cost[index] = trial.cost(of: program)
            cancelled[index] = trial.state.phase[program] == .cancelled ? 1 : 0
            if trial.isUncovered(program) { lowered.append((index, trial.value(of: program))) }
        }
        trial.markCritical(in: critical, stride: capacity, at: offset)
        ledger.take(trial, at: offset)
    }

    /// Takes what luck decides alone, of one trial after the other.
    func take(_ offsets: ArraySlice<Int>, of luck: DrawBlock) {
        take(offsets, of: luck.benefit, into: benefit)
        take(offsets, of: luck.ceilings, into: ledger.ceilings)
    }

    private func take<Element>(
        _ offsets: ArraySlice<Int>, of columns: Table<Element>, into table: Table<Element>
    ) {
        for row in 0..<table.count / capacity {
            let (from, into) = (columns.base + row * DrawBlock.size, table.base + row * capacity)
            for (position, offset) in offsets.enumerated() { into[position] = from[offset] }
        }
    }

    /// Takes what luck decides alone, of the only trial.
    func take(_ luck: Luck) {
        benefit.base.update(from: luck.benefit.base, count: benefit.count)
        ledger.ceilings.base.update(from: luck.ceilings.base, count: luck.ceilings.count)
    }

    /// Finds values, accounts and the portfolio's figures of the first trials.
    mutating func close(trials: Int, isBudget: Bool) {
        for program in rollout.programs.indices { appraise(program, trials) }
        for (index, value) in lowered { self.value[index] = value }
        lowered.removeAll(keepingCapacity: true)
        ledger.close(trials: trials, isBudget: isBudget)
        addUp(trials)
        addSynergies(trials)
    }

    /// The values of a program: its helped_by shares included, synergies not.
    private func appraise(_ program: Int, _ trials: Int) {
        let (entry, first) = (rollout.programs[program], program * capacity)
        let (finish, value, benefit) = (
            self.finish.base + first, self.value.base + first, self.benefit.base + first
        )
        let (curve, ownShare, points) = (entry.worth, entry.ownShare, entry.points)
        value.update(from: finish, count: trials)
        curve.replace(value, count: trials)
        for trial in 0..<trials { value[trial] *= ownShare }
        let worth = worth.base
        for help in entry.helps {
            let (helper, share) = (self.finish.base + help.helper * capacity, help.share)
            for trial in 0..<trials {
                worth[trial] = helper[trial] > finish[trial] ? helper[trial] : finish[trial]
            }
            curve.replace(worth, count: trials)
            for trial in 0..<trials { value[trial] += share * worth[trial] }
        }
        for trial in 0..<trials {
            value[trial] =
                points != 0 && finish[trial] < .infinity ? points * value[trial] * benefit[trial] : 0
        }
    }

    private func addUp(_ trials: Int) {
        totalCost.fill(0)
        totalLapsed.fill(0)
        quickWins.fill(0)
        totalValue.fill(0)
        lastFinish.fill(-1)
        for program in rollout.programs.indices {
            let first = program * capacity
            let (finish, value, cost) = (
                self.finish.base + first, self.value.base + first, self.cost.base + first
            )
            for trial in 0..<trials {
                totalValue.base[trial] += value[trial]
                totalCost.base[trial] &+= cost[trial]
                let last = lastFinish[trial]
                lastFinish[trial] = finish[trial] < .infinity && finish[trial] > last ? finish[trial] : last
            }
            guard let deadline = rollout.programs[program].quickWinDeadline else { continue }
            for trial in 0..<trials {
                quickWins.base[trial] &+= finish[trial] <= deadline + Trial.slack ? 1 : 0
            }
        }
        for row in rollout.sets.ceilings.indices {
            let lapsed = ledger.lapsed.base + row * capacity
            for trial in 0..<trials { totalLapsed.base[trial] &+= lapsed[trial] }
        }
    }

    private func addSynergies(_ trials: Int) {
        guard !rollout.synergies.isEmpty else { return }
        for trial in 0..<trials {
            totalValue.base[trial] += rollout.synergies.reduce(0) { sum, synergy in
                let from = synergy.members.reduce(0) { max($0, finish[$1 * capacity + trial]) }
                guard from < .infinity else { return sum }
                let factor = synergy.members.reduce(1) { $0 * benefit[$1 * capacity + trial] }
                return sum + synergy.points * factor * rollout.plainWorth.from(from)
            }
        }
    }

    /// The outputs of a trial, in the order of ``RiskEffect/Output``.
    func outputs(of trial: Int) -> [Double] {
        RiskEffect.Output.allCases.indices.map { output($0, of: trial) }
    }

    /// One of the outputs of a trial; the last finish is −1 where nothing finishes.
    func output(_ index: Int, of trial: Int) -> Double {
        switch RiskEffect.Output.allCases[index] {
        case .value: totalValue[trial]
        case .cost: Double(totalCost[trial])
        case .finish: max(-1, lastFinish[trial])
        case .quickWins: Double(quickWins[trial])
        case .lapsed: Double(totalLapsed[trial])
        }
    }
}
