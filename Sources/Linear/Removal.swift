/// A row or a column that a search does without, and why.
public struct Removal: Hashable, Sendable {
    /// The name that the row or column has in the exported model.
    public let name: String
    /// Why it is not needed.
    public let reason: Reason

    /// Why a row or a column is not needed.
    public enum Reason: Hashable, Sendable {
        /// A row: no values within the bounds of its columns break it.
        case implied
        /// A row: another one, by name, says the same of the same columns.
        case parallel(String)
        /// A column: with another value no solution is better than the best known one.
        case costly(value: Double)
        /// A column: the rows leave it no other value.
        case decided(value: Double)
        /// A column: trying its values left one of them.
        case tried(value: Double)
    }

    /// Makes an entry.
    public init(name: String, reason: Reason) {
        self.name = name
        self.reason = reason
    }
}

extension Model {
    /// The columns that have one possible value and had several in another model of the same columns.
    ///
    /// - Parameter reason: why a column has the value.
    public func decided(since earlier: Model, reason: (Double) -> Removal.Reason) -> [Removal] {
        zip(columns, earlier.columns).compactMap { now, before in
            now.lower == now.upper && before.lower < before.upper
                ? Removal(name: now.name, reason: reason(now.lower)) : nil
        }
    }
}
