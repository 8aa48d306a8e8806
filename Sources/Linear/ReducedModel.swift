/// What a reduced model may be made by, beside narrowing bounds; each leaves its integer solutions as they
/// are.
public struct ModelReductions: OptionSet, Sendable {
    /// One bit per means.
    public let rawValue: Int

    /// Makes a set of means.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Rows that say the same become one.
    public static let merging = ModelReductions(rawValue: 1)
    /// Coefficients of whole numbers are tightened.
    public static let tightening = ModelReductions(rawValue: 2)
    /// Both values of binary columns are tried.
    public static let probing = ModelReductions(rawValue: 4)
}

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

    /// What values of two columns exclude each other, in columns of the given model; nothing unless it was
    /// looked for.
    public let implications: Implications

    /// What is left out, and why: columns first; empty unless it was asked for.
    public private(set) var removals: [Removal] = []

    /// Reduces a model; nil where its bounds leave no solution.
    ///
    /// - Parameters:
    ///   - means: what is done beside narrowing bounds.
    ///   - explains: whether it is noted why something is left out.
    public init?(_ original: Model, by means: ModelReductions = [], explains: Bool = false) {
        var narrowing = Narrowing(original)
        guard narrowing.run() else { return nil }
        let narrowed = narrowing
        var clauses: Set<Clause> = []
        if means.contains(.probing) {
            var probing = Probing(original, narrowing: narrowing)
            guard probing.run() else { return nil }
            (narrowing, clauses) = (probing.narrowing, probing.clauses)
        }
        implications = Implications(clauses)
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
        var rows: [Removal] = []
        if explains {
            rows = original.rows.filter(narrowing.isRedundant).map {
                Removal(name: $0.name, reason: .implied)
            }
        }
        if means.contains(.tightening) { reduced = reduced.tighteningCoefficients() }
        if means.contains(.merging) { reduced = reduced.mergingParallelRows { rows.append($0) } }
        model = reduced
        self.place = place
        kept = columns.filter { isKept[$0] }
        values = narrowing.lower
        if explains { removals = Self.decided(original, narrowed, narrowing) + rows }
    }

    /// The columns of a model that bounds decide: before both values were tried, and by that.
    private static func decided(_ model: Model, _ narrowed: Narrowing, _ tried: Narrowing) -> [Removal] {
        zip(model.columns.indices, model.columns).compactMap { index, column in
            let value = tried.lower[index]
            guard column.lower < column.upper, value == tried.upper[index] else { return nil }
            let isDecided = narrowed.lower[index] == narrowed.upper[index]
            return Removal(
                name: column.name, reason: isDecided ? .decided(value: value) : .tried(value: value))
        }
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
