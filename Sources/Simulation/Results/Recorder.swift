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
    var spent, rest, absorption: [Histogram]
    /// What would have been spent; under `free` that is what was spent.
    var need: [Histogram] {
        get { isBudget ? asked : spent }
        set { if isBudget { asked = newValue } }
    }
    var asked: [Histogram]
    let isBudget: Bool
    var overruns: [Int]
    /// Last finish (in 1/1024 months, `Int64.max` for none) and cost of every trial.
    var pairs: [Pair] = []

    /// Whole numbers of one column.
    let whole = Table<Int64>(repeating: 0, count: DrawBlock.size)

    struct Pair: Sendable {
        let finish: Int64
        let cost: Rupiah
    }

    /// Makes empty counts with ranges that depend on nothing but the plan.
    init(rollout: Rollout, certainValue: Double, policy: SimulationSettings.Policy) {
        isBudget = policy == .budget
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
        spent = ceilings.map { money(4 * $0 + (1 << 32)) }
        asked = policy == .budget ? spent : []
        rest = ceilings.map { money(2 * $0) }
        let parts = Histogram(lowest: 0, highest: Int64(2 / Self.parts), bins: 16_384)
        absorption = Array(repeating: parts, count: ceilings.count)
        overruns = Array(repeating: 0, count: ceilings.count)
    }

    /// Programs that are quick wins in the plan.
    var plannedQuickWins: Int { rollout.programs.count { $0.quickWinDeadline != nil } }

    /// Counts the first trials of a block.
    mutating func add(_ block: Outcomes, trials count: Int, certain: TrialOutcome) {
        trials += count
        for index in rollout.programs.indices { add(block, program: index, count, certain.values[index]) }
        for trial in 0..<count { quickWins[Int(block.quickWins[trial])] += 1 }
        totalCost.add(block.totalCost.part(0, count))
        value.add(wholes(block.totalValue.part(0, count), unit: Self.points))
        lapsed.add(block.totalLapsed.part(0, count))
        addPairs(block, count)
        for index in rollout.sets.ceilings.indices { add(block.ledger, fundYear: index, count) }
    }

    private mutating func add(_ block: Outcomes, program index: Int, _ count: Int, _ certain: Double) {
        let (program, first) = (rollout.programs[index], index * block.capacity)
        let finishes = block.finish.part(first, count)
        let (planned, deadline) = (program.plannedFinish + Trial.slack, program.quickWinDeadline)
        var (onTime, inTime) = (0, 0)
        for date in finishes {
            onTime &+= date <= planned ? 1 : 0
            inTime &+= date <= (deadline ?? -1) + Trial.slack ? 1 : 0
        }
        self.onTime[index] += onTime
        quickWin[index] += inTime
        cancelled[index] += block.cancelled.sum(first, count)
        critical[index] += block.critical.sum(first, count)
        finish[index].add(dates(finishes))
        cost[index].add(block.cost.part(first, count))
        lost[index].add(losses(block.value.part(first, count), from: certain))
    }

    private mutating func add(_ ledger: Ledger, fundYear index: Int, _ count: Int) {
        let first = index * ledger.capacity
        let (needs, holdings) = (ledger.need.part(first, count), ledger.holding.part(first, count))
        let spent = ledger.spent.part(first, count)
        if isBudget { asked[index].add(needs) }
        self.spent[index].add(spent)
        rest[index].add(ledger.lapsed.part(first, count))
        var over = 0
        for trial in 0..<count { over &+= needs[trial] > holdings[trial] ? 1 : 0 }
        overruns[index] += over
        absorption[index].add(shares(spent, of: holdings))
    }

    private mutating func addPairs(_ block: Outcomes, _ count: Int) {
        let last = block.lastFinish.part(0, count)
        lastFinish.add(dates(last))
        for trial in 0..<count {
            let finish = last[trial] < 0 ? .max : WholeNumber.rounded(last[trial] / Self.months)
            pairs.append(Pair(finish: finish, cost: block.totalCost[trial]))
        }
    }
}

extension Table {
    /// Some elements, to be read.
    fileprivate func part(_ first: Int, _ count: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(column(at: first, count: count))
    }
}

extension Table<UInt8> {
    /// The sum of some elements.
    fileprivate func sum(_ first: Int, _ count: Int) -> Int {
        var sum = 0
        for value in part(first, count) { sum &+= Int(value) }
        return sum
    }
}
