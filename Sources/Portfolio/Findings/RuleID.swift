/// The stable name of a rule: a law of the model, or something that a scenario file must keep.
///
/// The same name is used by a law's rows, its arithmetic in the verifier, its tests, rejected
/// scenarios and reports.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, words joined by hyphens.
    public let rawValue: String

    /// Makes a name.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// The name.
    public var description: String { rawValue }

    /// By the bytes of the name.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
