internal import CXLSXWriter
import Portfolio

/// The formats of a workbook's cells, each made once, in the order of first use.
final class CellFormats {
    private struct Key: Hashable {
        let form: CellForm
        let emphasis: Cell.Emphasis
    }

    let language: Language
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

    init(of book: UnsafeMutablePointer<lxw_workbook>, in language: Language) {
        self.book = book
        self.language = language
    }

    /// The format of a cell; nil is the spreadsheet's own.
    func format(of cell: Cell) -> UnsafeMutablePointer<lxw_format>? {
        let key = Key(form: cell.form, emphasis: cell.emphasis)
        if let format = made[key] { return format }
        guard let format = workbook_add_format(book) else { return nil }
        if let code = cell.form.code(in: language) { format_set_num_format(format, code) }
        if cell.form == .text { format_set_text_wrap(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        stress(format, as: cell.emphasis)
        made[key] = format
        return format
    }

    private func stress(_ format: UnsafeMutablePointer<lxw_format>, as emphasis: Cell.Emphasis) {
        switch emphasis {
        case .plain: return
        case .head:
            format_set_bold(format)
            format_set_bg_color(format, 0xDCE6F1)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .total:
            format_set_bold(format)
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
        case .title:
            format_set_bold(format)
            format_set_font_size(format, 14)
        case .note: format_set_italic(format)
        }
    }
}
