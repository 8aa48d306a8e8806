import ArgumentParser
import Portfolio
import Reporting

extension Paper: ExpressibleByArgument {}

/// The documents that are made from an outcome alone.
struct ReportFiles: ParsableArguments {
    @Flag(help: "Also print report.html as report.pdf with WeasyPrint, which `make pdf-tools` installs.")
    var pdf = false

    @Option(help: "Paper of report.pdf: a4 or f4 (215 × 330 mm).")
    var paper: Paper = .a4

    @OptionGroup var frontier: FrontierArgument

    /// Writes them into a folder that is there.
    ///
    /// - Returns: their paths.
    /// - Throws: exit 73, also where a PDF is asked for and cannot be made; all others are then written.
    func write(
        _ report: Report, _ frontier: FrontierReport?, to folder: String, in language: Language
    ) throws -> [String] {
        let texts = [
            ("summary.md", Summary(of: report, frontier: frontier, in: language).markdown),
            ("report.html", HTMLReport(of: report, frontier: frontier, in: language).text),
            ("plan.csv", report.planCSV(.plain, in: language)),
            ("plan.excel.csv", report.planCSV(.indonesianExcel, in: language)),
        ]
        for (name, text) in texts { try OutputFile.write(text, to: "\(folder)/\(name)") }
        let workbook = ReportWorkbook(of: report, in: language).workbook
        try OutputFile.write(workbook, to: "\(folder)/report.xlsx")
        return (texts.map(\.0) + ["report.xlsx"]).map { "\(folder)/\($0)" }
    }

    /// What the documents are made from: what `outcome.json` holds.
    ///
    /// - Throws: exit 70 where the outcome lacks something that they need.
    static func report(of outcome: Outcome) throws -> Report {
        do { return try Report(outcome: outcome.jsonValue) } catch {
            Console.remark(
                "error: a defect of selaras, please report it: \(error.message.text(in: .english))")
            throw ExitStatus.defect
        }
    }

    /// Prints the page as PDF into a folder where that is asked for, and says on stderr where it lies.
    ///
    /// - Throws: exit 73 where the tool is missing, after a remark that says how to get it, or fails.
    func print(
        _ report: Report, _ frontier: FrontierReport?, to folder: String, in language: Language
    ) throws {
        guard pdf else { return }
        guard let printer = PDFPrinter() else {
            Console.remark(PDFPrinter.advice(in: language))
            throw ExitStatus.cannotCreate
        }
        let page = HTMLReport(of: report, frontier: frontier, in: language)
        try printer.print(page, on: paper, to: "\(folder)/report.pdf")
        Console.remark("\(folder)/report.pdf")
    }
}
