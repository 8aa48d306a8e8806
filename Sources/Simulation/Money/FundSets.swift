import Portfolio

/// The funds and the eligible sets of the plan's lines, as positions.
struct FundSets: Sendable {
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
    /// What each fund pays for each set in the plan: [(set · years + year)], slots as in `sets`.
    let planned: [[Rupiah]]
    /// Per set and year, the fund that overruns are booked on: the largest ceiling, then id.
    let overrunFund: [Int]

    /// The number of funds.
    var funds: Int { carryShares.count }

    /// Lays out the money of a scenario.
    init(scenario: Scenario, sets ids: [[Fund.ID]], allocation: Allocation, lineSets: [LineKey: Int]) {
        let years = scenario.calendar.years
        let position = Dictionary(uniqueKeysWithValues: scenario.funds.enumerated().map { ($1.id, $0) })
        let order = Self.payingOrder(of: scenario.funds, sets: ids)
        let sets = ids.map { $0.compactMap { position[$0] }.sorted { order[$0] < order[$1] } }
        var planned = Array(repeating: [Rupiah](), count: sets.count * years.count)
        for index in planned.indices {
            planned[index] = Array(repeating: 0, count: sets[index / years.count].count)
        }
        for payment in allocation.payments {
            guard let set = lineSets[LineKey(program: payment.program, line: payment.line)],
                let year = years.firstIndex(of: payment.year), let fund = position[payment.fund],
                let slot = sets[set].firstIndex(of: fund)
            else { continue }
            planned[set * years.count + year][slot] += payment.amount
        }
        let ceilings = scenario.funds.flatMap { fund in years.map { fund.ceilings[$0] ?? 0 } }
        self.ceilings = ceilings
        carryShares = scenario.funds.map(\.carryShare)
        self.years = years.count
        self.sets = sets
        self.order = ids.indices.sorted {
            ids[$0].count != ids[$1].count
                ? ids[$0].count < ids[$1].count : ids[$0].lexicographicallyPrecedes(ids[$1])
        }
        self.planned = planned
        overrunFund = sets.flatMap { set in
            years.indices.map { year in
                set.min {
                    let (left, right) = (ceilings[$0 * years.count + year], ceilings[$1 * years.count + year])
                    return left != right ? left > right : $0 < $1
                } ?? 0
            }
        }
    }

    /// A cost line's identity within the plan.
    struct LineKey: Hashable {
        let program: Program.ID
        let line: String
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
