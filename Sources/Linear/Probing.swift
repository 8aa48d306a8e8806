/// Tries both values of binary columns: a value that leaves no solution is ruled out, what follows from both
/// holds always, and what follows from one is remembered.
///
/// Source: M. W. P. Savelsbergh, Preprocessing and probing techniques for mixed integer programming
/// problems, ORSA Journal on Computing 6 (1994), doi:10.1287/ijoc.6.4.445, §2.
struct Probing {
    /// Bounds with what was ruled out.
    private(set) var narrowing: Narrowing
    /// What follows from one value of a column.
    private(set) var clauses: Set<Clause> = []
    private let model: Model

    /// Terms of rows that may be looked at: some hundredths of a second.
    private static let mostWork = 4_000_000

    /// Begins with bounds that the rows have narrowed.
    init(_ model: Model, narrowing: Narrowing) {
        self.model = model
        self.narrowing = narrowing
    }

    /// Tries columns until the work is done; false where no solution is left.
    mutating func run() -> Bool {
        let end = narrowing.work + Self.mostWork
        for column in order where narrowing.work < end && isOpen(column) {
            guard probe(column) else { return false }
        }
        return true
    }

    /// The last column of every group first: it says whether something is chosen at all.
    private var order: [Int] {
        let isLast = model.columns.indices.map { index in
            let group = model.columns[index].group
            return index + 1 == model.columns.count || group == nil || model.columns[index + 1].group != group
        }
        return model.columns.indices.filter { isLast[$0] } + model.columns.indices.filter { !isLast[$0] }
    }

    private func isOpen(_ column: Int) -> Bool {
        model.columns[column].isInteger && narrowing.lower[column] == 0 && narrowing.upper[column] == 1
    }

    private mutating func probe(_ column: Int) -> Bool {
        guard let low = narrowing.consequences(of: 0, for: column) else {
            return narrowing.fix(column, at: 1)
        }
        guard let high = narrowing.consequences(of: 1, for: column) else {
            return narrowing.fix(column, at: 0)
        }
        for (other, bounds) in low where isOpen(other) && bounds.lowerBound == bounds.upperBound {
            remember(column, isOne: true, or: other, isOne: bounds.lowerBound == 1)
        }
        for (other, bounds) in high where isOpen(other) && bounds.lowerBound == bounds.upperBound {
            remember(column, isOne: false, or: other, isOne: bounds.lowerBound == 1)
        }
        for other in low.keys.sorted() where isOpen(other) {
            guard let bounds = low[other], bounds == high[other], bounds.lowerBound == bounds.upperBound
            else { continue }
            guard narrowing.fix(other, at: bounds.lowerBound) else { return false }
        }
        return true
    }

    private mutating func remember(_ column: Int, isOne: Bool, or other: Int, isOne otherIsOne: Bool) {
        clauses.insert(
            Clause(.init(column: column, isOne: isOne), .init(column: other, isOne: otherIsOne)))
    }
}

/// One of two binary columns has a value: what follows from a value of the other.
struct Clause: Hashable, Comparable {
    /// A column with a value.
    struct Literal: Hashable {
        let column: Int
        let isOne: Bool
    }

    /// The literals by column.
    let first, second: Literal

    init(_ one: Literal, _ other: Literal) {
        (first, second) = one.column < other.column ? (one, other) : (other, one)
    }

    static func < (left: Self, right: Self) -> Bool { left.key.lexicographicallyPrecedes(right.key) }

    private var key: [Int] {
        [first.column, second.column, first.isOne ? 1 : 0, second.isOne ? 1 : 0]
    }
}
