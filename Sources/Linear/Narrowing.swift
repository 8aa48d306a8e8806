/// Narrows bounds of integer columns by what the rows leave them.
struct Narrowing {
    /// Lower bounds of all columns.
    private(set) var lower: [Double]
    /// Upper bounds of all columns.
    private(set) var upper: [Double]
    /// Terms of rows looked at so far.
    private(set) var work = 0
    private let model: Model
    private let rowsOf: [[Int]]
    /// Bounds before each change, the latest last.
    private var trail: [Change] = []

    /// Bounds of a column before a change.
    struct Change {
        let column: Int
        let lower: Double
        let upper: Double
    }

    init(_ model: Model) {
        self.model = model
        lower = model.columns.map(\.lower)
        upper = model.columns.map(\.upper)
        var rowsOf: [[Int]] = Array(repeating: [], count: model.columns.count)
        for (index, row) in model.rows.enumerated() {
            for term in row.terms { rowsOf[term.column.index].append(index) }
        }
        self.rowsOf = rowsOf
    }

    /// Goes through the rows until nothing changes; false where a row cannot be met.
    mutating func run() -> Bool {
        let isPossible = propagate(Array(model.rows.indices))
        trail = []
        return isPossible
    }

    /// Gives a column one value for good, with all that follows; false where that leaves no solution.
    mutating func fix(_ column: Int, at value: Double) -> Bool {
        let isPossible = change(column, to: value...value)
        trail = []
        return isPossible
    }

    /// The columns whose bounds change where a column has a value, with these bounds; nil where that leaves
    /// no solution.
    ///
    /// Nothing stays of it.
    mutating func consequences(of value: Double, for column: Int) -> [Int: ClosedRange<Double>]? {
        let isPossible = change(column, to: value...value)
        var changed: [Int: ClosedRange<Double>] = [:]
        if isPossible {
            for change in trail where change.column != column {
                changed[change.column] = lower[change.column]...upper[change.column]
            }
        }
        for change in trail.reversed() {
            (lower[change.column], upper[change.column]) = (change.lower, change.upper)
        }
        trail = []
        return isPossible ? changed : nil
    }

    /// Whether no values within the bounds break a row.
    func isRedundant(_ row: Model.RowData) -> Bool {
        let reach = reach(of: row)
        return reach.lowest >= row.lower - slack(row.lower) && reach.highest <= row.upper + slack(row.upper)
    }

    private mutating func change(_ column: Int, to bounds: ClosedRange<Double>) -> Bool {
        trail.append(Change(column: column, lower: lower[column], upper: upper[column]))
        (lower[column], upper[column]) = (bounds.lowerBound, bounds.upperBound)
        return propagate(rowsOf[column])
    }

    private mutating func propagate(_ rows: [Int]) -> Bool {
        var queue = rows
        var isQueued = Array(repeating: false, count: model.rows.count)
        for row in rows { isQueued[row] = true }
        while let index = queue.popLast() {
            isQueued[index] = false
            guard let changed = narrow(model.rows[index]) else { return false }
            for column in changed {
                for row in rowsOf[column] where !isQueued[row] {
                    isQueued[row] = true
                    queue.append(row)
                }
            }
        }
        return true
    }

    private func slack(_ bound: Double) -> Double { bound.isFinite ? 1e-9 * max(1, abs(bound)) : 0 }

    private func reach(of row: Model.RowData) -> (lowest: Double, highest: Double) {
        row.terms.reduce((0, 0)) { sum, term in
            let (low, high) = products(of: term)
            return (sum.0 + low, sum.1 + high)
        }
    }

    private func products(of term: Model.Term) -> (low: Double, high: Double) {
        let one = term.coefficient * lower[term.column.index]
        let other = term.coefficient * upper[term.column.index]
        return (min(one, other), max(one, other))
    }

    /// Columns that a row narrows; nil where it cannot be met.
    private mutating func narrow(_ row: Model.RowData) -> [Int]? {
        work += row.terms.count
        let reach = reach(of: row)
        guard reach.lowest <= row.upper + 1e-6 * max(1, abs(row.upper)),
            reach.highest >= row.lower - 1e-6 * max(1, abs(row.lower))
        else { return nil }
        var changed: [Int] = []
        for term in row.terms {
            let index = term.column.index
            guard model.columns[index].isInteger, lower[index] < upper[index], term.coefficient != 0 else {
                continue
            }
            let (low, high) = products(of: term)
            let most = row.upper - (reach.lowest - low)
            let least = row.lower - (reach.highest - high)
            if tighten(index, term.coefficient, least: least, most: most) { changed.append(index) }
        }
        return changed.contains { lower[$0] > upper[$0] } ? nil : changed
    }

    /// Narrows a column so that least ≤ coefficient · column ≤ most; whether that changed it.
    private mutating func tighten(
        _ index: Int, _ coefficient: Double, least: Double, most: Double
    ) -> Bool {
        let ends = [least / coefficient, most / coefficient]
        let (low, high) = coefficient > 0 ? (ends[0], ends[1]) : (ends[1], ends[0])
        let before = Change(column: index, lower: lower[index], upper: upper[index])
        if low.isFinite { lower[index] = max(before.lower, (low - 1e-6).rounded(.up)) }
        if high.isFinite { upper[index] = min(before.upper, (high + 1e-6).rounded(.down)) }
        guard lower[index] != before.lower || upper[index] != before.upper else { return false }
        trail.append(before)
        return true
    }
}
