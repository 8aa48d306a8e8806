import Portfolio

/// A workbook as data: sheets of typed cells, without any file.
public struct Workbook: Sendable {
    /// Title in the document's properties.
    public var title: String
    /// Language of the number forms.
    public var language: Language
    /// The sheets, in the order of their tabs; names differ, also without regard to case.
    public var sheets: [Worksheet]

    /// Makes a workbook.
    public init(title: String, language: Language, sheets: [Worksheet]) {
        self.title = title
        self.language = language
        self.sheets = sheets
    }
}

/// One sheet: rows of cells, and how a reader moves in them.
public struct Worksheet: Sendable {
    /// Name on the tab: at most 31 characters, none of `[]:*?/\`.
    public let name: String
    /// The rows from the top.
    public private(set) var rows: [[Cell]] = []
    /// Number of columns at the left that stay in view.
    public var frozenColumns = 0
    /// The head that stays in view, is repeated on paper and carries the filters; nil for none.
    public private(set) var filter: Filter?
    /// Charts, each with the cell of its upper left corner.
    public var charts: [(row: Int, column: Int, chart: WorksheetChart)] = []

    /// A head row with the rows below it that a reader may filter.
    public struct Filter: Hashable, Sendable {
        /// Row of the head, from 0.
        public let head: Int
        /// Last row that is filtered.
        public let last: Int
        /// Last column.
        public let lastColumn: Int
    }

    /// Makes an empty sheet.
    public init(name: String) { self.name = name }

    /// The row, from 0, that the next ``add(_:)`` fills.
    public var nextRow: Int { rows.count }

    /// Adds a row.
    public mutating func add(_ cells: [Cell]) { rows.append(cells) }

    /// Adds a blank row.
    public mutating func addSpace() { rows.append([]) }

    /// Adds a table: its head, its rows.
    ///
    /// The first table of a sheet is the one whose head stays in view and which can be filtered.
    public mutating func addTable(head: [String], rows body: [[Cell]]) {
        let first = nextRow
        add(head.map { .head($0) })
        body.forEach { add($0) }
        guard filter == nil, !body.isEmpty, !head.isEmpty else { return }
        filter = Filter(head: first, last: nextRow - 1, lastColumn: head.count - 1)
    }
}

/// A native chart of a sheet's own cells.
public struct WorksheetChart: Sendable {
    /// What is drawn.
    public enum Kind: Sendable {
        /// Columns side by side.
        case columns
        /// Columns upon each other.
        case stackedColumns
        /// Bars to the right upon each other, the first row on top.
        case stackedBars
    }

    /// One series of numbers.
    public struct Series: Sendable {
        /// Its name in the legend.
        public let name: String
        /// Column of the numbers.
        public let column: Int
        /// Colour as 0xRRGGBB; nil draws nothing and only takes the room.
        public let color: UInt32?

        /// Makes a series.
        public init(name: String, column: Int, color: UInt32?) {
            (self.name, self.column, self.color) = (name, column, color)
        }
    }

    /// What is drawn.
    public var kind: Kind
    /// Title above the chart.
    public var title: String
    /// Rows with data, from 0.
    public var rows: ClosedRange<Int>
    /// Column of the categories.
    public var categories: Int
    /// The series.
    public var series: [Series]
    /// Form of the numbers on the axis.
    public var form: CellForm
    /// Least number on the axis; nil leaves it to the reader's program.
    public var least: Double?
    /// Size in pixels.
    public var size: (width: Int, height: Int)
}
