/// How rows of cells become comma-separated values.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their
/// full-width forms, a tab or a carriage return) gets an apostrophe in front, in every form.
public struct CSVForm: Hashable, Sendable {
    /// Between two cells.
    let separator: Character
    /// Before the decimals of a number.
    let decimalSign: Character
    /// Whether a byte order mark tells spreadsheets that the text is UTF-8.
    let hasMark: Bool

    /// After RFC 4180, for programs: comma, decimal point, no mark.
    public static let plain = CSVForm(separator: ",", decimalSign: ".", hasMark: false)
    /// For Excel with Indonesian settings: semicolon, decimal comma, byte order mark.
    public static let indonesianExcel = CSVForm(separator: ";", decimalSign: ",", hasMark: true)

    /// The rows as a text.
    func text(of rows: [[Cell]]) -> String {
        let lines = rows.map { cells in
            cells.map { quoted(text(of: $0)) }.joined(separator: "\(separator)") + "\r\n"
        }
        return (hasMark ? "\u{FEFF}" : "") + lines.joined()
    }

    private func text(of cell: Cell) -> String {
        switch cell.content {
        case .blank: ""
        case .text(let text): Self.harmless(text)
        case .month(let month): "\(month)"
        case .number(let value), .formula(_, let value): number(value)
        }
    }

    private func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return "\(whole)" }
        guard value.isFinite else { return "" }
        return "\(value)".map { $0 == "." ? "\(decimalSign)" : "\($0)" }.joined()
    }

    private static let beginnings: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠",
    ]

    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, beginnings.contains(first) else { return text }
        return "'" + text
    }

    private func quoted(_ cell: String) -> String {
        let signs: [Unicode.Scalar] = ["\"", "\r", "\n"] + Array(separator.unicodeScalars)
        guard cell.unicodeScalars.contains(where: signs.contains) else { return cell }
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in cell.unicodeScalars {
            text.append(scalar)
            if scalar == "\"" { text.append(scalar) }
        }
        return String(text) + "\""
    }
}
