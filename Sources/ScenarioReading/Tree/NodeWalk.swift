import Portfolio
import Yams

/// Turns the nodes of one YAML document into entries; never compares or hashes a node.
final class NodeWalk {
    /// Most values that a file may hold.
    static let valueLimit = 1_000_000

    private let file: String
    private let reading: Reading
    private let masked: Set<String>
    private var count = 0

    /// Prepares the walk through one file; members with a masked key are left out.
    init(file: String, reading: Reading, without masked: Set<String>) {
        self.file = file
        self.reading = reading
        self.masked = masked
    }

    /// The document's entry; nil with a finding where it holds too many values.
    func entry(from root: Node) -> Entry? {
        let entry = convert(root)
        guard count > NodeWalk.valueLimit else { return entry }
        reading.error(
            .tooManyValues, at: SourceLocation(file: file, line: 1, column: 1),
            LocalizedText(
                "Berkas ini memuat lebih dari satu juta nilai.",
                english: "This file holds more than a million values."),
            remedy: LocalizedText("Kurangi isinya.", english: "Make it smaller."))
        return nil
    }

    private func convert(_ node: Node) -> Entry {
        count += 1
        let location = location(of: node)
        if hasAnchor(node) { reading.reportAlias(at: location) }
        return Entry(content: content(of: node), location: location, serial: reading.makeSerial())
    }

    private func content(of node: Node) -> Entry.Content {
        guard count <= NodeWalk.valueLimit else { return .list([]) }
        switch node {
        case .scalar(let scalar):
            return .text(scalar.string, isPlain: scalar.style == .plain)
        case .sequence(let items):
            return .list(items.map(convert))
        case .mapping(let pairs):
            return .map(pairs.compactMap { member(key: $0.key, value: $0.value) })
        case .alias:
            reading.reportAlias(at: location(of: node))
            return .list([])
        }
    }

    private func member(key: Node, value: Node) -> Entry.Member? {
        let location = location(of: key)
        guard case .scalar(let scalar) = key else {
            reading.error(
                .keyNotText, at: location,
                LocalizedText(
                    "Kunci harus berupa teks, bukan daftar atau peta.",
                    english: "A key must be a text, not a list or a map."),
                remedy: LocalizedText("Tulis kunci sebagai teks.", english: "Write the key as text."))
            return nil
        }
        if hasAnchor(key) { reading.reportAlias(at: location) }
        guard !masked.contains(scalar.string) else { return nil }
        return Entry.Member(key: scalar.string, keyLocation: location, value: convert(value))
    }

    private func hasAnchor(_ node: Node) -> Bool {
        switch node {
        case .scalar(let scalar): scalar.anchor != nil
        case .sequence(let sequence): sequence.anchor != nil
        case .mapping(let mapping): mapping.anchor != nil
        case .alias: true
        }
    }

    private func location(of node: Node) -> SourceLocation {
        let mark = node.mark
        return SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
