import Portfolio

/// What changed in one fund's fiscal year; rupiah, 0 where a side does not know the fund or year.
public struct FundYearChange: Sendable {
    /// The fund.
    public let fund: String
    /// Its name.
    public let name: LocalizedText
    /// The fiscal year.
    public let year: FiscalYear
    /// The ceiling.
    public let ceiling: Change<Rupiah>
    /// What the plan spends.
    public let spent: Change<Rupiah>
    /// What moves into the next year.
    public let carriedOut: Change<Rupiah>
    /// What lapses.
    public let lapsed: Change<Rupiah>

    /// Whether nothing changed.
    public var isNone: Bool {
        ceiling.isNone && spent.isNone && carriedOut.isNone && lapsed.isNone
    }

    /// Every fund-year of either side, by fund, then year.
    static func all(from base: ComparisonSide, to other: ComparisonSide) -> [FundYearChange] {
        let (before, after) = (accounts(of: base), accounts(of: other))
        return Set(before.keys).union(after.keys).sorted().map { key in
            let (one, two) = (before[key], after[key])
            func change(_ amount: (Report.Account) -> Figure<Rupiah>) -> Change<Rupiah> {
                Change(one.map { amount($0).value } ?? 0, two.map { amount($0).value } ?? 0)
            }
            return FundYearChange(
                fund: key.fund, name: (two == nil ? base : other).report.scenario.fund(key.fund),
                year: key.year, ceiling: change(\.ceiling), spent: change(\.spent),
                carriedOut: change(\.carriedOut), lapsed: change(\.lapsed))
        }
    }

    private struct Key: Hashable, Comparable {
        let fund: String
        let year: FiscalYear

        static func < (left: Self, right: Self) -> Bool {
            (left.fund, left.year) < (right.fund, right.year)
        }
    }

    private static func accounts(of side: ComparisonSide) -> [Key: Report.Account] {
        let all = side.plan.funds.flatMap { fund in
            fund.years.map { (Key(fund: fund.id, year: $0.year), $0) }
        }
        return Dictionary(all) { first, _ in first }
    }
}

/// How the ceilings of two outcomes relate.
public enum BudgetTrend: String, Sendable, Hashable {
    /// All the same.
    case same
    /// None lower, some higher.
    case grows
    /// None higher, some lower.
    case shrinks
    /// Some higher, some lower.
    case mixed

    init(_ changes: [FundYearChange]) {
        let isHigher = changes.contains { $0.ceiling.difference > 0 }
        let isLower = changes.contains { $0.ceiling.difference < 0 }
        self = isHigher ? (isLower ? .mixed : .grows) : (isLower ? .shrinks : .same)
    }
}
