extension Model {
    /// The model with tighter coefficients in rows of whole numbers over integer columns: the same integer
    /// solutions, fewer fractional ones.
    ///
    /// Where a binary column at one of its values leaves a row slack, whatever the others are, its coefficient
    /// and the bound give that slack up; then the row is divided by what its coefficients have in common, and
    /// the bound rounded. All of it is exact, for the numbers are whole.
    ///
    /// Source: M. W. P. Savelsbergh, Preprocessing and probing techniques for mixed integer programming
    /// problems, ORSA Journal on Computing 6 (1994), doi:10.1287/ijoc.6.4.445, §1.2.
    func tighteningCoefficients() -> Model {
        with(rows.map { row in WholeRow(row, in: self)?.tightened ?? row })
    }
}

/// Σ terms ≤ most in whole numbers over integer columns.
private struct WholeRow {
    private let row: Model.RowData
    /// 1, or −1 where the row bounds its sum from below.
    private let sign: Double
    private let columns: [Model.ColumnData]
    private var coefficients: [Double]
    private var most: Double
    /// The largest that the sum can be within the columns' bounds.
    private var highest: Double

    /// Largest number that sums of are still exact.
    private static let largest = 0x1p40

    /// A row as such a sum; nil where it bounds both sides, or is not of whole numbers.
    init?(_ row: Model.RowData, in model: Model) {
        guard row.lower.isFinite != row.upper.isFinite else { return nil }
        self.row = row
        let sign = row.upper.isFinite ? 1.0 : -1.0
        self.sign = sign
        columns = row.terms.map { model.columns[$0.column.index] }
        coefficients = row.terms.map { sign * $0.coefficient }
        most = sign > 0 ? row.upper : -row.lower
        highest = zip(coefficients, columns).reduce(0) {
            $0 + max($1.0 * $1.1.lower, $1.0 * $1.1.upper)
        }
        let numbers = coefficients + columns.flatMap { [$0.lower, $0.upper] }
        guard columns.allSatisfy(\.isInteger), numbers.allSatisfy(Self.isWhole), abs(most) < Self.largest,
            abs(highest) < Self.largest, most == most.rounded() || abs(most - most.rounded()) > 1e-6
        else { return nil }
        most = most.rounded(.down)
    }

    private static func isWhole(_ number: Double) -> Bool {
        abs(number) < largest && number == number.rounded()
    }

    /// The row with tighter coefficients; nil where it has none, or can never be broken.
    var tightened: Model.RowData? {
        guard highest > most else { return nil }
        var own = self
        for index in coefficients.indices { own.giveUpSlack(of: index) }
        own.divide()
        guard own.coefficients != coefficients || own.most != bound else { return nil }
        return own.asRow
    }

    /// The bound as the row has it.
    private var bound: Double { sign > 0 ? row.upper : -row.lower }

    /// A binary column that leaves the row slack at the value that adds less.
    private mutating func giveUpSlack(of index: Int) {
        let (column, coefficient) = (columns[index], coefficients[index])
        guard column.lower == 0, column.upper == 1 else { return }
        let slack = most - (highest - abs(coefficient))
        guard slack > 0 else { return }
        if coefficient > 0 {
            coefficients[index] -= slack
            most -= slack
            highest -= slack
        } else {
            coefficients[index] += slack
        }
    }

    /// Σ k·c·x ≤ most says Σ c·x ≤ floor(most / k).
    private mutating func divide() {
        let common = coefficients.reduce(0.0) { greatestCommonDivisor($0, abs($1)) }
        guard common > 1 else { return }
        coefficients = coefficients.map { $0 / common }
        most = (most / common).rounded(.down)
    }

    private var asRow: Model.RowData {
        var own = row
        own.terms = zip(row.terms, coefficients).map { Model.Term(sign * $1, $0.column) }
            .filter { $0.coefficient != 0 }
        (own.lower, own.upper) = sign > 0 ? (-.infinity, most) : (-most, .infinity)
        return own
    }
}

private func greatestCommonDivisor(_ one: Double, _ other: Double) -> Double {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
    return a
}
