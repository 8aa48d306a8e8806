import Linear
import Portfolio

/// The flow of model.md §5: from the source to each need (set, year), on to the set's funds of that
/// year, and to the sink; what a year takes from the one before is an arc back in time.
struct FundingNetwork: Sendable {
    private let sets: [[Fund.ID]]
    private let funds: [Fund]
    private let years: [FiscalYear]
    /// Arcs in the order: needs, set to fund, ceilings, carries.
    private let empty: MaximumFlow
    private let needArcs: [Int]
    private let paymentArcs: [PaymentKey: Int]
    private let carryArcs: [FundYearKey: Int]

    private struct PaymentKey: Hashable {
        let set: [Fund.ID]
        let fund: Fund.ID
        let year: FiscalYear
    }

    init(sets: [[Fund.ID]], scenario: Scenario) {
        self.sets = sets
        funds = scenario.funds
        years = scenario.calendar.years
        let (funds, years) = (scenario.funds, scenario.calendar.years)
        let fundNodes = 2 + sets.count * years.count
        var flow = MaximumFlow(nodes: fundNodes + funds.count * years.count)
        var needs: [Int] = []
        var payments: [PaymentKey: Int] = [:]
        var carries: [FundYearKey: Int] = [:]
        for index in 0..<(sets.count * years.count) {
            needs.append(flow.addArc(from: 0, to: 2 + index, capacity: 0))
        }
        for (f, fund) in funds.enumerated() {
            for (y, year) in years.enumerated() {
                let node = fundNodes + f * years.count + y
                flow.addArc(from: node, to: 1, capacity: fund.ceilings[year] ?? 0)
                for (s, set) in sets.enumerated() where set.contains(fund.id) {
                    payments[PaymentKey(set: set, fund: fund.id, year: year)] = flow.addArc(
                        from: 2 + s * years.count + y, to: node, capacity: Int64.max / 4)
                }
                guard case .carry(let share) = fund.unspent, y + 1 < years.count else { continue }
                carries[FundYearKey(fund: fund.id, year: year)] = flow.addArc(
                    from: node + 1, to: node, capacity: share.floorOfProduct(with: fund.ceilings[year] ?? 0))
            }
        }
        (empty, needArcs, paymentArcs, carryArcs) = (flow, needs, payments, carries)
    }

    /// A flow that pays all needs, in rupiah, sets in order, years within; nil where there is none.
    func flow(needs: [Int64]) -> Paid? {
        var flow = empty
        for (arc, need) in zip(needArcs, needs) { flow.setCapacity(max(0, need), of: arc) }
        let total = needs.reduce(0) { $0 + max(0, $1) }
        guard flow.maximise(from: 0, to: 1) == total else { return nil }
        return Paid(network: self, flow: flow)
    }

    /// Who pays what in a flow.
    struct Paid {
        fileprivate let network: FundingNetwork
        fileprivate let flow: MaximumFlow

        /// Rupiah that a fund pays for a set in a year.
        func paid(_ set: [Fund.ID], _ fund: Fund.ID, _ year: FiscalYear) -> Int64 {
            network.paymentArcs[PaymentKey(set: set, fund: fund, year: year)].map(flow.flow) ?? 0
        }

        /// Rupiah that a fund carries from a year into the next.
        func carried(_ fund: Fund.ID, _ year: FiscalYear) -> Int64 {
            network.carryArcs[FundYearKey(fund: fund, year: year)].map(flow.flow) ?? 0
        }
    }
}
