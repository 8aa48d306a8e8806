import Portfolio

extension RuleID {
    /// A key that the format does not have there.
    static let unknownKey = RuleID("unknown-key")
    /// A key that the format needs is absent.
    static let missingKey = RuleID("missing-key")
    /// A decimal comma inside `{ }` that YAML took as a separator.
    static let commaInBraces = RuleID("comma-in-braces")
    /// A key whose meaning comes with a later version.
    static let notYetSupported = RuleID("not-yet-supported")
}

/// The members of a map whose keys are closed.
struct Fields {
    /// The map itself.
    let place: Place
    private let values: [String: Place]

    /// Opens a map and reports every key that is not known; nil with a finding where it is not a map.
    init?(_ place: Place, known keys: [String]) {
        guard let entries = place.entries() else { return nil }
        self.place = place
        values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        for member in place.entry.members ?? [] where !keys.contains(member.key) {
            if !place.reportComma(member) { place.reportUnknown(member, known: keys) }
        }
    }

    /// The value of a key, or nil.
    subscript(key: String) -> Place? { values[key] }

    /// The value of a key; a finding where it is absent.
    func required(_ key: String) -> Place? {
        if let value = values[key] { return value }
        place.error(
            .missingKey,
            LocalizedText("Kunci `\(key)` tidak ada.", english: "The key `\(key)` is missing."),
            remedy: LocalizedText("Tambahkan `\(key): …` di sini.", english: "Add `\(key): …` here."))
        return nil
    }
}

extension Place {
    /// Reports an unknown key with the nearest known one.
    fileprivate func reportUnknown(_ member: Entry.Member, known keys: [String]) {
        let remedy: LocalizedText
        if let near = reading.suggestion(for: member.key, among: keys) {
            remedy = LocalizedText("Maksudnya `\(near)`?", english: "Did you mean `\(near)`?")
        } else {
            let list = keys.joined(separator: ", ")
            remedy = LocalizedText("Kunci yang dikenal: \(list).", english: "Known keys: \(list).")
        }
        reading.error(
            .unknownKey, at: member.keyLocation,
            LocalizedText(
                "Kunci `\(member.key)` tidak dikenal.", english: "The key `\(member.key)` is not known."),
            remedy: remedy)
    }

    /// Reports a key such as `5 miliar` that is the rest of a number with a decimal comma.
    func reportComma(_ member: Entry.Member) -> Bool {
        guard member.value.isNothing, member.key.utf8.first.map(isDigit) == true,
            let members = entry.members, members.count <= 1_000,
            let position = members.firstIndex(where: { $0.keyLocation == member.keyLocation }), position > 0,
            let before = members[position - 1].value.text, before.utf8.last.map(isDigit) == true
        else { return false }
        let written = "\(before),\(member.key)"
        reading.error(
            .commaInBraces, at: member.keyLocation,
            LocalizedText(
                "Di dalam { } koma memisahkan kunci, sehingga `\(written)` terbaca terpotong.",
                english: "Inside { } a comma separates keys, so `\(written)` is cut in two."),
            remedy: LocalizedText(
                "Beri tanda kutip: \"\(written)\", atau pakai titik desimal.",
                english: "Put it in quotes: \"\(written)\", or use a decimal point."))
        return true
    }
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
