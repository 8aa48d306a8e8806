import Foundation
import Reporting

/// A workbook as openpyxl reads it.
struct ReadWorkbook {
    /// One cell.
    struct Cell {
        let sheet: String
        let at: String
        let value: JSONValue
        let format: String?
        let formula: String?
        let recomputed: JSONValue?
    }

    let title: String?
    let sheets: [JSONValue]
    let cells: [Cell]

    static let isReadable = Peer.has("openpyxl")

    /// Reads a workbook with Tests/Peers/read_workbook.py.
    init(_ path: String) throws {
        let text = try Peer.run("read_workbook.py", [path]).joined()
        let value = try JSONReader.read(Array(text.utf8))
        title = value["title"]?.text
        sheets = value["sheets"]?.elements ?? []
        cells = sheets.flatMap { sheet in
            (sheet["cells"]?.elements ?? []).map { cell in
                Cell(
                    sheet: sheet["name"]?.text ?? "", at: cell["at"]?.text ?? "",
                    value: cell["value"] ?? .null,
                    format: cell["format"]?.text, formula: cell["formula"]?.text,
                    recomputed: cell["recomputed"])
            }
        }
    }

    /// All texts and numbers of a sheet.
    func values(of sheet: String) -> [JSONValue] { cells.filter { $0.sheet == sheet }.map(\.value) }
}

extension JSONValue {
    /// The number, whole or not.
    var amount: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
    }
}
