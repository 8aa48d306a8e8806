/// A table that becomes a list of labelled blocks where the page is narrow.
struct Table {
    /// What stands in a column.
    enum Kind: Sendable {
        /// What the row is about: its head.
        case head
        /// Words.
        case words
        /// A word, a year or a date, which needs little room.
        case brief
        /// Numbers, flush right.
        case number
        /// A drawing that takes what width there is.
        case drawing
    }

    /// A column.
    struct Column {
        let title: Markup
        let label: String
        let kind: Kind

        init(_ title: String, _ kind: Kind = .words) {
            self.title = .text(title)
            label = title
            self.kind = kind
        }

        init(_ title: Markup, label: String, _ kind: Kind) {
            self.title = title
            self.label = label
            self.kind = kind
        }
    }

    let caption: String
    let columns: [Column]
    private var rows: [Markup] = []

    init(_ caption: String, _ columns: [Column]) {
        self.caption = caption
        self.columns = columns
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Adds a row; a total stands out.
    mutating func add(_ cells: [Markup], id: String? = nil, isTotal: Bool = false) {
        let content = zip(columns, cells).map { column, cell in
            tag(
                column.kind == .head ? "th" : "td",
                [
                    "scope": column.kind == .head ? "row" : nil, "class": column.kind.style,
                ], cell)
        }
        rows.append(tag("tr", ["class": isTotal ? "total" : nil, "data-row": id], content))
    }

    var markup: Markup {
        let heads = columns.map { tag("th", ["scope": "col", "class": $0.kind.style], $0.title) }
        let labels = columns.enumerated().map { "--l\($0 + 1):\(StyleSheet.quoted($1.label))" }
        return tag(
            "table", ["style": labels.joined(separator: ";")], tag("caption", [:], .text(caption)),
            tag("thead", [:], tag("tr", [:], heads)),
            tag("tbody", [:], rows))
    }
}

extension Table.Kind {
    fileprivate var style: String? {
        switch self {
        case .head, .words: nil
        case .brief: "b"
        case .number: "n"
        case .drawing: "d"
        }
    }
}
