import Portfolio

extension Document {
    /// The document in Markdown; tables are also aligned when read as plain text.
    public func markdown(in language: Language) -> String {
        let forms = NumberForms(language)
        let head = ["# \(Self.line(title))\n"] + (mark.map { ["**\(Self.line($0))**\n"] } ?? [])
        let parts = sections.filter { !$0.isEmpty }.map { section in
            let paragraphs =
                section.paragraphs.count > 1
                ? [section.paragraphs.map { "- \(Self.line($0))\n" }.joined()]
                : section.paragraphs.map { "\(Self.line($0))\n" }
            let tables = section.tables.map { $0.markdown(forms) }
            return "## \(Self.line(section.heading))\n\n" + (paragraphs + tables).joined(separator: "\n")
        }
        return (head + parts).joined(separator: "\n")
    }

    private static func line(_ text: String) -> String { text.markdownLine }
}

extension DocumentTable {
    /// The table in Markdown, aligned when read as plain text, too.
    func markdown(_ forms: NumberForms) -> String {
        var table = MarkdownTable(
            columns.indices.map { column in
                (
                    title(of: column, in: forms.language).markdownLine,
                    columns[column].isNumeric ? .right : .left
                )
            })
        for row in rows {
            table.addRow(
                row.cells.map { cell in
                    let text = forms.text(of: cell, inMillions: isInMillions).markdownLine
                    return cell.emphasis == .total && !text.isEmpty ? "**\(text)**" : text
                })
        }
        return table.text
    }
}

extension String {
    /// The text on one line, with what HTML or Markdown would take for markup escaped.
    var markdownLine: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if "<*`[\\".unicodeScalars.contains(scalar) { text.append("\\") }
            text.append(Character(scalar).isNewline ? " " : scalar)
        }
        return String(text)
    }
}
