/// A pattern for paths or names: `*` and `?` within a part, `**` over any number of parts.
public struct Glob: Hashable, Sendable {
    private let parts: [[Character]]

    /// Makes a pattern.
    public init(_ pattern: String) {
        parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether a text holds a sign that makes it a pattern.
    public static func isPattern(_ text: String) -> Bool { text.contains { "*?".contains($0) } }

    /// Whether a path matches as a whole.
    public func matches(_ path: String) -> Bool {
        Self.match(
            parts[...], path.split(separator: "/", omittingEmptySubsequences: false).map(Array.init)[...])
    }

    private static func match(_ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == ["*", "*"] {
            return (0...path.count).contains { match(pattern.dropFirst(), path.dropFirst($0)) }
        }
        guard let part = path.first, fits(first[...], part[...]) else { return false }
        return match(pattern.dropFirst(), path.dropFirst())
    }

    private static func fits(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return (0...text.count).contains { fits(pattern.dropFirst(), text.dropFirst($0)) }
        }
        guard let sign = text.first, first == "?" || first == sign else { return false }
        return fits(pattern.dropFirst(), text.dropFirst())
    }
}
