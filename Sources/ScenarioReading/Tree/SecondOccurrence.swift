/// Where a key that a map holds twice stands for the second time.
///
/// The parser only tells the first place. Looked for is the same key at the same column below it (a
/// block map), else the next such key behind it (a map in braces), else the first place itself.
struct SecondOccurrence {
    /// Line, from 1.
    let line: Int
    /// Column in Unicode scalars, from 1.
    let column: Int

    /// Looks for the second occurrence of a key.
    init(of key: String, line first: Int, column start: Int, in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(first - 1)
        let name = Array(key.unicodeScalars)
        let isInBraces = lines.first?.unicodeScalars.prefix(start - 1).contains("{") ?? false
        for (offset, content) in lines.prefix(10_000).enumerated() {
            let scalars = Array(content.unicodeScalars.prefix(100_000))
            let columns =
                isInBraces ? (offset == 0 ? start + 1 : 1)...max(start + 1, scalars.count) : start...start
            guard isInBraces || offset > 0 else { continue }
            if let found = columns.first(where: { SecondOccurrence.has(name, at: $0, in: scalars) }) {
                (line, column) = (first + offset, found)
                return
            }
        }
        (line, column) = (first, start)
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
