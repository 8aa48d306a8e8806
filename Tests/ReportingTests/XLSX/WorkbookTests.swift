import Foundation
import Portfolio
import Testing

@testable import Reporting

struct WorkbookTests {
    private func bytes(_ workbook: Workbook) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try workbook.write(to: file.path)
        return try Data(contentsOf: file)
    }

    private func workbook(_ cells: [Cell], name: String = "Lembar") -> Workbook {
        var sheet = Worksheet(name: name)
        sheet.add(cells)
        return Workbook(title: "Judul", language: .indonesian, sheets: [sheet])
    }

    @Test("The same workbook gives the same bytes, and a report's workbook too")
    func repeatable() throws {
        let book = ReportWorkbook(of: try Sample.report(), in: .indonesian).workbook
        #expect(
            book.sheets.map(\.name) == [
                "Rencana", "Dana", "Pembayaran", "Program", "Belum didanai", "Asumsi",
            ])
        #expect(try bytes(book) == bytes(book))
    }

    @Test("Numbers that are none, texts beyond a cell and characters beyond XML do no harm")
    func extremes() throws {
        let long = String(repeating: "x", count: 40_000)
        let book = workbook([
            .number(.nan, .decimal), .number(-.infinity, .rupiah), .text(long), .text("\u{0}\u{1F}\u{FFFE}"),
            .text(String(repeating: "🏙", count: 20_000)), .month(Month(year: 2023, month: 4)),
        ])
        #expect(try bytes(book).count > 1000)
    }

    @Test("A name that cannot be a sheet's, and a place that cannot be written, are errors")
    func errors() {
        #expect(throws: Workbook.Failure.self) { try bytes(workbook([], name: "a/b")) }
        #expect(throws: Workbook.Failure.self) { try workbook([]).write(to: "/nowhere/x.xlsx") }
    }

    @Test("An infeasible outcome has a workbook that says why")
    func infeasible() throws {
        let report = try Report(outcome: try #require(Sample.outcome(status: .infeasible)).jsonValue)
        let book = ReportWorkbook(of: report, in: .english).workbook
        #expect(book.sheets.map(\.name) == ["Conflicts", "Assumptions"])
        #expect(try !bytes(book).isEmpty)
    }

    @Test("Sections with long or equal headings become sheets with names of their own")
    func sheetNames() throws {
        let headings = ["Perubahan [A/B]: rencana *dan* pagu seluruhnya", "Sama", "sama", "'"]
        let sections = headings.map { heading in
            DocumentSection(id: "x", heading: heading, paragraphs: ["isi"])
        }
        let book = Document(title: "t", mark: nil, sections: sections).workbook(in: .indonesian)
        let names = book.sheets.map(\.name)
        #expect(names == ["Perubahan  A B   rencana  dan", "Sama", "sama 2", "Sheet"])
        #expect(try !bytes(book).isEmpty)
    }
}
