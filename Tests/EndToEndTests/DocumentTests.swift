import Foundation
import Reporting
import Testing

struct DocumentTests {
    private static let office: String? = {
        let places = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/local/bin/soffice"]
        return places.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    private func path(_ name: String, in selaras: Binary) -> String {
        selaras.folder.appendingPathComponent(name).path
    }

    @Test(
        "A workbook read back holds the outcome's figures, live formulas with right values, formats, filters and charts",
        .enabled(if: ReadWorkbook.isReadable, "openpyxl is not installed under .build/peers"))
    func workbook() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "out").code == 0)
            let book = try ReadWorkbook(path("out/report.xlsx", in: selaras))
            #expect(
                book.sheets.compactMap { $0["name"]?.text } == [
                    "Rencana", "Dana", "Pembayaran", "Program", "Risiko", "Belum didanai", "Asumsi",
                ])
            #expect(book.title == "Kota kecil")
            let formulas = book.cells.filter { $0.formula != nil }
            #expect(formulas.count >= 20)
            for cell in formulas {
                // The file holds 16 digits.
                let (held, right) = (cell.value.amount ?? .nan, cell.recomputed?.amount ?? .nan)
                #expect(abs(held - right) <= 1e-15 * abs(right), "\(cell)")
            }
            #expect(formulas.contains { $0.formula?.hasPrefix("=SUMIF(") == true })
            #expect(book.values(of: "Rencana").contains(600_000_000))
            let money = book.cells.filter { $0.sheet == "Pembayaran" && $0.formula != nil }
            #expect(money.allSatisfy { $0.format?.contains("[$Rp-421]#,##0") == true })
            for sheet in book.sheets where sheet["name"] != "Asumsi" {
                #expect(sheet["frozen"]?.text != nil && sheet["filter"]?.text != nil)
            }
            let charts = book.sheets.map { $0["charts"]?.whole ?? 0 }
            #expect(charts == [1, 1, 0, 0, 1, 0, 0])
        }
    }

    @Test("The same outcome gives the same bytes of every document, by run and by report")
    func repeatable() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "one").code == 0)
            #expect(try selaras.run("report", "one/outcome.json", "--out", "two").code == 0)
            for name in ["report.html", "report.xlsx", "plan.csv", "plan.excel.csv"] {
                let files = try ["one", "two"].map { folder in
                    try Data(contentsOf: selaras.folder.appendingPathComponent("\(folder)/\(name)"))
                }
                #expect(files[0] == files[1], "\(name)")
            }
        }
    }

    @Test(
        "Both languages hold the same numbers in the same cells",
        .enabled(if: ReadWorkbook.isReadable, "openpyxl is not installed under .build/peers"))
    func languages() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "id").code == 0)
            #expect(try selaras.run("report", "id/outcome.json", "--out", "en", "--lang", "en").code == 0)
            let books = try ["id", "en"].map { try ReadWorkbook(path("\($0)/report.xlsx", in: selaras)) }
            let numbers = books.map { book in
                book.cells.compactMap { cell in cell.value.amount.map { "\(cell.at) \($0)" } }
            }
            #expect(!numbers[0].isEmpty && numbers[0] == numbers[1])
            #expect(books[1].sheets.first?["name"] == "Plan")
        }
    }

    @Test(
        "Hostile names stay text in every document",
        .enabled(if: ReadWorkbook.isReadable, "openpyxl is not installed under .build/peers"))
    func hostile() throws {
        try Binary.inNewFolder { (selaras) throws in
            try selaras.write(HostileCity.text, to: "city.yaml")
            let answer = try selaras.run("run", "city.yaml", "--out", "out")
            #expect(answer.code == 0, "\(answer.remarks)")
            let book = try ReadWorkbook(path("out/report.xlsx", in: selaras))
            for name in HostileCity.names {
                #expect(
                    book.cells.contains { $0.formula == nil && $0.value.text?.contains(name) == true },
                    "\(name)")
            }
            #expect(book.cells.allSatisfy { $0.formula?.contains("cmd") != true })
            for file in ["plan.csv", "plan.excel.csv"] {
                let text = try selaras.read("out/\(file)")
                #expect(text.contains("'=cmd|") && !text.contains(",=cmd") && !text.contains(";=cmd"))
            }
            try selaras.write(
                HostileCity.text.replacing("150 juta", with: "200 juta"), to: "more.yaml")
            #expect(try selaras.run("run", "more.yaml", "--out", "more").code == 0)
            let compared = try selaras.run(
                "compare", "out/outcome.json", "more/outcome.json", "--out", "cmp")
            #expect(compared.code == 0, "\(compared.remarks)")
            #expect(!compared.output.contains("<script") || compared.output.contains("\\<script"))
            let page = try selaras.read("cmp/comparison.html")
            #expect(!page.contains("<script") && !page.contains("<img"))
            let difference = try ReadWorkbook(path("cmp/comparison.xlsx", in: selaras))
            #expect(difference.cells.allSatisfy { $0.formula == nil })
        }
    }

    @Test(
        "LibreOffice opens the workbook and reads the same numbers",
        .enabled(if: office != nil && ReadWorkbook.isReadable, "LibreOffice or openpyxl is not installed"))
    func libreOffice() throws {
        try Binary.inNewFolder { (selaras) throws in
            #expect(try selaras.run("run", "city.yaml", "--out", "out").code == 0)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try #require(Self.office))
            process.arguments = [
                "-env:UserInstallation=file://\(path("profile", in: selaras))", "--headless", "--convert-to",
                "xlsx:Calc MS Excel 2007 XML", "--outdir", path("converted", in: selaras),
                path("out/report.xlsx", in: selaras),
            ]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let books = try ["out", "converted"].map {
                try ReadWorkbook(path("\($0)/report.xlsx", in: selaras))
            }
            let numbers = books.map { book in
                book.cells.compactMap { cell in
                    cell.value.amount.map { "\(cell.sheet)!\(cell.at) \(Float($0))" }
                }
            }
            #expect(!numbers[0].isEmpty && numbers[0] == numbers[1])
        }
    }
}
