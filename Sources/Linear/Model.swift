/// A linear model with continuous and integer columns, always a minimisation.
public struct Model: Sendable {
    /// The index of a column.
    public struct Column: Hashable, Comparable, Sendable {
        /// Position from 0.
        public let index: Int

        init(_ index: Int) { self.index = index }

        /// By position.
        public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
    }

    /// The index of a row.
    public struct Row: Hashable, Sendable {
        /// Position from 0.
        public let index: Int
    }

    /// One term of a row: coefficient times column.
    public struct Term: Hashable, Sendable {
        /// The column.
        public var column: Column
        /// The coefficient.
        public var coefficient: Double
        /// Makes a term.
        public init(_ coefficient: Double, _ column: Column) {
            self.column = column
            self.coefficient = coefficient
        }
    }

    /// A column: name, bounds, objective, integrality.
    public struct ColumnData: Hashable, Sendable {
        /// Name a person can read, unique, without spaces.
        public var name: String
        /// Lower bound, may be −infinity.
        public var lower: Double
        /// Upper bound, may be infinity.
        public var upper: Double
        /// Objective coefficient.
        public var cost: Double
        /// Whether only whole numbers are allowed.
        public var isInteger: Bool
        /// What it has in common with other columns: branching on one tells about those of its group.
        public var group: Int?
    }

    /// A row: lower ≤ Σ terms ≤ upper.
    public struct RowData: Hashable, Sendable {
        /// Name a person can read, unique, without spaces.
        public var name: String
        /// Lower bound, may be −infinity.
        public var lower: Double
        /// Upper bound, may be infinity.
        public var upper: Double
        /// Terms in order of column, each column once, no zeros.
        public var terms: [Term]
    }

    /// Columns in order of index.
    public private(set) var columns: [ColumnData] = []
    /// Rows in order of index.
    public private(set) var rows: [RowData] = []
    /// Constant of the objective.
    public var constant: Double = 0

    /// Makes an empty model.
    public init() {}

    /// Adds a column.
    public mutating func addColumn(
        _ name: String, in bounds: ClosedRange<Double>, cost: Double = 0, isInteger: Bool = false,
        group: Int? = nil
    ) -> Column {
        columns.append(
            ColumnData(
                name: name, lower: bounds.lowerBound, upper: bounds.upperBound, cost: cost,
                isInteger: isInteger, group: group))
        return Column(columns.count - 1)
    }

    /// Adds a row; terms of one column are added up and zeros dropped.
    @discardableResult
    public mutating func addRow(_ name: String, _ terms: [Term], in bounds: ClosedRange<Double>) -> Row {
        rows.append(
            RowData(
                name: name, lower: bounds.lowerBound, upper: bounds.upperBound, terms: terms.merged))
        return Row(index: rows.count - 1)
    }

    /// Changes the objective coefficient of a column.
    public mutating func setCost(_ cost: Double, of column: Column) { columns[column.index].cost = cost }

    /// Narrows a column's bounds.
    public mutating func setBounds(_ bounds: ClosedRange<Double>, of column: Column) {
        columns[column.index].lower = bounds.lowerBound
        columns[column.index].upper = bounds.upperBound
    }

    /// The same columns with other rows.
    func with(_ rows: [RowData]) -> Model {
        var copy = self
        copy.rows = rows
        return copy
    }

    /// Lets every column be a fraction.
    public mutating func relax() {
        for index in columns.indices { columns[index].isInteger = false }
    }

    /// Sets all objective coefficients to 0.
    public mutating func clearObjective() {
        for index in columns.indices { columns[index].cost = 0 }
        constant = 0
    }
}

extension [Model.Term] {
    /// The same sum with every column once, in order, without zeros.
    public var merged: [Model.Term] {
        var result: [Model.Term] = []
        for term in sorted(by: { $0.column < $1.column }) {
            if result.last?.column == term.column {
                result[result.count - 1].coefficient += term.coefficient
            } else {
                result.append(term)
            }
        }
        return result.filter { $0.coefficient != 0 }
    }
}
