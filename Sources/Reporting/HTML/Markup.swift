/// A piece of HTML or SVG: text is escaped when it is written, so that nothing a planner types can become markup.
indirect enum Markup: Sendable {
    /// An element; attributes without a value are left out.
    case element(String, [(name: String, value: String)], [Markup])
    /// Text.
    case text(String)
    /// A style sheet of our own, written as it is.
    case styleSheet(String)
    /// Several pieces one after the other.
    case group([Markup])

    /// The piece as text.
    var source: String {
        var text = ""
        write(to: &text)
        return text
    }

    private static let empty: Set<String> = ["meta", "br", "col", "link"]

    private func write(to text: inout String) {
        switch self {
        case .text(let content): text += Self.escaped(content)
        case .styleSheet(let content): text += "<style>\(content)</style>"
        case .group(let parts): for part in parts { part.write(to: &text) }
        case .element(let name, let attributes, let children):
            text += "<\(name)"
            for attribute in attributes {
                text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
            }
            text += ">"
            if Self.empty.contains(name) { return }
            for child in children { child.write(to: &text) }
            text += "</\(name)>"
        }
    }

    /// The text with the five signs of markup as references, and what HTML cannot hold as U+FFFD.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": escaped.append(scalar)
            case let scalar where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

extension Markup: ExpressibleByStringInterpolation {
    /// Text.
    init(stringLiteral value: String) { self = .text(value) }
}

/// An element with its attributes, `nil` left out, and its content.
func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: Markup...) -> Markup {
    tag(name, attributes, content)
}

/// An element with its attributes, `nil` left out, and its content.
func tag(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [Markup]) -> Markup {
    .element(
        name, attributes.compactMap { entry in entry.value.map { (entry.key, $0) } }, content)
}
