import Portfolio

/// Why a text is no outcome or frontier that a report can be made from: a value that is missing or of
/// another type.
public struct UnusableOutcome: Error, Hashable, Sendable {
    /// The place in the file, such as `plan.programs[3].cost`; empty for the whole document.
    public let path: String
    /// What is expected there.
    public let expected: LocalizedText

    /// What is wrong and what to do, as a sentence.
    public var message: LocalizedText { message(of: "outcome", by: "run") }

    /// The same for a file that another command makes, such as `frontier`.
    public func message(of file: String, by command: String) -> LocalizedText {
        let place = path.isEmpty ? file : path
        return LocalizedText(
            "\(place): seharusnya \(expected.indonesian); buat ulang \(file).json dengan `selaras \(command)`",
            english: "\(place): \(expected.text(in: .english)) is expected; make \(file).json again with "
                + "`selaras \(command)`")
    }
}

/// One value of an outcome on the way into a report; it knows its path.
struct OutcomePart {
    let value: JSONValue
    let path: String

    /// The whole of a JSON text.
    init(json bytes: [UInt8]) throws(UnusableOutcome) {
        do { value = try JSONReader.read(bytes) } catch {
            throw UnusableOutcome(
                path: "",
                expected: LocalizedText(
                    "JSON yang sah (baris \(error.line), kolom \(error.column): \(error.reason))",
                    english: "valid JSON (line \(error.line), column \(error.column): \(error.reason))"))
        }
        path = ""
    }

    init(value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    /// The member of a name; nil where it is absent or null.
    subscript(name: String) -> OutcomePart? {
        guard let member = value[name], member != .null else { return nil }
        return OutcomePart(value: member, path: place(of: name))
    }

    /// `path.name`, or `path["name"]` where the name is more than letters, digits, `_` and `-`.
    private func place(of name: String) -> String {
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isPlain) else {
            return "\(path)[\(name.quotedForJSON)]"
        }
        return path.isEmpty ? name : "\(path).\(name)"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    /// The member of a name, which must be there.
    func part(_ name: String) throws(UnusableOutcome) -> OutcomePart {
        guard let part = self[name] else {
            throw UnusableOutcome(
                path: place(of: name), expected: LocalizedText("sebuah nilai", english: "a value"))
        }
        return part
    }

    /// The elements of a list that must be there.
    func list(_ name: String) throws(UnusableOutcome) -> [OutcomePart] {
        let part = try part(name)
        guard let elements = part.value.elements else { throw part.wrong("sebuah daftar", "a list") }
        return elements.enumerated().map { OutcomePart(value: $1, path: "\(part.path)[\($0)]") }
    }

    /// The elements of a list that may be absent.
    func optionalList(_ name: String) throws(UnusableOutcome) -> [OutcomePart] {
        self[name] == nil ? [] : try list(name)
    }

    /// The members of an object, sorted by name.
    func members() throws(UnusableOutcome) -> [(name: String, part: OutcomePart)] {
        guard let members = value.members else { throw wrong("sebuah objek", "an object") }
        return members.keys.sorted().compactMap { name in self[name].map { (name, $0) } }
    }

    /// Values by fiscal year.
    func byYear<Value>(
        _ read: (OutcomePart) throws(UnusableOutcome) -> Value
    ) throws(UnusableOutcome) -> [FiscalYear: Value] {
        var years: [FiscalYear: Value] = [:]
        for (name, part) in try members() {
            guard let year = Int(name) else { throw part.wrong("tahun anggaran", "a fiscal year") }
            years[FiscalYear(year)] = try read(part)
        }
        return years
    }

    func text() throws(UnusableOutcome) -> String {
        guard let text = value.text else { throw wrong("sebuah teks", "a text") }
        return text
    }

    func flag() throws(UnusableOutcome) -> Bool {
        guard case .bool(let flag) = value else { throw wrong("true atau false", "true or false") }
        return flag
    }

    func month() throws(UnusableOutcome) -> Month {
        guard let month = value.text.flatMap({ Month($0) }) else {
            throw wrong("bulan seperti \"2023-01\"", "a month such as \"2023-01\"")
        }
        return month
    }

    func whole() throws(UnusableOutcome) -> Figure<Int64> {
        guard let whole = value.whole else { throw wrong("bilangan bulat", "a whole number") }
        return Figure(value: whole, path: path)
    }

    func number() throws(UnusableOutcome) -> Figure<Double> {
        switch value {
        case .integer(let whole): return Figure(value: Double(whole), path: path)
        case .number(let number): return Figure(value: number, path: path)
        default: throw wrong("sebuah bilangan", "a number")
        }
    }

    /// A text that must be there, with its English where that is given.
    func localized(_ name: String) throws(UnusableOutcome) -> LocalizedText {
        LocalizedText(try part(name).text(), english: try self["\(name)_en"]?.text())
    }

    /// A text that may be absent.
    func optionalLocalized(_ name: String) throws(UnusableOutcome) -> LocalizedText? {
        self[name] == nil ? nil : try localized(name)
    }

    func wrong(_ indonesian: String, _ english: String) -> UnusableOutcome {
        UnusableOutcome(path: path, expected: LocalizedText(indonesian, english: english))
    }
}
