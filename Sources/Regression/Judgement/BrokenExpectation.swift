import Portfolio
import Reporting

/// An entry of `expect:` that an outcome does not keep.
public struct BrokenExpectation: Hashable, Sendable {
    /// The entry.
    public let expectation: Expectation
    /// Where it is written; nil where that is not known.
    public let location: SourceLocation?
    /// What stands there instead.
    public let found: Found

    /// What a path leads to.
    public enum Found: Hashable, Sendable {
        /// A value that does not keep the condition, as JSON.
        case value(JSONValue)
        /// Nothing: as far as this path there is something, with these parts.
        case nothing(after: String, parts: [String])
    }

    /// The entries that an outcome does not keep, in their order.
    static func all(
        of expectations: [Expectation], in outcome: JSONValue, at: (ScenarioPath) -> SourceLocation?
    ) -> [BrokenExpectation] {
        expectations.compactMap { expectation in
            let found: Found
            switch OutcomePath(text: expectation.value).follow(in: outcome) {
            case .lost(let after, let parts): found = .nothing(after: after, parts: parts)
            case .found(let value):
                guard !expectation.condition.holds(for: value) else { return nil }
                found = .value(value)
            }
            return BrokenExpectation(
                expectation: expectation, location: at(expectation.place), found: found)
        }
    }
}

extension Expectation.Condition {
    /// Whether a value of an outcome keeps the condition; of a figure with an interval the estimate counts.
    func holds(for value: JSONValue) -> Bool {
        switch self {
        case .equals(let text): value.isWritten(text)
        case .atLeast(let least): value.numeric.map { $0 >= least } ?? false
        case .atMost(let most): value.numeric.map { $0 <= most } ?? false
        case .within(let least, let most): value.numeric.map { least <= $0 && $0 <= most } ?? false
        }
    }
}

extension JSONValue {
    /// Whether a text says this value: whole numbers exactly, others within the tolerance.
    fileprivate func isWritten(_ text: String) -> Bool {
        switch self {
        case .null: text == "null"
        case .bool(let flag): text == "\(flag)"
        case .string(let string): text == string
        case .integer(let whole): Int64(text) == whole || Double(text) == Double(whole)
        case .number, .object:
            numeric.flatMap { number in Double(text).map { Comparison.isSame($0, number) } } ?? false
        case .array: false
        }
    }
}
