import Portfolio

/// One cell of a table or sheet.
public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Content: Hashable, Sendable {
        /// Nothing.
        case blank
        /// A text, never a formula.
        case text(String)
        /// A number; one that is not finite is left blank.
        case number(Double)
        /// A month.
        case month(Month)
        /// A formula with the value that it has now.
        case formula(String, value: Double)
    }

    /// What it holds.
    public var content: Content
    /// How its number is written.
    public var form: CellForm
    /// How it stands out.
    public var emphasis: Emphasis = .plain

    /// How a cell stands out.
    public enum Emphasis: Hashable, Sendable {
        /// Not at all.
        case plain
        /// A column's head.
        case head
        /// A sum.
        case total
        /// A heading.
        case title
        /// A remark.
        case note
    }

    /// An empty cell.
    public static let blank = Cell(content: .blank, form: .text)

    /// A text.
    public static func text(_ text: String) -> Cell { Cell(content: .text(text), form: .text) }

    /// A column's head.
    public static func head(_ text: String) -> Cell {
        Cell(content: .text(text), form: .text, emphasis: .head)
    }

    /// A heading.
    public static func title(_ text: String) -> Cell {
        Cell(content: .text(text), form: .title, emphasis: .title)
    }

    /// A sentence that runs over its neighbours.
    public static func plain(_ text: String) -> Cell { Cell(content: .text(text), form: .title) }

    /// A remark, on one line.
    public static func note(_ text: String) -> Cell {
        Cell(content: .text(text), form: .title, emphasis: .note)
    }

    /// A number; blank without one.
    public static func number(_ value: Double?, _ form: CellForm) -> Cell {
        Cell(content: value.map(Content.number) ?? .blank, form: form)
    }

    /// A whole number, such as money in rupiah; blank without one.
    ///
    /// Spreadsheets keep 15 digits: beyond Rp999 trillion the last ones are lost.
    public static func whole(_ value: Int64?, _ form: CellForm) -> Cell {
        number(value.map(Double.init), form)
    }

    /// A month; blank without one.
    public static func month(_ month: Month?) -> Cell {
        Cell(content: month.map(Content.month) ?? .blank, form: .month)
    }

    /// A formula with the value that it has now.
    public static func formula(_ formula: String, value: Int64, _ form: CellForm) -> Cell {
        Cell(content: .formula(formula, value: Double(value)), form: form)
    }

    /// The sum of a part of a column, with the value that it has now.
    static func sum(column: Int, rows: ClosedRange<Int>, value: Int64, _ form: CellForm = .rupiah) -> Cell {
        formula("=SUM(\(CellName.range(column: column, rows: rows)))", value: value, form).asTotal
    }

    /// The same cell as a sum.
    public var asTotal: Cell {
        var cell = self
        cell.emphasis = .total
        return cell
    }
}

/// How a cell's number is written.
public enum CellForm: Hashable, Sendable {
    /// Text that wraps.
    case text
    /// Text that runs over its neighbours.
    case title
    /// A whole number.
    case whole
    /// A year, without a sign between its digits.
    case year
    /// A number with two decimals.
    case decimal
    /// A number with six decimals.
    case precise
    /// Rupiah.
    case rupiah
    /// A share of 1 as a percentage.
    case percent
    /// A date as month and year.
    case month
    /// A change of a share of 1 in percentage points, with its sign.
    case percentChange
    /// A change of a whole number, with its sign.
    case wholeChange
    /// A change of a number with two decimals, with its sign.
    case decimalChange
    /// A change in rupiah, with its sign.
    case rupiahChange
}
