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
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let rest = lines.dropFirst(first - 1).prefix(10_000)
        let below = rest.dropFirst().firstIndex { SecondOccurrence.has(key, at: start, in: $0) }
        let isBlock = rest.first.map { !SecondOccurrence.isInBraces(start, in: $0) } ?? false
        if isBlock, let below {
            (line, column) = (below + 1, start)
            return
        }
        for (offset, content) in rest.enumerated() {
            let from = offset == 0 ? start + 1 : 1
            if let found = SecondOccurrence.column(of: key, from: from, in: content) {
                (line, column) = (first + offset, found)
                return
            }
        }
        (line, column) = (first, start)
    }

    private static func isInBraces(_ column: Int, in line: Substring) -> Bool {
        line.unicodeScalars.prefix(column - 1).contains("{")
    }

    private static func column(of key: String, from start: Int, in line: Substring) -> Int? {
        let count = line.unicodeScalars.count
        guard start <= count else { return nil }
        return (start...count).first { has(key, at: $0, in: line) }
    }

    /// Whether the key, perhaps in quotes, stands at a column and a colon follows.
    private static func has(_ key: String, at column: Int, in line: Substring) -> Bool {
        let scalars = line.unicodeScalars
        if column > 1, let before = scalars.dropFirst(column - 2).first,
            !" {,\t".unicodeScalars.contains(before)
        {
            return false
        }
        var rest = scalars.dropFirst(column - 1)
        let quote = rest.first.flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
        if quote != nil { rest = rest.dropFirst() }
        guard rest.starts(with: key.unicodeScalars) else { return false }
        rest = rest.dropFirst(key.unicodeScalars.count)
        if let quote, rest.first == quote { rest = rest.dropFirst() }
        return rest.drop { $0 == " " }.first == ":"
    }
}
