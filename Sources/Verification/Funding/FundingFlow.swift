import Portfolio

/// An amount needed in a year, and the funds that may pay it.
public struct FundingNeed: Hashable, Sendable {
    /// The eligible set.
    public var funds: [Fund.ID]
    /// The fiscal year in which it is spent.
    public var year: FiscalYear
    /// Rupiah ≥ 0.
    public var amount: Rupiah

    /// Makes a need.
    public init(funds: [Fund.ID], year: FiscalYear, amount: Rupiah) {
        self.funds = funds
        self.year = year
        self.amount = amount
    }
}

/// Whether needs can be paid by the funds that may pay them (model.md §5), as an integer flow.
public struct FundingFlow: Sendable {
    private let funds: [Fund]
    private let years: [FiscalYear]
    private let position: [Fund.ID: Int]

    /// Makes the flow of a scenario's funds, ceilings and carry limits.
    public init(scenario: Scenario) {
        funds = scenario.funds
        years = scenario.calendar.years
        position = Dictionary(
            scenario.funds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The least that stays unpaid, in rupiah; 0 where everything can be paid.
    ///
    /// Unknown funds pay nothing; a need outside the calendar cannot be paid.
    public func shortage(needs: [FundingNeed]) -> Rupiah {
        let table = tabulate(needs)
        return table.unpayable + shortage(eligibleSets: table.sets, needs: table.needs)
    }

    /// The least that stays unpaid, in rupiah, of needs by eligible set and calendar year.
    ///
    /// - Parameters:
    ///   - eligibleSets: Positions of each set's funds in ``Scenario/funds``.
    ///   - needs: Rupiah ≥ 0 by eligible set and year of the calendar.
    public func shortage(eligibleSets: [[Int]], needs: [[Rupiah]]) -> Rupiah {
        var network = FundingNetwork(funds: funds, years: years, sets: eligibleSets, needs: needs)
        return network.fill()
    }

    /// A fund in a year.
    struct FundInYear {
        let fund: Fund
        let year: FiscalYear
    }

    /// What stays unpaid, and the fund-years of which more would help, sorted by fund and year.
    func shortfall(needs: [FundingNeed]) -> (amount: Rupiah, scarce: [FundInYear]) {
        let table = tabulate(needs)
        var network = FundingNetwork(funds: funds, years: years, sets: table.sets, needs: table.needs)
        let amount = table.unpayable + network.fill()
        var scarce: [FundInYear] = []
        for fund in funds.indices {
            for year in years.indices where network.isScarce(fund: fund, year: year) {
                scarce.append(FundInYear(fund: funds[fund], year: years[year]))
            }
        }
        return (amount, scarce)
    }

    private struct Table {
        var sets: [[Int]] = []
        var needs: [[Rupiah]] = []
        var unpayable: Rupiah = 0
    }

    private func tabulate(_ needs: [FundingNeed]) -> Table {
        var table = Table()
        var known: [[Fund.ID]: Int] = [:]
        for need in needs {
            guard let year = years.firstIndex(of: need.year) else {
                table.unpayable += need.amount
                continue
            }
            let set = known[need.funds] ?? table.sets.count
            if set == table.sets.count {
                known[need.funds] = set
                table.sets.append(need.funds.compactMap { position[$0] })
                table.needs.append(Array(repeating: 0, count: years.count))
            }
            table.needs[set][year] += need.amount
        }
        return table
    }
}
