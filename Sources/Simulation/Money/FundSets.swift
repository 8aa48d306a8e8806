import Portfolio

/// The funds and the eligible sets of the plan's lines, as positions.
final class FundSets: Sendable {
    /// Written ceilings by fund and year: [fund · years + year], rupiah.
    let ceilings: [Rupiah]
    /// Share that may be carried, per fund; nil lapses.
    let carryShares: [Exact?]
    /// Number of fiscal years.
    let years: Int
    /// Funds of each set, in the order in which they are asked to pay (§5).
    let sets: [[Int]]
    /// The sets in the order of allotment: fewest funds first, then ids.
    let order: [Int]
    /// The funds of all sets, one set after the other: a slot each.
    let slots: Table<Int>
    /// The first slot of each set, and the end.
    let firstSlot: Table<Int>
    /// The sets that each fund may pay, with their slots, one fund after the other.
    let uses: Table<Use>
    /// The first of ``uses`` of each fund, and the end.
    let firstUse: Table<Int>
    /// What each slot pays in the plan: [slot · years + year], rupiah.
    let planned: Table<Rupiah>
    /// Per set and year, the fund that overruns are booked on: the largest ceiling, then id.
    let overrunFund: Table<Int>
    /// The funds of each set as bits; all 0 beyond 64 funds.
    let masks: Table<UInt64>

    /// The number of funds.
    var funds: Int { carryShares.count }

    /// Whether some fund may carry money into the next year.
    let carries: Bool

    /// The slots of a set.
    @inline(__always)
    func slots(of set: Int) -> Range<Int> { firstSlot[set]..<firstSlot[set + 1] }

    /// The sets that a fund may pay, in their order.
    @inline(__always)
    func uses(of fund: Int) -> Range<Int> { firstUse[fund]..<firstUse[fund + 1] }

    /// A set that a fund may pay.
    struct Use: BitwiseCopyable {
        let set: Int
        let slot: Int
    }

    /// Lays out the money of a scenario.
    init(scenario: Scenario, sets ids: [[Fund.ID]], allocation: Allocation, lineSets: [LineKey: Int]) {
        let years = scenario.calendar.years
        let position = Dictionary(uniqueKeysWithValues: scenario.funds.enumerated().map { ($1.id, $0) })
        let order = Self.payingOrder(of: scenario.funds, sets: ids)
        let sets = ids.map { $0.compactMap { position[$0] }.sorted { order[$0] < order[$1] } }
        let firstSlot = Table(sets.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
        let planned = Table(repeating: Rupiah(0), count: firstSlot[sets.count] * years.count)
        for payment in allocation.payments {
            guard let set = lineSets[LineKey(program: payment.program, line: payment.line)],
                let year = years.firstIndex(of: payment.year), let fund = position[payment.fund],
                let slot = sets[set].firstIndex(of: fund)
            else { continue }
            planned[(firstSlot[set] + slot) * years.count + year] += payment.amount
        }
        let ceilings = scenario.funds.flatMap { fund in years.map { fund.ceilings[$0] ?? 0 } }
        self.ceilings = ceilings
        carryShares = scenario.funds.map(\.carryShare)
        carries = carryShares.contains { $0 != nil }
        self.years = years.count
        self.sets = sets
        self.order = ids.indices.sorted {
            ids[$0].count != ids[$1].count
                ? ids[$0].count < ids[$1].count : ids[$0].lexicographicallyPrecedes(ids[$1])
        }
        let uses = Self.uses(of: sets, funds: scenario.funds.count)
        self.uses = Table(uses.flatMap { $0 })
        firstUse = Table(uses.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })
        slots = Table(sets.flatMap { $0 })
        self.firstSlot = firstSlot
        self.planned = planned
        let isSmall = scenario.funds.count <= 64
        masks = Table(sets.map { $0.reduce(0) { isSmall ? $0 | 1 << UInt64($1) : 0 } })
        overrunFund = Table(
            sets.flatMap { set in
                years.indices.map { year in
                    set.min {
                        let (left, right) = (
                            ceilings[$0 * years.count + year], ceilings[$1 * years.count + year]
                        )
                        return left != right ? left > right : $0 < $1
                    } ?? 0
                }
            })
    }

    /// A cost line's identity within the plan.
    struct LineKey: Hashable {
        let program: Program.ID
        let line: String
    }

    /// By fund the sets that it may pay.
    private static func uses(of sets: [[Int]], funds: Int) -> [[Use]] {
        var (uses, slot) = (Array(repeating: [Use](), count: funds), 0)
        for (set, payers) in sets.enumerated() {
            for fund in payers {
                uses[fund].append(Use(set: set, slot: slot))
                slot += 1
            }
        }
        return uses
    }

    /// Rank of each fund: fewer eligible sets first, then `lapse` before `carry`, then id.
    private static func payingOrder(of funds: [Fund], sets: [[Fund.ID]]) -> [Int] {
        let uses = funds.map { fund in sets.count { $0.contains(fund.id) } }
        let sorted = funds.indices.sorted { left, right in
            if uses[left] != uses[right] { return uses[left] < uses[right] }
            let carries = (funds[left].carryShare != nil, funds[right].carryShare != nil)
            return carries.0 != carries.1 ? !carries.0 : left < right
        }
        var ranks = Array(repeating: 0, count: funds.count)
        for (rank, fund) in sorted.enumerated() { ranks[fund] = rank }
        return ranks
    }
}

extension Fund {
    /// The share that may be carried into the next year; nil where everything lapses.
    fileprivate var carryShare: Exact? {
        if case .carry(let share) = unspent { return share }
        return nil
    }
}
