import Portfolio
import Verification

/// What a plan's lines need, item by item and summed by eligible set and year.
struct FundingDemand {
    /// The need of one line in one year.
    struct Item {
        /// The program.
        let program: Program.ID
        /// The line's name.
        let line: String
        /// Its eligible funds, sorted by id.
        let funds: [Fund.ID]
        /// Position of its eligible set.
        let set: Int
        /// Position of the year in the calendar.
        let year: Int
        /// Rupiah, > 0.
        let amount: Rupiah
    }

    /// Needs in the order of year, program id, line name.
    private(set) var items: [Item] = []
    /// Eligible sets of the lines that spend, as positions among the scenario's funds.
    private(set) var sets: [[Int]] = []
    /// Rupiah by eligible set and year.
    private(set) var needs: [[Rupiah]] = []
    /// Whether every need lies in the calendar and has a fund.
    private(set) var isPayable = true
    private var orders: [[Int]] = []

    /// Collects the needs of a plan.
    init(of appraisal: Appraisal, funds: [Fund], years: [FiscalYear]) {
        let fundPositions = Dictionary(
            funds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let yearPositions = Dictionary(uniqueKeysWithValues: years.enumerated().map { ($1, $0) })
        var known: [[Fund.ID]: Int] = [:]
        for program in appraisal.programs {
            for line in program.lines where !line.years.isEmpty {
                let set = known[line.eligibleFunds] ?? sets.count
                if set == sets.count {
                    known[line.eligibleFunds] = set
                    sets.append(line.eligibleFunds.compactMap { fundPositions[$0] })
                    needs.append(Array(repeating: 0, count: years.count))
                }
                add(line, of: program.planned.program, set: set, years: yearPositions)
            }
        }
        items.sort { ($0.year, $0.program, $0.line) < ($1.year, $1.program, $1.line) }
        orders = Self.orders(of: sets, funds: funds)
    }

    /// The slots of an eligible set's funds, in the order in which they are asked to pay.
    func order(of set: Int) -> [Int] { orders[set] }

    private mutating func add(
        _ line: Appraisal.LineSpend, of program: Program.ID, set: Int, years: [FiscalYear: Int]
    ) {
        for (year, amount) in line.years {
            guard let position = years[year] else {
                isPayable = false
                continue
            }
            needs[set][position] += amount
            items.append(
                Item(
                    program: program, line: line.name, funds: line.eligibleFunds, set: set,
                    year: position, amount: amount))
        }
    }

    /// Fewer eligible sets first, then `lapse` before `carry`, then id.
    private static func orders(of sets: [[Int]], funds: [Fund]) -> [[Int]] {
        var uses = Array(repeating: 0, count: funds.count)
        for fund in sets.joined() { uses[fund] += 1 }
        let ranks = funds.indices.sorted { left, right in
            let (carriesLeft, carriesRight) = (funds[left].carries, funds[right].carries)
            if uses[left] != uses[right] { return uses[left] < uses[right] }
            if carriesLeft != carriesRight { return carriesRight }
            return funds[left].id < funds[right].id
        }
        var position = Array(repeating: 0, count: funds.count)
        for (rank, fund) in ranks.enumerated() { position[fund] = rank }
        return sets.map { set in set.indices.sorted { position[set[$0]] < position[set[$1]] } }
    }
}

extension Fund {
    /// Whether the fund is stated to carry unspent money.
    fileprivate var carries: Bool {
        switch unspent {
        case .lapse: false
        case .carry: true
        }
    }
}
