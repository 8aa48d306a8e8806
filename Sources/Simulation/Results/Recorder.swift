import Portfolio
import Probability

/// Counts what came of the trials; merged in any order it gives the same bits.
///
/// Months are counted in 1/1024, points in 10⁻⁹, absorption in 10⁻⁶, money in rupiah; sums are exact,
/// quantiles exact to a bin of at most 1/16,384 of the range.
struct Recorder: Sendable {
    static let months = 1.0 / 1024
    static let points = 1e-9
    static let parts = 1e-6

    private let rollout: Rollout
    var trials = 0
    var onTime, quickWin, cancelled, critical: [Int]
    var finish, cost: [Histogram]
    var lost: [ExactMoments]
    var lastFinish, totalCost, value, lapsed: Histogram
    var quickWins: [Int]
    var need, spent, rest, absorption: [Histogram]
    var overruns: [Int]
    /// Last finish (in 1/1024 months, `Int64.max` for none) and cost of every trial.
    var pairs: [Pair] = []

    struct Pair: Sendable {
        let finish: Int64
        let cost: Rupiah
    }

    /// Makes empty counts with ranges that depend on nothing but the plan.
    init(rollout: Rollout, certainValue: Double) {
        self.rollout = rollout
        let count = rollout.programs.count
        let zeros = Array(repeating: 0, count: count)
        (onTime, quickWin, cancelled, critical) = (zeros, zeros, zeros, zeros)
        func money(_ highest: Rupiah) -> Histogram {
            Histogram(lowest: 0, highest: max(1, min(highest, 1 << 56)), bins: 16_384)
        }
        let dates = Histogram(lowest: 0, highest: Int64(2 * rollout.end / Self.months), bins: 1 << 17)
        finish = Array(repeating: dates, count: count)
        let costs = rollout.programs.map { program in
            4
                * program.lines.reduce(Rupiah(0)) {
                    let line = rollout.lines[$1]
                    return $0 + line.amount * (line.isCapital ? 1 : Rupiah(rollout.years.count))
                }
        }
        cost = costs.map(money)
        lost = Array(repeating: ExactMoments(), count: count)
        lastFinish = dates
        totalCost = money(costs.reduce(0, +))
        let reach = Int64(max(1, 4 * abs(certainValue)) / Self.points)
        value = Histogram(lowest: -reach, highest: reach, bins: 1 << 17)
        quickWins = Array(repeating: 0, count: count + 1)
        let ceilings = rollout.sets.ceilings
        lapsed = money(ceilings.reduce(0, +))
        need = ceilings.map { money(4 * $0 + (1 << 32)) }
        spent = need
        rest = ceilings.map { money(2 * $0) }
        let parts = Histogram(lowest: 0, highest: Int64(2 / Self.parts), bins: 16_384)
        absorption = Array(repeating: parts, count: ceilings.count)
        overruns = Array(repeating: 0, count: ceilings.count)
    }

    /// Programs that are quick wins in the plan.
    var plannedQuickWins: Int { rollout.programs.count { $0.quickWinDeadline != nil } }

    /// Counts a trial.
    mutating func add(_ outcome: TrialOutcome, of trial: Trial, certain: TrialOutcome) {
        trials += 1
        let isCritical = trial.criticalPrograms()
        for index in rollout.programs.indices {
            let program = rollout.programs[index]
            let finished = outcome.finishes[index]
            if finished < .infinity { finish[index].add(Self.whole(finished, Self.months)) }
            if finished <= program.plannedFinish + Trial.slack { onTime[index] += 1 }
            if let deadline = program.quickWinDeadline, finished <= deadline + Trial.slack {
                quickWin[index] += 1
            }
            if trial.state.phase[index] == .cancelled { cancelled[index] += 1 }
            if isCritical[index] { critical[index] += 1 }
            cost[index].add(outcome.costs[index])
            lost[index].add(Self.whole(certain.values[index] - outcome.values[index], Self.points))
        }
        quickWins[outcome.quickWins] += 1
        totalCost.add(outcome.cost)
        value.add(Self.whole(outcome.value, Self.points))
        lapsed.add(outcome.lapsed)
        let last = outcome.lastFinish.map { Self.whole($0, Self.months) }
        if let last { lastFinish.add(last) }
        pairs.append(Pair(finish: last ?? .max, cost: outcome.cost))
        for (index, account) in outcome.accounts.enumerated() { add(account, at: index) }
    }

    private mutating func add(_ account: FundYearAccount, at index: Int) {
        need[index].add(account.need)
        spent[index].add(account.spent)
        rest[index].add(account.lapsed)
        if account.need > account.holding { overruns[index] += 1 }
        guard account.holding > 0 else { return }
        absorption[index].add(Self.whole(Double(account.spent) / Double(account.holding), Self.parts))
    }

    private static func whole(_ value: Double, _ unit: Double) -> Int64 {
        Int64(min(0x1p51, max(-0x1p51, (value / unit).rounded())))
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        trials += other.trials
        for index in onTime.indices {
            onTime[index] += other.onTime[index]
            quickWin[index] += other.quickWin[index]
            cancelled[index] += other.cancelled[index]
            critical[index] += other.critical[index]
            finish[index].merge(other.finish[index])
            cost[index].merge(other.cost[index])
            lost[index].merge(other.lost[index])
        }
        for index in quickWins.indices { quickWins[index] += other.quickWins[index] }
        lastFinish.merge(other.lastFinish)
        totalCost.merge(other.totalCost)
        value.merge(other.value)
        lapsed.merge(other.lapsed)
        pairs += other.pairs
        for index in overruns.indices {
            need[index].merge(other.need[index])
            spent[index].merge(other.spent[index])
            rest[index].merge(other.rest[index])
            absorption[index].merge(other.absorption[index])
            overruns[index] += other.overruns[index]
        }
    }
}
