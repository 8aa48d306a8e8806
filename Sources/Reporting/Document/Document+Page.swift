import Portfolio

extension Document {
    /// The document as one self-contained page: no script, no request, readable on a phone, on paper
    /// and in the dark.
    public func page(in language: Language) -> String {
        let running = StyleSheet.Running(
            title: title, digest: ProductVersion.current,
            page: language == .indonesian ? "Halaman " : "Page ",
            of: language == .indonesian ? " dari " : " of ")
        return HTMLPage(
            language: language, title: title.oneLine,
            style: StyleSheet.text(running: running) + Self.wide,
            body: [masthead, tag("main", [:], chapters(in: language))]
        ).source
    }

    /// Many columns need the width of the page.
    private static let wide = "body{max-width:86rem}@page{size:A4 landscape}table{font-size:.8125rem}"

    private var masthead: Markup {
        let mark = mark.map { tag("p", ["class": "mark"], tag("strong", [:], .text($0))) } ?? .group([])
        return tag("header", ["class": "masthead"], tag("h1", [:], .text(title.oneLine)), mark)
    }

    private func chapters(in language: Language) -> [Markup] {
        sections.filter { !$0.isEmpty }.map { section in
            tag(
                "section", ["id": section.id, "aria-labelledby": "h-\(section.id)"],
                [tag("h2", ["id": "h-\(section.id)"], .text(section.heading))]
                    + section.content(in: language))
        }
    }
}

extension DocumentSection {
    /// Its sentences, drawings and tables; the tables bear its heading.
    func content(in language: Language) -> [Markup] {
        paragraphs.map { tag("p", [:], tag("bdi", [:], .text($0.oneLine))) } + charts
            + tables.map { $0.markup(in: language, caption: heading) }
    }

    /// Drawings side by side where there is room.
    private var charts: [Markup] {
        guard !figures.isEmpty else { return [] }
        let list = figures.map { figure in
            tag("figure", [:], tag("figcaption", [:], .text(figure.caption.oneLine)), figure.drawing)
        }
        return [tag("div", ["class": "charts"], list)]
    }
}

extension DocumentTable {
    fileprivate func markup(in language: Language, caption: String) -> Markup {
        let forms = NumberForms(language)
        let heads = columns.indices.map { column in
            Table.Column(
                title(of: column, in: language).oneLine,
                column == 0 ? .head : columns[column].isNumeric ? .number : .words)
        }
        var table = Table(caption, heads)
        for row in rows {
            table.add(
                row.cells.map { $0.markup(forms, inMillions: isInMillions) }, id: row.id,
                isTotal: row.cells.first?.emphasis == .total)
        }
        return table.markup
    }
}

extension Cell {
    /// Names keep their own direction; numbers do not break.
    fileprivate func markup(_ forms: NumberForms, inMillions: Bool) -> Markup {
        let text = forms.text(of: self, inMillions: inMillions).oneLine
        guard case .text = content else { return tag("span", [:], .text(text)) }
        return text.isEmpty ? .text("") : tag("bdi", [:], .text(text))
    }
}

extension String {
    /// The text on one line.
    fileprivate var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
