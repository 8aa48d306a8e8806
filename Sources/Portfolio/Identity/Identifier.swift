/// A name that identifies an entity within its scenario: `[a-z0-9][a-z0-9._-]*`.
///
/// The entity's type keeps program ids apart from fund ids. Ids are ASCII, so that their order is
/// that of their bytes and the same on every machine.
public struct Identifier<Entity>: Hashable, Comparable, Sendable {
    /// The id as written.
    public let rawValue: String

    /// Makes an id from text that is known to be well formed.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Whether a text may be an id.
    public static func isWellFormed(_ text: String) -> Bool {
        guard let first = text.utf8.first, isAlphanumeric(first) else { return false }
        return text.utf8.allSatisfy {
            isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "-")
        }
    }

    /// By the bytes of the text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
    /// Makes an id from a literal that is known to be well formed.
    public init(stringLiteral value: String) { self.init(value) }

    /// The id as written.
    public var description: String { rawValue }
}
