/// Names of sheets that spreadsheets accept.
enum SheetName {
    private static let longest = 31

    /// Each title as a name of its own: without the signs that are not allowed, at most 31 characters,
    /// different from all before it also without regard to case.
    static func names(for titles: [String]) -> [String] {
        titles.reduce(into: []) { names, title in
            let taken = Set(names.map { $0.lowercased() })
            let plain = allowed(title)
            var (name, number) = (plain, 2)
            while taken.contains(name.lowercased()) {
                let suffix = " \(number)"
                name = shortened(plain, to: longest - suffix.count) + suffix
                number += 1
            }
            names.append(name)
        }
    }

    private static func allowed(_ title: String) -> String {
        let kept = title.cellText.map { "[]:*?/\\'\n\t".contains($0) ? " " : $0 }
        let name = shortened(String(kept).trimmed, to: longest).trimmed
        return name.isEmpty ? "Sheet" : name
    }

    private static func shortened(_ text: String, to units: Int) -> String {
        var kept = ""
        for character in text {
            guard kept.utf16.count + character.utf16.count <= units else { break }
            kept.append(character)
        }
        return kept
    }
}

extension String {
    /// The text without spaces at either end.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
