extension String {
    /// The most UTF-16 units that a cell can hold.
    static let longestCell = 32_767

    /// The text as a spreadsheet can hold it: characters that XML forbids become U+FFFD, and what is
    /// longer than a cell ends in an ellipsis.
    var cellText: String {
        let clean = String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.isAllowedInXML ? $0 : "\u{FFFD}" as Unicode.Scalar }))
        guard clean.utf16.count > Self.longestCell else { return clean }
        var (kept, units) = ("", 1)
        for character in clean {
            units += character.utf16.count
            guard units <= Self.longestCell else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 allows the character (and a spreadsheet keeps it).
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x9, 0xA: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
