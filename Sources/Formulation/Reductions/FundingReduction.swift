import Portfolio

/// §5: what some funds U alone may pay of a program in some years in a row is at most what U holds in
/// them and could carry into the first, even where nothing else is chosen.
///
///     Σ_{lines S⊆U} Σ_{y…y'} spend ≤ Σ_{F∈U} (Σ_{y…y'} B[F,y] + floor(q_F·B[F,y−1]))
struct FundingReduction: StartReduction {
    static let rule = RuleID.fundCeilings
    private let spending: SpendTable
    private let years: [FiscalYear]
    private let purses: [VariantName: [Purse]]

    /// Funds, and the lines of a variant that nobody else may pay.
    private struct Purse {
        let funds: Set<Fund.ID>
        let lines: [CostLine]
        /// The most that the funds can pay from one year to another.
        let most: [[Rupiah]]
    }

    init(scenario: Scenario, candidates: [Candidate]) {
        spending = SpendTable(calendar: scenario.calendar)
        years = scenario.calendar.years
        let holdings = FundHoldings(scenario: scenario)
        var known: [Set<Fund.ID>: [[Rupiah]]] = [:]
        var purses: [VariantName: [Purse]] = [:]
        for candidate in candidates {
            let lines = candidate.variant.costs.filter { $0.amount > 0 }
            purses[candidate.name] = Self.unions(of: lines).map { union in
                let most = known[union] ?? holdings.table(of: union)
                known[union] = most
                return Purse(
                    funds: union, lines: lines.filter { union.isSuperset(of: $0.eligibleFunds) }, most: most)
            }
        }
        self.purses = purses
    }

    /// The eligible sets of lines, and all of them together.
    private static func unions(of lines: [CostLine]) -> [Set<Fund.ID>] {
        let sets = lines.map { Set($0.eligibleFunds) }
        let all = sets.reduce(into: Set()) { $0.formUnion($1) }
        return (sets + [all]).reduce(into: []) { unions, set in
            if !unions.contains(set) { unions.append(set) }
        }
    }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        for purse in purses[candidate.name] ?? [] {
            let lines = purse.lines.map {
                spending.yearlySpend(of: $0, start: start, duration: candidate.duration)
            }
            if let span = span(above: purse.most, lines) { return reason(purse.funds, span) }
        }
        return nil
    }

    /// The first years in a row in which lines spend more than can be paid.
    private func span(above most: [[Rupiah]], _ lines: [[Rupiah]]) -> ClosedRange<Int>? {
        for first in years.indices {
            var spent: Rupiah = 0
            for last in first..<years.count {
                spent += lines.reduce(0) { $0 + $1[last] }
                if spent > most[first][last - first] { return first...last }
            }
        }
        return nil
    }

    private func reason(_ funds: Set<Fund.ID>, _ span: ClosedRange<Int>) -> LocalizedText {
        let names = funds.sorted().map(\.rawValue).joined(separator: ", ")
        let (first, last) = (years[span.lowerBound], years[span.upperBound])
        let time = first == last ? "\(first)" : "\(first)–\(last)"
        return LocalizedText(
            "biayanya pada \(time) melebihi seluruh pagu \(names)",
            english: "its costs in \(time) exceed all that \(names) can pay")
    }
}
