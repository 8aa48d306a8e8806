import Linear
import Portfolio

/// The flow of model.md §5: from the source to each need (set, year), on to the set's funds of that
/// year, and to the sink; what a year takes from the one before is an arc back in time.
struct FundingNetwork: Sendable {
    /// Rupiah of every fund-year: [fund · years + year].
    let ceilings: [Int64]
    /// Most that a fund may carry out of a year, rupiah: [fund][year]; 0 where it lapses.
    let carryLimits: [[Int64]]
    /// Positions of the sets, those with the fewest funds first.
    let payingOrder: [Int]
    /// Number of fiscal years.
    let yearCount: Int
    private let setFunds: [[Int]]
    /// Arcs in the order: needs, set to fund, ceilings, carries.
    private let empty: MaximumFlow
    private let needArcs: [Int]
    private let paymentArcs: [PaymentKey: Int]
    private let carryArcs: [FundYearKey: Int]
    /// The same arcs by position: [(set · funds + fund) · years + year] and [fund · years + year].
    private let paymentArcsByPosition: [Int?]
    private let carryArcsByPosition: [Int?]

    private struct PaymentKey: Hashable {
        let set: [Fund.ID]
        let fund: Fund.ID
        let year: FiscalYear
    }

    init(sets: [[Fund.ID]], scenario: Scenario) {
        let (funds, years) = (scenario.funds, scenario.calendar.years)
        yearCount = years.count
        ceilings = funds.flatMap { fund in years.map { fund.ceilings[$0] ?? 0 } }
        carryLimits = funds.map { fund in years.map { fund.carryLimit($0, in: years) } }
        payingOrder = sets.indices.sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
        let uses = funds.map { fund in sets.count { $0.contains(fund.id) } }
        setFunds = sets.map { set in
            funds.indices.filter { set.contains(funds[$0].id) }.sorted { (uses[$0], $0) < (uses[$1], $1) }
        }
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
                let limit = fund.carryLimit(year, in: years)
                guard limit > 0 else { continue }
                carries[FundYearKey(fund: fund.id, year: year)] = flow.addArc(
                    from: node + 1, to: node, capacity: limit)
            }
        }
        (empty, needArcs, paymentArcs, carryArcs) = (flow, needs, payments, carries)
        paymentArcsByPosition = sets.flatMap { set in
            funds.flatMap { fund in
                years.map { payments[PaymentKey(set: set, fund: fund.id, year: $0)] }
            }
        }
        carryArcsByPosition = funds.flatMap { fund in
            years.map { carries[FundYearKey(fund: fund.id, year: $0)] }
        }
    }

    /// Positions of a set's funds, those that fewer sets may use first.
    func funds(of set: Int) -> [Int] { setFunds[set] }

    /// A flow that pays all needs, in rupiah, sets in order, years within; nil where there is none.
    func flow(needs: [Int64]) -> Paid? {
        let (flow, isPaid) = largestFlow(needs)
        return isPaid ? Paid(network: self, flow: flow) : nil
    }

    private func largestFlow(_ needs: [Int64]) -> (MaximumFlow, isPaid: Bool) {
        var flow = empty
        for (arc, need) in zip(needArcs, needs) { flow.setCapacity(max(0, need), of: arc) }
        let total = needs.reduce(0) { $0 + max(0, $1) }
        let paid = flow.maximise(from: 0, to: 1)
        return (flow, paid == total)
    }

    /// A flow that pays all needs, or a cut that they break: what only some fund-years may pay against
    /// all that these can hold (the minimum cut, with every need that has no other fund-year).
    func paidOrBroken(needs: [Int64]) -> (paid: Paid?, broken: Cut?) {
        let (flow, isPaid) = largestFlow(needs)
        if isPaid { return (Paid(network: self, flow: flow), nil) }
        let isInside = flow.reachable(from: 0)
        let inside = needs.indices.filter { need in
            let (set, year) = need.quotientAndRemainder(dividingBy: yearCount)
            return isInside[2 + need]
                || setFunds[set].allSatisfy { isInside[2 + needs.count + $0 * yearCount + year] }
        }
        let outflow =
            flow.capacity(leaving: isInside)
            - needs.indices.reduce(0) {
                isInside[2 + $1] ? $0 : $0 + max(0, needs[$1])
            }
        return (nil, Cut(needs: inside, most: outflow))
    }

    /// Σ of some needs ≤ most, in rupiah.
    struct Cut: Sendable {
        /// Positions of the needs.
        let needs: [Int]
        /// What can be paid of them together.
        let most: Int64

        /// Whether needs exceed it.
        func isBroken(by amounts: ContiguousArray<Int64>) -> Bool {
            var sum: Int64 = 0
            for need in needs { sum += amounts[need] }
            return sum > most
        }
    }

    /// Who pays what in a flow.
    struct Paid {
        fileprivate let network: FundingNetwork
        fileprivate let flow: MaximumFlow

        /// Rupiah that a fund pays for a set in a year.
        func paid(_ set: [Fund.ID], _ fund: Fund.ID, _ year: FiscalYear) -> Int64 {
            network.paymentArcs[PaymentKey(set: set, fund: fund, year: year)].map(flow.flow) ?? 0
        }

        /// Rupiah that a fund pays for a set in a year, all by position.
        func paid(set: Int, fund: Int, year: Int) -> Int64 {
            let position = (set * network.carryLimits.count + fund) * network.yearCount + year
            return network.paymentArcsByPosition[position].map(flow.flow) ?? 0
        }

        /// Rupiah that a fund carries out of a year, by position [fund · years + year].
        func carried(_ position: Int) -> Int64 {
            network.carryArcsByPosition[position].map(flow.flow) ?? 0
        }

        /// Rupiah that a fund carries from a year into the next.
        func carried(_ fund: Fund.ID, _ year: FiscalYear) -> Int64 {
            network.carryArcs[FundYearKey(fund: fund, year: year)].map(flow.flow) ?? 0
        }
    }
}

extension Fund {
    /// floor(q·B): the most that may be carried out of a year; 0 where it lapses and in the last year.
    fileprivate func carryLimit(_ year: FiscalYear, in years: [FiscalYear]) -> Int64 {
        guard case .carry(let share) = unspent, year != years.last else { return 0 }
        return share.floorOfProduct(with: ceilings[year] ?? 0)
    }
}
