import Portfolio

extension JSONValue {
    /// The value as indented JSON with sorted names, ending in a newline: the same value gives the same bytes.
    public var formatted: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    /// The value as JSON on one line, with sorted names and no spaces.
    public var line: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// Writes the value; on one line without an indent.
    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .integer(let whole): text += "\(whole)"
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let string): text += string.quotedForJSON
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), to: &text, indent: indent) { element, text in
                element.write(to: &text, indent: indent.map { $0 + 1 })
            }
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            Self.write(sorted, between: ("{", "}"), to: &text, indent: indent) { member, text in
                text += member.key.quotedForJSON + (indent == nil ? ":" : ": ")
                member.value.write(to: &text, indent: indent.map { $0 + 1 })
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to text: inout String, indent: Int?,
        item: (Item, inout String) -> Void
    ) {
        text += brackets.0
        for (position, each) in items.enumerated() {
            if position > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: " ", count: indent + 1) }
            item(each, &text)
        }
        if !items.isEmpty, let indent { text += "\n" + String(repeating: " ", count: indent) }
        text += brackets.1
    }
}
