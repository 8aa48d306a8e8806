import Portfolio
import Reporting

extension JSONValue {
    /// JSON with sorted names, in which whatever fits stands on one line: small enough to be read in a diff.
    var inLines: String { lines(indent: 0, before: 0) + "\n" }

    private static let width = 130

    private func lines(indent: Int, before: Int) -> String {
        let short = inOneLine
        guard indent + before + short.utf8.count > Self.width || indent == 0 else { return short }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            return Self.stacked(
                elements.map { $0.lines(indent: indent + 1, before: 1) }, between: ("[", "]"), indent)
        case .object(let members) where !members.isEmpty:
            let items = members.sorted { $0.key < $1.key }.map { name, value in
                let label = name.quotedForJSON + ": "
                return label + value.lines(indent: indent + 1, before: label.utf8.count + 1)
            }
            return Self.stacked(items, between: ("{", "}"), indent)
        default: return short
        }
    }

    private static func stacked(
        _ items: [String], between brackets: (String, String), _ indent: Int
    ) -> String {
        let space = String(repeating: " ", count: indent)
        return brackets.0 + "\n" + items.map { space + " " + $0 }.joined(separator: ",\n") + "\n" + space
            + brackets.1
    }

    private var inOneLine: String {
        switch self {
        case .array(let elements): "[" + elements.map(\.inOneLine).joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { $0.key.quotedForJSON + ": " + $0.value.inOneLine }
                .joined(separator: ", ") + "}"
        default: String(formatted.dropLast())
        }
    }
}
