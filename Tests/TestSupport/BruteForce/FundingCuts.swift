import Portfolio

/// Whether the funds can pay (model.md §5), by cuts instead of by a flow.
///
/// Call U a choice of funds for every year. What only funds of U may pay must be covered by the
/// ceilings of U and by what can be carried into U from a fund-year outside U. The money suffices
/// exactly when this holds for every U (max-flow min-cut); the least slack over all U is found year
/// by year, since carrying links a year only to the next.
struct FundingCuts {
    /// Ceiling per year and fund.
    private let ceilings: [[Int]]
    /// floor(q·B) per year and fund: what may be carried out of that year.
    private let carryLimits: [[Int]]
    private let position: [Fund.ID: Int]
    private let years: [FiscalYear]

    init(_ scenario: Scenario) {
        years = scenario.calendar.years
        ceilings = years.map { year in scenario.funds.map { Int($0.ceilings[year] ?? 0) } }
        carryLimits = years.map { year in scenario.funds.map { FundingCuts.carryLimit($0, year) } }
        position = Dictionary(uniqueKeysWithValues: scenario.funds.enumerated().map { ($1.id, $0) })
    }

    /// Whether all of the chosen can be paid, every year.
    func canPay(_ chosen: [Choice], in calendar: PlanningCalendar) -> Bool {
        let demand = demand(of: chosen, in: calendar)
        let subsets = 0..<(1 << position.count)
        var slack = subsets.map { _ in 0 }
        for year in years.indices {
            slack = subsets.map { inside in
                let own = supply(inside, year) - needOnly(inside, demand[year])
                guard year > 0 else { return own }
                return own + (subsets.map { slack[$0] + carried(from: $0, to: inside, year) }.min() ?? 0)
            }
        }
        return slack.allSatisfy { $0 >= 0 }
    }

    /// Rupiah per year and set of eligible funds, a set written as bits.
    private func demand(of chosen: [Choice], in calendar: PlanningCalendar) -> [[Int: Int]] {
        var demand = years.map { _ in [Int: Int]() }
        for choice in chosen {
            for (line, spending) in zip(choice.variant.costs, choice.spending) {
                let bits = line.eligibleFunds.reduce(0) { $0 | 1 << (position[$1] ?? 0) }
                for (period, amount) in spending.enumerated() where amount > 0 {
                    demand[calendar.year(of: period).year - years[0].year][bits, default: 0] += amount
                }
            }
        }
        return demand
    }

    private func supply(_ inside: Int, _ year: Int) -> Int {
        ceilings[year].indices.reduce(0) { inside >> $1 & 1 == 1 ? $0 + ceilings[year][$1] : $0 }
    }

    private func needOnly(_ inside: Int, _ demand: [Int: Int]) -> Int {
        demand.reduce(0) { $1.key & ~inside == 0 ? $0 + $1.value : $0 }
    }

    /// What may come into the funds inside from funds that were outside the year before.
    private func carried(from before: Int, to inside: Int, _ year: Int) -> Int {
        let entering = inside & ~before
        let limits = carryLimits[year - 1]
        return limits.indices.reduce(0) { entering >> $1 & 1 == 1 ? $0 + limits[$1] : $0 }
    }

    private static func carryLimit(_ fund: Fund, _ year: FiscalYear) -> Int {
        guard case .carry(let share) = fund.unspent else { return 0 }
        return Int(share.numerator) * Int(fund.ceilings[year] ?? 0) / Int(share.denominator)
    }
}
