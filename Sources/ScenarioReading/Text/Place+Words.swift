import Portfolio

extension RuleID {
    /// Text that is not a month.
    static let invalidMonth = RuleID("invalid-month")
    /// Text that is not a year.
    static let invalidYear = RuleID("invalid-year")
    /// A word that is not one of those offered.
    static let invalidChoice = RuleID("invalid-choice")
    /// Text that may not be an id.
    static let invalidID = RuleID("invalid-id")
    /// The id of something that the scenario does not have.
    static let unknownID = RuleID("unknown-id")
    /// The same id twice.
    static let duplicateID = RuleID("duplicate-id")
}

extension Place {
    /// A month such as `2023-04`.
    func month() -> Month? {
        guard let text = text() else { return nil }
        if let month = Month(text), month.year >= 1 { return month }
        error(
            .invalidMonth, LocalizedText("`\(text)` bukan bulan.", english: "`\(text)` is not a month."),
            remedy: LocalizedText(
                "Tulis tahun dan bulan: 2023-04.", english: "Write year and month: 2023-04."))
        return nil
    }

    /// A year such as `2023`.
    func year() -> FiscalYear? {
        guard let text = text(), let year = year(text) else { return nil }
        keep("\(year)")
        return year
    }

    /// The year that a text (perhaps this map's key) says.
    func year(_ text: String) -> FiscalYear? {
        if text.utf8.count == 4, text.utf8.allSatisfy(isDigit), let year = Int(text), year >= 1 {
            return FiscalYear(year)
        }
        error(
            .invalidYear, LocalizedText("`\(text)` bukan tahun.", english: "`\(text)` is not a year."),
            remedy: LocalizedText("Tulis empat angka: 2023.", english: "Write four digits: 2023."))
        return nil
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>() -> Choice? where Choice.RawValue == String {
        guard let text = text() else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        refuseChoice(text, among: Choice.allCases.map(\.rawValue))
        return nil
    }

    /// Reports a word that is not one of those offered.
    func refuseChoice(_ text: String, among words: [String]) {
        let list = words.joined(separator: ", ")
        error(
            .invalidChoice,
            LocalizedText("`\(text)` bukan pilihan di sini.", english: "`\(text)` is not a choice here."),
            remedy: LocalizedText("Pilihannya: \(list).", english: "The choices are: \(list)."))
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        guard let text = text() else { return nil }
        guard text == "true" || text == "false" else {
            refuseChoice(text, among: ["true", "false"])
            return nil
        }
        keep(text)
        return text == "true"
    }

    /// A well-formed id.
    func identifier<Entity>() -> Identifier<Entity>? {
        guard let text = text() else { return nil }
        guard Identifier<Entity>.isWellFormed(text) else {
            error(
                .invalidID,
                LocalizedText("`\(text)` bukan id yang sah.", english: "`\(text)` is not a valid id."),
                remedy: LocalizedText(
                    "Pakai huruf kecil, angka, titik, garis bawah dan tanda hubung; awali dengan huruf atau angka.",
                    english:
                        "Use lower-case letters, digits, '.', '_' and '-', beginning with a letter or digit.")
            )
            return nil
        }
        return Identifier(text)
    }

    /// The id of something that the scenario defines.
    func reference<Entity>(to kind: Names.Kind) -> Identifier<Entity>? {
        guard let text = text() else { return nil }
        return reference(text, to: kind)
    }

    /// The same for a text (perhaps this map's key).
    func reference<Entity>(_ text: String, to kind: Names.Kind) -> Identifier<Entity>? {
        let known = reading.names[kind]
        if known.contains(text) { return Identifier(text) }
        let title = kind.title
        let near = reading.suggestion(for: text, among: known)
        error(
            .unknownID,
            LocalizedText(
                "Tidak ada \(title.indonesian) dengan id `\(text)`.",
                english: "There is no \(title.text(in: .english)) with the id `\(text)`."),
            remedy: near.map { LocalizedText("Maksudnya `\($0)`?", english: "Did you mean `\($0)`?") }
                ?? LocalizedText("Periksa id-nya, atau tambahkan.", english: "Check the id, or add it."))
        return nil
    }

    /// A name: one text, or `{id: …, en: …}`.
    func name() -> LocalizedText? {
        guard entry.members != nil else { return text().map { LocalizedText($0) } }
        guard let fields = Fields(self, known: ["id", "en"]) else { return nil }
        let english = fields["en"]?.text()
        return fields.required("id")?.text().map { LocalizedText($0, english: english) }
    }

    /// Values of a list, without the ones that could not be read.
    func list<Value>(of read: (Place) -> Value?) -> [Value]? { list()?.compactMap(read) }

    /// Ids of a list, each once, sorted; nil where one of them is not known.
    func references<Entity>(to kind: Names.Kind) -> [Identifier<Entity>]? {
        guard let items = filledList() else { return nil }
        var seen: Set<String> = []
        for item in items { item.reportRepetition(of: item.entry.text, in: &seen) }
        let ids = items.compactMap { $0.reference(to: kind) as Identifier<Entity>? }
        return ids.count == items.count ? Set(ids).sorted() : nil
    }

    /// Reports an id that stands in a list for the second time.
    func reportRepetition(of id: String?, in seen: inout Set<String>) {
        guard let id, !id.isEmpty, !seen.insert(id).inserted else { return }
        error(
            .duplicateID, LocalizedText("`\(id)` ditulis dua kali.", english: "`\(id)` is written twice."),
            remedy: LocalizedText(
                "Hapus salah satunya, atau beri id lain.",
                english: "Remove one of them, or give it another id."))
    }
}
