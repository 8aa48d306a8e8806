import Linear
import Portfolio

/// Fills the payment and carry columns for given starts: a maximum flow from needs to fund-years.
struct PaymentFilling {
    private let payments: [FundCeilings.PaymentColumn]
    private let carries: [FundCeilings.CarryColumn]
    private let needs: Needs
    private let funds: [Fund]
    private let years: [FiscalYear]
    private let moneyUnit: Double

    init(ceilings: FundCeilings, builder: ModelBuilder) {
        payments = ceilings.payments
        carries = ceilings.carries
        needs = Needs(builder)
        funds = builder.scenario.funds
        years = builder.calendar.years
        moneyUnit = builder.moneyUnit
    }

    /// Fills the columns; false where the money does not suffice.
    func fill(_ values: inout [Double]) -> Bool {
        var flow = MaximumFlow(nodes: 2 + needs.sets.count * years.count + funds.count * years.count)
        let demand = addNeeds(values, to: &flow)
        let carried = addFundYears(to: &flow)
        let paid = addPayments(to: &flow)
        guard flow.maximise(from: 0, to: 1) == demand else { return false }
        for (payment, arc) in zip(payments, paid) {
            values[payment.column.index] = Double(flow.flow(on: arc)) / moneyUnit
        }
        for (carry, arc) in zip(carries, carried) {
            values[carry.column.index] = Double(flow.flow(on: arc)) / moneyUnit
        }
        return true
    }

    private func setNode(_ set: Int, _ year: Int) -> Int { 2 + set * years.count + year }

    private func fundNode(_ fund: Int, _ year: Int) -> Int {
        2 + needs.sets.count * years.count + fund * years.count + year
    }

    /// Arcs from the source to needs; answers their sum in rupiah.
    private func addNeeds(_ values: [Double], to flow: inout MaximumFlow) -> Int64 {
        var total: Int64 = 0
        for (s, set) in needs.sets.enumerated() {
            for (y, year) in years.enumerated() {
                let amount = needs.terms(of: set, in: year)
                    .reduce(0) { $0 + $1.coefficient * values[$1.column.index] }
                let rupiah = Int64((amount * moneyUnit).rounded())
                total += rupiah
                flow.addArc(from: 0, to: setNode(s, y), capacity: rupiah)
            }
        }
        return total
    }

    /// Arcs from needs to their fund-years, in the order of the payment columns first.
    private func addPayments(to flow: inout MaximumFlow) -> [Int] {
        let unlimited = Int64.max / 4
        var arcs: [FundCeilings.PaymentColumn.Key: Int] = [:]
        for (s, set) in needs.sets.enumerated() {
            for (f, fund) in funds.enumerated() where set.contains(fund.id) {
                for (y, year) in years.enumerated() {
                    arcs[.init(set: set, fund: fund.id, year: year)] = flow.addArc(
                        from: setNode(s, y), to: fundNode(f, y), capacity: unlimited)
                }
            }
        }
        return payments.compactMap { arcs[$0.key] }
    }

    /// Arcs from fund-years to the sink, and from a year back to the one before it, which pays
    /// ahead what it carries; answers those in the order of the carry columns.
    private func addFundYears(to flow: inout MaximumFlow) -> [Int] {
        for (f, fund) in funds.enumerated() {
            for (y, year) in years.enumerated() {
                flow.addArc(from: fundNode(f, y), to: 1, capacity: fund.ceilings[year] ?? 0)
            }
        }
        return carries.compactMap { carry in
            guard let f = funds.firstIndex(where: { $0.id == carry.fund }),
                let y = years.firstIndex(of: carry.year),
                case .carry(let share) = funds[f].unspent
            else { return nil }
            let limit = share.floorOfProduct(with: funds[f].ceilings[carry.year] ?? 0)
            return flow.addArc(from: fundNode(f, y + 1), to: fundNode(f, y), capacity: limit)
        }
    }
}

extension FundCeilings.PaymentColumn {
    /// What identifies a payment.
    struct Key: Hashable {
        let set: [Fund.ID]
        let fund: Fund.ID
        let year: FiscalYear
    }

    /// This payment's identity.
    var key: Key { Key(set: set, fund: fund, year: year) }
}
