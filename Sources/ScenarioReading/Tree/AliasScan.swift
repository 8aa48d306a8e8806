/// Finds aliases before parsing, because a parser that hashes them can take forever.
///
/// A word that begins with `*` is taken for an alias where the same name also follows an `&`; text
/// that happens to hold both is refused too, and says so.
struct AliasScan {
    /// Line and column (in Unicode scalars, from 1) of the first alias that has an anchor.
    private(set) var firstAlias: (line: Int, column: Int)?

    /// Scans a text.
    init(_ text: String) {
        guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else { return }
        let anchors = Set(AliasScan.words(after: "&", in: text).map(\.name))
        let alias = AliasScan.words(after: "*", in: text).first { anchors.contains($0.name) }
        firstAlias = alias.map { ($0.line, $0.column) }
    }

    private typealias Word = (name: String, line: Int, column: Int)

    private static func words(after sign: Unicode.Scalar, in text: String) -> [Word] {
        var (line, column) = (1, 0)
        var words: [Word] = []
        var before: Unicode.Scalar = " "
        var open: Word?
        for scalar in text.unicodeScalars {
            column += 1
            if isNamePart(scalar), open != nil {
                open?.name.unicodeScalars.append(scalar)
            } else {
                if let word = open, !word.name.isEmpty { words.append(word) }
                open = scalar == sign && mayPrecede(before) ? ("", line, column) : nil
            }
            if scalar == "\n" { (line, column) = (line + 1, 0) }
            before = scalar
        }
        if let word = open, !word.name.isEmpty { words.append(word) }
        return words
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
                || scalar == "-")
    }

    private static func mayPrecede(_ scalar: Unicode.Scalar) -> Bool {
        " \t\r\n\u{FEFF}[]{},:\"'".unicodeScalars.contains(scalar)
    }
}
