import Portfolio

extension Document {
    /// The document as a workbook: a sheet for each section, its tables above its sentences.
    public func workbook(in language: Language) -> Workbook {
        let shown = sections.filter { !$0.isEmpty }
        let sheets = zip(SheetName.names(for: shown.map(\.heading)), shown).map { name, section in
            sheet(name: name, section)
        }
        return Workbook(title: title, language: language, sheets: sheets)
    }

    private func sheet(name: String, _ section: DocumentSection) -> Worksheet {
        var sheet = Worksheet(name: name)
        sheet.frozenColumns = section.tables.isEmpty ? 0 : 1
        sheet.add([.title(section.heading)])
        sheet.add([.note(mark.map { "\(title). \($0)" } ?? title)])
        for table in section.tables {
            sheet.addSpace()
            sheet.addTable(head: table.columns.map(\.title), rows: table.rows.map(\.cells))
        }
        if !section.paragraphs.isEmpty { sheet.addSpace() }
        for paragraph in section.paragraphs {
            for line in paragraph.lines(atMost: 110) { sheet.add([.plain(line)]) }
            sheet.addSpace()
        }
        return sheet
    }
}

extension String {
    /// The text broken between words; a word that is longer alone makes a line of its own.
    fileprivate func lines(atMost length: Int) -> [String] {
        split(whereSeparator: \.isWhitespace).reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= length {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }
}
