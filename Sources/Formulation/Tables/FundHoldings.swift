import Portfolio

/// The most that funds together can pay in years in a row: their ceilings, and what they could carry into
/// the first year.
struct FundHoldings {
    let scenario: Scenario

    /// Σ_{F∈U} (Σ_{y…y'} B[F,y] + floor(q_F·B[F,y−1])), years by position in the calendar.
    func most(of funds: Set<Fund.ID>, in span: ClosedRange<Int>) -> Rupiah {
        let years = scenario.calendar.years
        return scenario.funds.filter { funds.contains($0.id) }.reduce(0) { sum, fund in
            let held = years[span].reduce(0) { $0 + (fund.ceilings[$1] ?? 0) }
            guard span.lowerBound > 0, case .carry(let share) = fund.unspent else { return sum + held }
            let before = fund.ceilings[years[span.lowerBound - 1]] ?? 0
            return sum + held + share.floorOfProduct(with: before)
        }
    }

    /// The same for every first year, and from it on every last one.
    func table(of funds: Set<Fund.ID>) -> [[Rupiah]] {
        let years = scenario.calendar.years.indices
        return years.map { first in (first..<years.count).map { most(of: funds, in: first...$0) } }
    }
}
