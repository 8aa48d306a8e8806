import Portfolio

/// The resolved tree as JSON: keys sorted by bytes, lists in their order, no spaces, written values
/// resolved to numbers.
struct CanonicalJSON {
    /// The tree's text.
    private(set) var text = ""
    private let canonical: [Int: String]

    /// Writes a tree whose scalars were typed by a reading.
    init(_ root: Entry, canonical: [Int: String]) {
        self.canonical = canonical
        write(root)
    }

    private mutating func write(_ entry: Entry) {
        switch entry.content {
        case .text(let string, _): text += canonical[entry.serial] ?? string.quotedForJSON
        case .list(let items): write(items)
        case .map(let members): write(members)
        }
    }

    private mutating func write(_ items: [Entry]) {
        text += "["
        for (position, item) in items.enumerated() {
            if position > 0 { text += "," }
            write(item)
        }
        text += "]"
    }

    private mutating func write(_ members: [Entry.Member]) {
        text += "{"
        for (position, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
            if position > 0 { text += "," }
            text += member.key.quotedForJSON + ":"
            write(member.value)
        }
        text += "}"
    }
}
