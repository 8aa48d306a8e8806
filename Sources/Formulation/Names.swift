import Linear

/// Names for columns and rows that a person can read and that MPS and LP files allow.
///
/// `-` becomes `_`, `_` becomes `~`, anything else that is not a letter, digit or dot becomes `!`;
/// names are unique and at most 120 characters.
struct Names {
    private var used: Set<String> = []

    /// A name from parts joined by dots, made unique.
    mutating func name(_ parts: String...) -> String {
        let plain = parts.map(legible).joined(separator: ".")
        var name = plain.count > 100 ? String(plain.prefix(100)) : plain
        var copy = 1
        while !used.insert(name).inserted {
            copy += 1
            name = "\(plain.prefix(100))#\(copy)"
        }
        return name
    }

    private func legible(_ part: String) -> String {
        String(
            part.unicodeScalars.map { scalar -> Character in
                switch scalar {
                case "-": "_"
                case "_": "~"
                case "a"..."z", "A"..."Z", "0"..."9", ".": Character(scalar)
                default: "!"
                }
            })
    }
}
