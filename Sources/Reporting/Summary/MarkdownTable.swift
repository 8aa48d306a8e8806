/// A Markdown table whose columns are also aligned when read as plain text.
struct MarkdownTable {
    /// How a column is aligned.
    enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]]

    init(_ columns: [(title: String, alignment: Alignment)]) {
        alignments = columns.map(\.alignment)
        rows = [columns.map { Self.escaped($0.title) }]
    }

    /// Adds a row; missing cells are empty.
    mutating func addRow(_ cells: [String]) {
        let missing = Array(repeating: "", count: max(0, alignments.count - cells.count))
        rows.append((cells + missing).map(Self.escaped))
    }

    var text: String {
        let widths = alignments.indices.map { column in max(3, rows.map { $0[column].count }.max() ?? 0) }
        let rule = zip(alignments, widths).map { alignment, width in
            let dashes = String(repeating: "-", count: width - 1)
            return alignment == .left ? dashes + "-" : dashes + ":"
        }
        var lines = rows.map { row in
            zip(row, zip(alignments, widths)).map { Self.padded($0, $1.1, $1.0) }
        }
        lines.insert(rule, at: 1)
        return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private static func padded(_ cell: String, _ width: Int, _ alignment: Alignment) -> String {
        let space = String(repeating: " ", count: width - cell.count)
        return alignment == .left ? cell + space : space + cell
    }

    /// The cell with pipes escaped and line breaks turned into spaces.
    static func escaped(_ cell: String) -> String {
        cell.reduce(into: "") { text, character in
            if character == "|" {
                text += "\\|"
            } else {
                text += character.isNewline ? " " : String(character)
            }
        }
    }
}
