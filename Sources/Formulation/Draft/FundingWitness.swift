/// The last payments that a flow found: needs that differ little from those paid by it are mostly
/// paid by it too, with what the funds have left.
struct FundingWitness {
    private let years: Int
    private let payers: [(set: Int, funds: [Int])]
    /// Most that a fund may carry out of a year, years within funds.
    private let limits: [Int64]
    private let ceilings: [Int64]
    /// What every fund of every payer pays, years within funds.
    private var payments: [Int64]
    /// What every fund carries out of every year, years within funds.
    private var carried: [Int64]
    private var isKnown = false
    private var left: [Int64]
    private var moved: [Int64]
    private var rests: [(payer: Int, year: Int, amount: Int64)] = []

    init(network: FundingNetwork) {
        years = network.yearCount
        payers = network.payingOrder.map { ($0, network.funds(of: $0)) }
        limits = network.carryLimits.flatMap(\.self)
        ceilings = network.ceilings
        payments = Array(repeating: 0, count: payers.reduce(0) { $0 + $1.funds.count } * network.yearCount)
        (carried, left, moved) = (limits, ceilings, limits)
    }

    /// Takes over what a flow pays.
    mutating func learn(_ paid: FundingNetwork.Paid) {
        var slot = 0
        for (set, funds) in payers {
            for fund in funds {
                for year in 0..<years {
                    payments[slot] = paid.paid(set: set, fund: fund, year: year)
                    slot += 1
                }
            }
        }
        for position in carried.indices { carried[position] = paid.carried(position) }
        isKnown = true
    }

    /// Whether the known payments, with what is left, pay the needs; no proof of the contrary.
    mutating func pays(_ needs: ContiguousArray<Int64>) -> Bool {
        guard isKnown else { return false }
        start()
        payAsKnown(needs)
        for rest in rests where !pay(rest.amount, payers[rest.payer].funds, rest.year) { return false }
        return true
    }

    private mutating func start() {
        for position in left.indices {
            moved[position] = carried[position]
            left[position] = ceilings[position] - carried[position]
            if position % years > 0 { left[position] += carried[position - 1] }
        }
    }

    private mutating func payAsKnown(_ needs: ContiguousArray<Int64>) {
        rests.removeAll(keepingCapacity: true)
        var slot = 0
        for (index, payer) in payers.enumerated() {
            for year in 0..<years {
                var need = needs[payer.set * years + year]
                for (position, fund) in payer.funds.enumerated() where need > 0 {
                    let taken = min(need, payments[slot + position * years + year])
                    left[fund * years + year] -= taken
                    need -= taken
                }
                if need > 0 { rests.append((index, year, need)) }
            }
            slot += payer.funds.count * years
        }
    }

    /// Pays a rest from what the year's funds have left, then from what they left the year before.
    private mutating func pay(_ amount: Int64, _ funds: [Int], _ year: Int) -> Bool {
        var amount = amount
        for fund in funds where amount > 0 {
            let position = fund * years + year
            let taken = min(amount, left[position])
            left[position] -= taken
            amount -= taken
            guard amount > 0, year > 0 else { continue }
            let late = min(amount, left[position - 1], limits[position - 1] - moved[position - 1])
            left[position - 1] -= late
            moved[position - 1] += late
            amount -= late
        }
        return amount == 0
    }
}
