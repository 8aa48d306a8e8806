import Portfolio
import Yams

extension RuleID {
    /// Bytes that are not UTF-8.
    static let notUTF8 = RuleID("not-utf8")
    /// A file without a value.
    static let emptyFile = RuleID("empty-file")
    /// Text that is not YAML.
    static let yamlSyntax = RuleID("yaml-syntax")
    /// More than one YAML document in a file.
    static let severalDocuments = RuleID("several-documents")
    /// A YAML anchor or alias.
    static let alias = RuleID("alias")
    /// A key twice in a map.
    static let duplicateKey = RuleID("duplicate-key")
    /// A key that is a list or a map.
    static let keyNotText = RuleID("key-not-text")
    /// More values than any scenario has.
    static let tooManyValues = RuleID("too-many-values")
}

/// Turns the text of one file into entries with locations.
struct YAMLText {
    let file: String
    let reading: Reading

    /// Most doubled keys that are reported of one file.
    private static let mostDuplicates = 100

    /// The file's value; nil with a finding where there is none.
    ///
    /// The parser stops at a map with a key twice. So that everything else is reported too, the second
    /// key is masked, without moving anything, and the text parsed again; the masked member is left out.
    func entry(from bytes: [UInt8]) -> Entry? {
        guard var text = decode(bytes) else { return nil }
        guard AliasScan(text).firstAlias.map(refuseAlias) == nil else { return nil }
        var masked: Set<String> = []
        while true {
            do {
                return try entry(of: text, without: masked)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard masked.count < Self.mostDuplicates,
                    let key = reportDuplicate(keys.first ?? "", first: context.mark, in: &text, masked.count)
                else { return nil }
                masked.insert(key)
            } catch {
                report(error, in: text)
                return nil
            }
        }
    }

    private func entry(of text: String, without masked: Set<String>) throws -> Entry? {
        let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
        guard let root = try parser.singleRoot() else { return refuseEmpty() }
        // The parser keeps the anchors alive, so that the walk can see them.
        return withExtendedLifetime(parser) {
            NodeWalk(file: file, reading: reading, without: masked).entry(from: root)
        }
    }

    /// The text without a byte order mark; nil with a finding where the bytes are not UTF-8.
    private func decode(_ bytes: [UInt8]) -> String? {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let content = bytes.dropFirst(hasMark ? 3 : 0)
        if let text = String(validating: content, as: UTF8.self) { return text }
        let line = String(decoding: content, as: UTF8.self).prefix { $0 != "\u{FFFD}" }.filter(\.isNewline)
            .count
        reading.error(
            .notUTF8, at: SourceLocation(file: file, line: line + 1, column: 1),
            LocalizedText("Berkas ini bukan teks UTF-8.", english: "This file is not UTF-8 text."),
            remedy: LocalizedText(
                "Simpan ulang dengan pengodean UTF-8.", english: "Save it again with the encoding UTF-8."))
        return nil
    }

    private func refuseEmpty() -> Entry? {
        reading.error(
            .emptyFile, at: SourceLocation(file: file, line: 1, column: 1),
            LocalizedText("Berkas ini kosong.", english: "This file is empty."),
            remedy: LocalizedText(
                "Mulailah dengan `selaras: 1`; `selaras new` menulis kerangka skenario.",
                english: "Begin with `selaras: 1`; `selaras new` writes the frame of a scenario."))
        return nil
    }

    private func refuseAlias(at place: (line: Int, column: Int)) {
        reading.reportAlias(at: SourceLocation(file: file, line: place.line, column: place.column))
    }
}

extension YAMLText {
    /// Turns an error of the YAML parser into a finding.
    private func report(_ error: any Error, in text: String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            report(.yamlSyntax, mark.line, mark.column, problem)
        case .composer(_, let problem, let mark, _):
            reportComposition(problem, mark)
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            let line = before.filter(\.isNewline).count + 1
            report(
                .yamlSyntax, line,
                (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count
                    ?? 0) + 1, problem)
        default:
            report(.yamlSyntax, 1, 1, "unreadable")
        }
    }

    private func reportComposition(_ problem: String, _ mark: Mark) {
        let location = SourceLocation(file: file, line: mark.line, column: mark.column)
        if problem.contains("alias") { return reading.reportAlias(at: location) }
        guard problem.contains("another document") else {
            return report(.yamlSyntax, mark.line, mark.column, problem)
        }
        reading.error(
            .severalDocuments, at: location,
            LocalizedText(
                "Berkas ini memuat lebih dari satu dokumen YAML.",
                english: "This file holds more than one YAML document."),
            remedy: LocalizedText(
                "Hapus `---`, atau pisahkan menjadi beberapa berkas.",
                english: "Remove the `---`, or split it into several files."))
    }

    /// Reports a doubled key and masks its second place; the mask, or nil where no second place is found.
    private func reportDuplicate(
        _ key: String, first: Mark, in text: inout String, _ number: Int
    ) -> String? {
        let second = SecondOccurrence(of: key, line: first.line, column: first.column, in: text)
        reading.error(
            .duplicateKey, at: SourceLocation(file: file, line: second.line, column: second.column),
            LocalizedText(
                "Kunci `\(key)` sudah ditulis di baris \(first.line).",
                english: "The key `\(key)` was already written in line \(first.line)."),
            remedy: LocalizedText("Hapus salah satunya.", english: "Remove one of them."))
        return second.mask(key, with: number, in: &text)
    }

    private func report(_ rule: RuleID, _ line: Int, _ column: Int, _ problem: String) {
        reading.error(
            rule, at: SourceLocation(file: file, line: max(1, line), column: max(1, column)),
            LocalizedText(
                "YAML tidak dapat dibaca: \(problem).", english: "The YAML cannot be read: \(problem)."),
            remedy: LocalizedText(
                "Periksa lekukan (spasi, bukan tab), tanda kurung, dan beri kutip pada teks yang memuat ': ' atau diawali tanda khusus.",
                english:
                    "Check the indentation (spaces, no tabs) and brackets, and quote text that holds ': ' or begins with a special character."
            ))
    }
}

extension Reading {
    /// Reports a YAML anchor or alias.
    func reportAlias(at location: SourceLocation) {
        error(
            .alias, at: location,
            LocalizedText(
                "Jangkar dan alias YAML (`&nama`, `*nama`) tidak dipakai dalam skenario.",
                english: "YAML anchors and aliases (`&name`, `*name`) are not used in scenarios."),
            remedy: LocalizedText(
                "Tulis nilainya sekali lagi; beri kutip bila `*` atau `&` bagian dari teks.",
                english: "Write the value again; put it in quotes where `*` or `&` belongs to the text."))
    }
}
