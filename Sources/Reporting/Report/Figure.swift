/// A value of an outcome and the path at which `outcome.json` holds it: `plan.programs[3].cost`.
public struct Figure<Value: Sendable>: Sendable {
    /// The value as it stands in the outcome.
    public let value: Value
    /// Its place in `outcome.json`.
    public let path: String

    /// Makes a figure.
    public init(value: Value, path: String) {
        self.value = value
        self.path = path
    }
}

extension Figure: Equatable where Value: Equatable {}
extension Figure: Hashable where Value: Hashable {}
