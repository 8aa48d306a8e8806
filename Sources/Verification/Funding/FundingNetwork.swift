import Portfolio

/// The flow of model.md §5: ceilings → fund-years → (eligible set, year) → needs.
///
/// Money unspent moves along arcs from a fund-year to the next, at most floor(q·B) of it.
public struct FundingNetwork: Sendable {
    private var network: FlowNetwork
    /// Arcs fund-year → need by eligible set, slot of the fund in the set, and year.
    private let paymentArcs: [[[Int]]]
    /// Σ of all needs, rupiah.
    public let totalNeed: Rupiah
    private let yearCount: Int
    private static let source = 0
    private static let sink = 1

    /// Makes the network of a scenario's funds.
    ///
    /// - Parameters:
    ///   - sets: Positions of the funds of each eligible set in `funds`.
    ///   - needs: Rupiah ≥ 0 by eligible set and year.
    public init(funds: [Fund], years: [FiscalYear], sets: [[Int]], needs: [[Rupiah]]) {
        let yearCount = years.count
        var network = FlowNetwork(nodeCount: 2 + (funds.count + sets.count) * yearCount)
        Self.addCeilings(of: funds, years: years, to: &network)
        let base = 2 + funds.count * yearCount
        paymentArcs = sets.indices.map { set in
            for year in years.indices {
                _ = network.addArc(
                    from: base + set * yearCount + year, to: Self.sink, capacity: needs[set][year])
            }
            return sets[set].map { fund in
                years.indices.map { year in
                    network.addArc(
                        from: 2 + fund * yearCount + year, to: base + set * yearCount + year,
                        capacity: needs[set][year])
                }
            }
        }
        totalNeed = needs.reduce(0) { $1.reduce($0, +) }
        self.network = network
        self.yearCount = yearCount
    }

    /// Pays as much of the needs as possible and returns what stays unpaid, in rupiah.
    public mutating func fill() -> Rupiah {
        totalNeed - network.push(from: Self.source, to: Self.sink, limit: totalNeed)
    }

    /// After ``fill()``: settles the most that a fund can pay to a need, everything else kept paid.
    ///
    /// - Parameters:
    ///   - limit: Rupiah > 0, at most what is not settled of the need.
    ///   - slot: Position of the fund in its eligible set.
    /// - Returns: The amount settled.
    public mutating func take(upTo limit: Rupiah, set: Int, slot: Int, year: Int) -> Rupiah {
        let arc = paymentArcs[set][slot][year]
        let missing = limit - network.flow(on: arc)
        if missing > 0 { network.raise(arc, limit: missing) }
        let amount = min(limit, network.flow(on: arc))
        network.settle(amount, on: arc)
        return amount
    }

    /// After ``fill()``: whether more money of this fund-year would pay more of the needs.
    mutating func isScarce(fund: Int, year: Int) -> Bool {
        network.reaches(2 + fund * yearCount + year, Self.sink)
    }

    private static func addCeilings(
        of funds: [Fund], years: [FiscalYear], to network: inout FlowNetwork
    ) {
        for (position, fund) in funds.enumerated() {
            for (index, year) in years.enumerated() {
                let node = 2 + position * years.count + index
                _ = network.addArc(from: source, to: node, capacity: fund.ceilings[year] ?? 0)
                guard index + 1 < years.count else { continue }
                let limit = fund.carryLimit(in: year)
                if limit > 0 { _ = network.addArc(from: node, to: node + 1, capacity: limit) }
            }
        }
    }
}

extension Fund {
    /// floor(q·B): the most that may be carried from a year into the next; 0 where money lapses.
    public func carryLimit(in year: FiscalYear) -> Rupiah {
        switch unspent {
        case .lapse: 0
        case .carry(let share): share.floorOfProduct(with: ceilings[year] ?? 0)
        }
    }
}
