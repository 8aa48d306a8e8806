/// A model without what its own bounds decide: columns with one possible value are put into the rows'
/// bounds, and rows that can no longer be broken are left out.
///
/// Bounds of integer columns are narrowed by the rows until nothing changes, so that a few fixed columns
/// decide many others. No solution is lost and none is added.
public struct ReducedModel: Sendable {
    /// What is left, with the same objective.
    public let model: Model
    /// Positions, in the given model, of the columns that are left.
    private let kept: [Int]
    /// Where each of these stands in the reduced model.
    private let place: [Int: Model.Column]
    /// A value for every column of the given model; those that are kept are filled in.
    private let values: [Double]

    /// Reduces a model; nil where its bounds leave no solution.
    public init?(_ original: Model) {
        var narrowing = Narrowing(original)
        guard narrowing.run() else { return nil }
        let columns = original.columns.indices
        let isKept = columns.map { narrowing.lower[$0] < narrowing.upper[$0] }
        var reduced = Model()
        var place: [Int: Model.Column] = [:]
        reduced.constant = original.constant
        for index in columns {
            let column = original.columns[index]
            if isKept[index] {
                place[index] = reduced.addColumn(
                    column.name, in: narrowing.lower[index]...narrowing.upper[index], cost: column.cost,
                    isInteger: column.isInteger, group: column.group)
            } else {
                reduced.constant += column.cost * narrowing.lower[index]
            }
        }
        for row in original.rows where !narrowing.isRedundant(row) {
            let (terms, decided) = Self.split(row.terms, place: place, values: narrowing.lower)
            reduced.addRow(row.name, terms, in: (row.lower - decided)...(row.upper - decided))
        }
        model = reduced
        self.place = place
        kept = columns.filter { isKept[$0] }
        values = narrowing.lower
    }

    /// A row of the given model, stated in the columns that are left.
    public func reduced(_ cut: SolutionVerdict.Cut) -> SolutionVerdict.Cut {
        let (terms, decided) = Self.split(cut.terms, place: place, values: values)
        let (lower, upper) = (cut.bounds.lowerBound - decided, cut.bounds.upperBound - decided)
        return SolutionVerdict.Cut(terms: terms, bounds: lower...upper)
    }

    /// The terms of a row that are left, and what the others add up to.
    private static func split(
        _ terms: [Model.Term], place: [Int: Model.Column], values: [Double]
    ) -> (kept: [Model.Term], decided: Double) {
        var decided = 0.0
        var kept: [Model.Term] = []
        for term in terms {
            if let column = place[term.column.index] {
                kept.append(Model.Term(term.coefficient, column))
            } else {
                decided += term.coefficient * values[term.column.index]
            }
        }
        return (kept, decided)
    }

    /// Values of all columns of the given model from those of the reduced one.
    public func expand(_ reduced: [Double]) -> [Double] {
        var all = values
        for (position, index) in kept.enumerated() { all[index] = reduced[position] }
        return all
    }
}

/// Narrows bounds of integer columns by what the rows leave them.
private struct Narrowing {
    private let model: Model
    private let rowsOf: [[Int]]
    var lower: [Double]
    var upper: [Double]

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
        var queue = Array(model.rows.indices)
        var isQueued = Array(repeating: true, count: queue.count)
        while let index = queue.popLast() {
            isQueued[index] = false
            guard let changed = narrow(model.rows[index]) else { return false }
            for row in changed.flatMap({ rowsOf[$0] }) where !isQueued[row] {
                isQueued[row] = true
                queue.append(row)
            }
        }
        return true
    }

    /// Whether no values within the bounds break a row.
    func isRedundant(_ row: Model.RowData) -> Bool {
        let reach = reach(of: row)
        return reach.lowest >= row.lower - slack(row.lower) && reach.highest <= row.upper + slack(row.upper)
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
        var isChanged = false
        if low.isFinite, (low - 1e-6).rounded(.up) > lower[index] {
            lower[index] = (low - 1e-6).rounded(.up)
            isChanged = true
        }
        if high.isFinite, (high + 1e-6).rounded(.down) < upper[index] {
            upper[index] = (high + 1e-6).rounded(.down)
            isChanged = true
        }
        return isChanged
    }
}
