import Portfolio

extension RuleID {
    /// A value of another shape than the format has there.
    static let wrongType = RuleID("wrong-type")
    /// Nothing is written where a text is needed.
    static let emptyText = RuleID("empty-text")
    /// A list that needs at least one entry has none.
    static let emptyList = RuleID("empty-list")
}

/// A value on its way to a type: the entry, its path, and where findings go.
struct Place {
    let entry: Entry
    let path: ScenarioPath
    let reading: Reading

    /// Adds an error at this value.
    func error(_ rule: RuleID, _ message: LocalizedText, remedy: LocalizedText) {
        reading.error(rule, at: entry.location, message, remedy: remedy)
    }

    /// The scalar's text; a finding where the value is not a scalar or nothing is written.
    func text() -> String? {
        guard let text = entry.text else { return refuse(expected: .scalar) }
        guard !text.isEmpty else {
            error(
                .emptyText, LocalizedText("Nilai belum diisi.", english: "Nothing is written here."),
                remedy: LocalizedText(
                    "Isi nilainya, atau hapus kuncinya.", english: "Write the value, or remove the key."))
            return nil
        }
        return text
    }

    /// The list's items; a finding where the value is not a list.
    func list() -> [Place]? {
        guard let items = entry.items else { return refuse(expected: .list) }
        return items.enumerated().map { position, item in
            Place(
                entry: item, path: ScenarioPath(path.components + [item.pathComponent(at: position)]),
                reading: reading)
        }
    }

    /// The list's items, at least one.
    func filledList() -> [Place]? {
        guard let items = list() else { return nil }
        if items.isEmpty {
            error(
                .emptyList, LocalizedText("Daftar ini kosong.", english: "This list is empty."),
                remedy: LocalizedText("Tulis paling sedikit satu isi.", english: "Write at least one entry."))
        }
        return items
    }

    /// The map's members in the order of the file, whatever their keys.
    func entries() -> [(key: String, value: Place)]? {
        guard let members = entry.members else { return refuse(expected: .map) }
        return members.map { ($0.key, Place(entry: $0.value, path: path.key($0.key), reading: reading)) }
    }

    /// Records the canonical JSON of this scalar.
    func keep(_ json: String) { reading.keep(json, for: entry) }

    /// The shapes that a value can have.
    enum Shape { case scalar, list, map }

    /// Reports that another shape was expected.
    func refuse<Value>(expected: Shape) -> Value? {
        let found = entry.shapeTitle
        let wanted = expected.title
        error(
            .wrongType,
            LocalizedText(
                "Di sini diperlukan \(wanted.indonesian), tetapi tertulis \(found.indonesian).",
                english:
                    "\(wanted.text(in: .english)) is expected here, but \(found.text(in: .english)) is written."
            ),
            remedy: expected.example)
        return nil
    }
}

extension Place.Shape {
    fileprivate var title: LocalizedText {
        switch self {
        case .scalar: LocalizedText("satu nilai", english: "A single value")
        case .list: LocalizedText("daftar", english: "A list")
        case .map: LocalizedText("peta kunci dan nilai", english: "A map of keys and values")
        }
    }

    fileprivate var example: LocalizedText {
        switch self {
        case .scalar: LocalizedText("Tulis satu angka atau teks.", english: "Write one number or text.")
        case .list:
            LocalizedText(
                "Tulis sebagai daftar: [satu, dua], atau baris demi baris dengan tanda '-'.",
                english: "Write it as a list: [one, two], or line by line with '-'.")
        case .map:
            LocalizedText(
                "Tulis sebagai peta: {kunci: nilai}, atau baris demi baris.",
                english: "Write it as a map: {key: value}, or line by line.")
        }
    }
}

extension Entry {
    fileprivate var shapeTitle: LocalizedText {
        switch content {
        case .text("", isPlain: true): LocalizedText("kosong", english: "nothing")
        case .text: LocalizedText("satu nilai", english: "a single value")
        case .list: LocalizedText("daftar", english: "a list")
        case .map: LocalizedText("peta", english: "a map")
        }
    }
}
