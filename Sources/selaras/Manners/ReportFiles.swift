import ArgumentParser
import Portfolio
import Reporting

/// The documents that are made from an outcome alone.
struct ReportFiles: ParsableArguments {
    @Flag(help: "Also print report.html as report.pdf with WeasyPrint, which `make pdf-tools` installs.")
    var pdf = false

    /// Writes them into a folder that is there.
    ///
    /// - Returns: their paths.
    /// - Throws: exit 73, also where a PDF is asked for and cannot be made; all others are then written.
    func write(_ report: Report, to folder: String, in language: Language) throws -> [String] {
        let texts = [
            ("report.html", HTMLReport(of: report, in: language).text),
            ("plan.csv", report.planCSV(.plain, in: language)),
            ("plan.excel.csv", report.planCSV(.indonesianExcel, in: language)),
        ]
        for (name, text) in texts { try OutputFile.write(text, to: "\(folder)/\(name)") }
        let workbook = ReportWorkbook(of: report, in: language).workbook
        try OutputFile.write(workbook, to: "\(folder)/report.xlsx")
        return (texts.map(\.0) + ["report.xlsx"]).map { "\(folder)/\($0)" }
    }

    /// Prints the page of a folder as PDF where that is asked for, and says on stderr where it lies.
    ///
    /// - Throws: exit 73 where the tool is missing, after a remark that says how to get it, or fails.
    func print(in folder: String, language: Language) throws {
        guard pdf else { return }
        guard let printer = PDFPrinter() else {
            Console.remark(PDFPrinter.advice(in: language))
            throw ExitStatus.cannotCreate
        }
        try printer.print("\(folder)/report.html", to: "\(folder)/report.pdf")
        Console.remark("\(folder)/report.pdf")
    }
}
