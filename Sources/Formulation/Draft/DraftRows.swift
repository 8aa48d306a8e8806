import Linear

/// The rows over start columns in whole numbers, so that changing an activity back and forth leaves
/// nothing behind.
///
/// Rows with payment or bonus columns are left out: payments follow from a flow, bonuses from the
/// starts.
struct DraftRows: Sendable {
    private(set) var lower: ContiguousArray<Int64> = []
    private(set) var upper: ContiguousArray<Int64> = []
    /// What one unit of violation counts: the largest coefficient of every row counts 2²⁰.
    private(set) var weights: ContiguousArray<Double> = []
    /// For every column of the model its amounts by row.
    private(set) var amounts: [[(row: Int, amount: Int64)]]

    /// No bound, far from overflow.
    private static let unbounded = Int64.max / 4
    /// Most that one row's violation counts.
    private static let mostCounted = 0x1p40
    /// Factors that make the coefficients of most rows whole.
    private static let factors: [Double] = [1, 10, 100, 1000, 10_000]

    init(_ model: Model, isStart: [Bool], moneyUnit: Double) {
        amounts = Array(repeating: [], count: model.columns.count)
        for row in model.rows where row.terms.allSatisfy({ isStart[$0.column.index] }) {
            add(row, moneyUnit)
        }
    }

    /// What an activity of a row counts as violation; 0 where it keeps its bounds.
    @inline(__always) func violation(_ row: Int, _ activity: Int64) -> Int64 {
        let excess = max(lower[row] - activity, activity - upper[row])
        return excess > 0 ? 1 + Int64(min(Double(excess) * weights[row], Self.mostCounted)) : 0
    }

    private mutating func add(_ row: Model.RowData, _ moneyUnit: Double) {
        let largest = row.terms.isEmpty ? 1 : row.terms.reduce(1e-9) { max($0, abs($1.coefficient)) }
        let whole = wholeFactor(row, largest, moneyUnit)
        let factor = whole ?? 0x1p40 / largest
        let slack = whole == nil ? 1e-9 * factor + Double(row.terms.count) / 2 : nil
        for term in row.terms {
            amounts[term.column.index].append((lower.count, Int64((term.coefficient * factor).rounded())))
        }
        lower.append(bound(row.lower * factor, slack: slack, -1))
        upper.append(bound(row.upper * factor, slack: slack, 1))
        weights.append(0x1p20 / (largest * factor))
    }

    /// The last whole number within a bound, −1 a lower and 1 an upper one.
    ///
    /// Without another slack only the rounding of the bound itself is forgiven: a minimum of some rupiah
    /// is small in a row that counts millions.
    private func bound(_ value: Double, slack: Double?, _ side: Double) -> Int64 {
        guard abs(value) < Double(Self.unbounded) else { return value < 0 ? -Self.unbounded : Self.unbounded }
        let slack = slack ?? min(1e-3, 1e-9 + 1e-13 * abs(value))
        return Int64((value + side * slack).rounded(side < 0 ? .up : .down))
    }

    /// A factor that makes all coefficients whole; nil where none of those tried does.
    private func wholeFactor(_ row: Model.RowData, _ largest: Double, _ moneyUnit: Double) -> Double? {
        let all = Self.factors + Self.factors.map { $0 * moneyUnit }
        return all.first { factor in
            largest * factor < 0x1p42
                && row.terms.allSatisfy {
                    let scaled = $0.coefficient * factor
                    return abs(scaled - scaled.rounded()) <= 1e-13 * largest * factor
                }
        }
    }
}
