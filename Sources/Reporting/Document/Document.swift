import Portfolio

/// A document as data: sections of paragraphs and tables, the same for Markdown, HTML and XLSX.
public struct Document: Sendable {
    /// Title.
    public let title: String
    /// What must stand above everything, such as that all is illustrative; nil for nothing.
    public let mark: String?
    /// The sections in order.
    public let sections: [DocumentSection]
}

/// A part of a document under one heading.
public struct DocumentSection: Sendable {
    /// The same in every language.
    public let id: String
    /// Heading; also the name of the section's sheet.
    public let heading: String
    /// Sentences above the tables.
    public var paragraphs: [String] = []
    /// The tables.
    public var tables: [DocumentTable] = []
    /// Drawings of what the tables hold, for a page.
    var figures: [DocumentFigure] = []

    /// Whether it says nothing.
    public var isEmpty: Bool { paragraphs.isEmpty && tables.isEmpty }
}

/// A drawing with its caption.
struct DocumentFigure: Sendable {
    let caption: String
    let drawing: Markup
}

/// A table of a document.
public struct DocumentTable: Sendable {
    /// A column.
    public struct Column: Sendable {
        /// Its head.
        public let title: String
        /// Whether it holds numbers, which stand at the right.
        public let isNumeric: Bool
    }

    /// A row with an id that is the same in every language.
    public struct Row: Sendable {
        /// The id.
        public let id: String
        /// As many cells as there are columns.
        public let cells: [Cell]
    }

    /// The same in every language.
    public let id: String
    /// The columns.
    public let columns: [Column]
    /// Whether readers of text and pages get its money in millions; a workbook holds every rupiah.
    public let isInMillions: Bool
    /// The rows.
    public private(set) var rows: [Row] = []

    /// Makes a table without rows; numeric columns stand at the right.
    public init(id: String, columns: [(title: String, isNumeric: Bool)], isInMillions: Bool = false) {
        self.id = id
        self.isInMillions = isInMillions
        self.columns = columns.map { Column(title: $0.title, isNumeric: $0.isNumeric) }
    }

    /// The title of a column, with its unit where it holds money in millions.
    func title(of column: Int, in language: Language) -> String {
        let isMoney = isInMillions && rows.contains { $0.cells[column].form.isMoney }
        let unit = language == .indonesian ? " (Rp juta)" : " (Rp million)"
        return columns[column].title + (isMoney ? unit : "")
    }

    /// Adds a row; missing cells are blank.
    public mutating func add(_ id: String, _ cells: [Cell]) {
        let missing = Array(repeating: Cell.blank, count: max(0, columns.count - cells.count))
        rows.append(Row(id: id, cells: cells + missing))
    }
}
