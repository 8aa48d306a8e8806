internal import CXLSXWriter
import Portfolio

extension Workbook {
    /// Why a workbook could not be written.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The library's words.
        public let reason: String
        /// The library's words.
        public var description: String { reason }
    }

    /// Writes the workbook as an XLSX file to a path that the caller may create or replace: the same
    /// workbook gives the same bytes.
    ///
    /// - Throws: ``Failure`` where the file cannot be written or the workbook is none.
    public func write(to path: String) throws(Failure) { try WorkbookWriter.write(self, to: path) }
}

/// A workbook that libxlsxwriter is filling.
private struct WorkbookWriter {
    typealias Failure = Workbook.Failure

    private let book: UnsafeMutablePointer<lxw_workbook>
    private let formats: CellFormats

    /// Writes a workbook; the library's memory is given back in every case.
    static func write(_ workbook: Workbook, to path: String) throws(Failure) {
        guard let book = workbook_new(path) else { throw Failure(reason: "out of memory") }
        let writer = Self(book: book, formats: CellFormats(of: book, in: workbook.language))
        do { try writer.fill(with: workbook) } catch {
            lxw_workbook_free(book)
            throw error
        }
        try check(workbook_close(book))
    }

    private func fill(with workbook: Workbook) throws(Failure) {
        try setProperties(title: workbook.title.cellText)
        for sheet in workbook.sheets {
            guard let target = workbook_add_worksheet(book, sheet.name) else {
                throw Failure(reason: "\"\(sheet.name)\" cannot name a sheet")
            }
            try write(sheet, to: target)
        }
        for sheet in workbook.sheets {
            for (row, column, chart) in sheet.charts {
                try insert(chart, of: sheet, row: row, column: column)
            }
        }
    }

    /// The date of creation is fixed, for there is no clock in results.
    private func setProperties(title: String) throws(Failure) {
        let copy = strdup(String(title.prefix(255)))
        defer { free(copy) }
        var properties = lxw_doc_properties()
        properties.title = copy
        properties.created = 315_532_800  // 1980-01-01, as in the archive's own entries
        try Self.check(workbook_set_properties(book, &properties))
    }

    private func write(
        _ sheet: Worksheet, to target: UnsafeMutablePointer<lxw_worksheet>
    ) throws(Failure) {
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try write(cell, to: target, at: (UInt32(row), UInt16(column)))
            }
        }
        let widths = sheet.columnWidths
        for (column, width) in widths.enumerated() {
            try Self.check(worksheet_set_column(target, UInt16(column), UInt16(column), width, nil))
        }
        for (row, cells) in sheet.rows.enumerated() {
            let lines = cells.lines(in: widths)
            guard lines > 1 else { continue }
            try Self.check(worksheet_set_row(target, UInt32(row), Double(min(27, lines)) * 15, nil))
        }
        setView(of: target, to: sheet)
        try setPaper(of: target, to: sheet)
    }

    private func write(
        _ cell: Cell, to target: UnsafeMutablePointer<lxw_worksheet>, at place: (row: UInt32, column: UInt16)
    ) throws(Failure) {
        let format = formats.format(of: cell)
        let (row, column) = place
        switch cell.content {
        case .text(let text):
            try Self.check(worksheet_write_string(target, row, column, text.cellText, format))
        case .month(let month):
            try Self.check(worksheet_write_number(target, row, column, month.serial, format))
        case .number(let value) where value.isFinite:
            try Self.check(worksheet_write_number(target, row, column, value, format))
        case .formula(let formula, let value) where value.isFinite:
            try Self.check(worksheet_write_formula_num(target, row, column, formula, format, value))
        case .blank, .number, .formula:
            if cell.emphasis != .plain {
                try Self.check(worksheet_write_blank(target, row, column, format))
            }
        }
    }

    private func setView(of target: UnsafeMutablePointer<lxw_worksheet>, to sheet: Worksheet) {
        guard let filter = sheet.filter else { return }
        worksheet_freeze_panes(target, UInt32(filter.head + 1), UInt16(sheet.frozenColumns))
        worksheet_autofilter(
            target, UInt32(filter.head), 0, UInt32(filter.last), UInt16(filter.lastColumn))
    }

    /// A4 across, the columns on as few pages as can be read, the head on every page, page numbers
    /// below.
    private func setPaper(
        of target: UnsafeMutablePointer<lxw_worksheet>, to sheet: Worksheet
    ) throws(Failure) {
        worksheet_set_landscape(target)
        worksheet_set_paper(target, 9)
        let pages = (sheet.columnWidths.reduce(0, +) / 190).rounded(.up)
        worksheet_fit_to_pages(target, UInt16(max(1, min(20, pages))), 0)
        if sheet.frozenColumns > 0 {
            try Self.check(worksheet_repeat_columns(target, 0, UInt16(sheet.frozenColumns - 1)))
        }
        try Self.check(worksheet_set_footer(target, "&L&A&R&P/&N"))
        if let head = sheet.filter?.head {
            try Self.check(worksheet_repeat_rows(target, UInt32(head), UInt32(head)))
        }
    }

    private func insert(
        _ chart: WorksheetChart, of sheet: Worksheet, row: Int, column: Int
    ) throws(Failure) {
        guard let target = workbook_get_worksheet_by_name(book, sheet.name),
            let drawn = ChartWriter(book: book, language: formats.language).add(chart, of: sheet.name)
        else { throw Failure(reason: "out of memory") }
        var options = lxw_chart_options()
        options.x_scale = Double(chart.size.width) / 480
        options.y_scale = Double(chart.size.height) / 288
        try Self.check(
            worksheet_insert_chart_opt(target, UInt32(row), UInt16(column), drawn, &options))
    }

    private static func check(_ code: lxw_error) throws(Failure) {
        guard code == LXW_NO_ERROR else {
            throw Failure(reason: lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
        }
    }
}

extension Worksheet {
    /// Room for the widest number and for a readable part of the texts, in characters.
    fileprivate var columnWidths: [Double] {
        let count = rows.map(\.count).max() ?? 0
        return (0..<count).map { column in
            let cells = rows.compactMap { column < $0.count ? $0[column] : nil }
            let heads = cells.filter { $0.emphasis == .head }.map { min($0.width + 3, 20) }
            let body = cells.filter { $0.emphasis != .head }.map { min($0.width + 1, 46) }
            return Double(min(46, max(8, (heads + body).max() ?? 8)))
        }
    }
}

extension [Cell] {
    /// Lines that the row's wrapped texts take; not every program finds that out by itself.
    fileprivate func lines(in widths: [Double]) -> Int {
        let heights = zip(self, widths).map { cell, width -> Int in
            guard case .text(let text) = cell.content, cell.form == .text else { return 1 }
            let lines = text.split(whereSeparator: \.isNewline).map {
                Int((Double($0.count) / (width - 1)).rounded(.up))
            }
            return lines.reduce(0, +)
        }
        return heights.max() ?? 1
    }
}
