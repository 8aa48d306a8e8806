/// A JSON value; whole numbers stay whole.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction or exponent.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Names and values; written in the order of names.
    case object([String: JSONValue])

    /// The value of a name; nil where this is no object or has no such name.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The elements; nil where this is no list.
    public var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The members; nil where this is no object.
    public var members: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The text; nil where this is no text.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number; nil where this is none.
    public var whole: Int64? {
        guard case .integer(let whole) = self else { return nil }
        return whole
    }
}
