import Portfolio

/// A value of the scenario's text before typing: its content and where it was written.
struct Entry {
    /// What was written.
    var content: Content
    /// Where it was written; for a value merged from several files, where it was last added to.
    var location: SourceLocation
    /// Identity within one reading; the canonical form of a scalar is kept under it.
    let serial: Int

    /// The three shapes of a value.
    indirect enum Content {
        /// A scalar, as text; plain means without quotes.
        case text(String, isPlain: Bool)
        /// A list in the order of the file.
        case list([Entry])
        /// A map in the order of the file, keys without repetition.
        case map([Member])
    }

    /// A key and its value.
    struct Member {
        let key: String
        let keyLocation: SourceLocation
        var value: Entry
    }

    /// The members where this is a map.
    var members: [Member]? {
        if case .map(let members) = content { members } else { nil }
    }

    /// The items where this is a list.
    var items: [Entry]? {
        if case .list(let items) = content { items } else { nil }
    }

    /// The text where this is a scalar.
    var text: String? {
        if case .text(let text, _) = content { text } else { nil }
    }

    /// The value of a key where this is a map that has it.
    subscript(key: String) -> Entry? { members?.first { $0.key == key }?.value }

    /// The text under `id`, where this is a map that has one.
    var id: String? { self["id"]?.text }
}

extension Entry {
    /// The step of a path that leads to the item of a list: its id, else its position.
    func pathComponent(at position: Int) -> ScenarioPath.Component {
        id.map(ScenarioPath.Component.id) ?? .index(position)
    }

    /// Whether nothing at all was written, as after `key:`.
    var isNothing: Bool {
        if case .text(let text, isPlain: true) = content { text.isEmpty } else { false }
    }
}
