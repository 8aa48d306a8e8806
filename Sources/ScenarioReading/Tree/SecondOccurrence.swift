/// Where a key that a map holds twice stands for the second time.
///
/// The parser only tells the first place. Looked for is the same key at the same column below it (a
/// block map), else the next such key behind it (a map in braces), else the first place itself.
struct SecondOccurrence {
    /// Line, from 1.
    let line: Int
    /// Column in Unicode scalars, from 1.
    let column: Int

    /// Whether there is such a place; else the first one stands here.
    let isFound: Bool

    /// Looks for the second occurrence of a key.
    init(of key: String, line first: Int, column start: Int, in text: String) {
        let lines = Self.lines(of: text).dropFirst(first - 1)
        let name = Array(key.unicodeScalars)
        let isInBraces = lines.first?.prefix(start - 1).contains("{") ?? false
        for (offset, content) in lines.prefix(10_000).enumerated() {
            let scalars = Array(content.prefix(100_000))
            let columns =
                isInBraces ? (offset == 0 ? start + 1 : 1)...max(start + 1, scalars.count) : start...start
            guard isInBraces || offset > 0 else { continue }
            if let found = columns.first(where: { SecondOccurrence.has(name, at: $0, in: scalars) }) {
                (line, column, isFound) = (first + offset, found, true)
                return
            }
        }
        (line, column, isFound) = (first, start, false)
    }

    /// Replaces the first character of the key there by one of private use, so that the key is no
    /// longer doubled and nothing moves; the key as it now reads, nil where there is no second place.
    func mask(_ key: String, with number: Int, in text: inout String) -> String? {
        guard isFound, let first = key.unicodeScalars.first, number < 0x1900,
            let mask = Unicode.Scalar(0xE000 + UInt32(number))
        else { return nil }
        let content = Self.lines(of: text)[line - 1]
        // Behind a quote, where there is one.
        let places = content.indices.dropFirst(column - 1).prefix(2)
        guard let place = places.first(where: { content[$0] == first }) else { return nil }
        text.unicodeScalars.replaceSubrange(place...place, with: [mask])
        return String(mask) + String(key.unicodeScalars.dropFirst())
    }

    /// By scalars, because a carriage return and a line feed are one character.
    private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Whether the key, perhaps in quotes, stands at a column and a colon follows.
    private static func has(_ key: [Unicode.Scalar], at column: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard column + key.count <= scalars.count else { return false }
        if column > 1, !" {,\t".unicodeScalars.contains(scalars[column - 2]) { return false }
        var rest = scalars[(column - 1)...]
        let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
        if quote != nil { rest = rest.dropFirst() }
        guard rest.starts(with: key) else { return false }
        rest = rest.dropFirst(key.count)
        if let quote, rest.first == quote { rest = rest.dropFirst() }
        return rest.first { $0 != " " } == ":"
    }
}
