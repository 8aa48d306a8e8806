/// A figure on the first and on the second side of a comparison.
public struct Change<Value: SignedNumeric & Comparable & Sendable>: Sendable, Hashable
where Value: Hashable {
    /// On the first side.
    public let before: Value
    /// On the second side.
    public let after: Value

    /// Makes a change.
    public init(_ before: Value, _ after: Value) { (self.before, self.after) = (before, after) }

    /// Second less first.
    public var difference: Value { after - before }
    /// Whether both sides are the same.
    public var isNone: Bool { before == after }
}
