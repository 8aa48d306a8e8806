import ArgumentParser
import Portfolio
import Reporting

/// `selaras report`: the documents about an outcome, from `outcome.json` alone.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the documents about an outcome, from outcome.json alone.",
        discussion: """
            summary.md, report.html, report.xlsx, plan.csv and plan.excel.csv (for Excel with Indonesian settings) go \
            beside the outcome unless --out names a folder. Nothing is planned or simulated again. A frontier.json \
            beside the outcome, or the one of --frontier, is shown where it is of the same scenario.

            EXAMPLES
              selaras report reports/my-city/outcome.json
              selaras report reports/my-city/outcome.json --frontier reports/my-city-budgets/frontier.json
              selaras report outcome.json --lang en --out reports/my-city-english --pdf
            """)

    @Argument(help: ArgumentHelp("The outcome.json of a run.", valueName: "outcome"))
    var path: String

    @Option(name: .customLong("lang"), help: "Language of the documents: id (Bahasa Indonesia) or en.")
    var language: Language = .indonesian

    @Option(help: "Folder for the documents.")
    var out: String?

    @OptionGroup var documents: ReportFiles

    func run() throws {
        let bytes = try InputFile.read(path)
        let report: Report
        do { report = try Report(json: bytes) } catch {
            Console.remark("error: \(path): \(error.message.text(in: language))")
            throw ExitStatus.invalidData
        }
        let frontier = try documents.frontier.load(
            of: report.scenario.digest, beside: Self.folder(of: path), language: language)
        let folder = out ?? Self.folder(of: path)
        try OutputFile.createFolder(folder)
        let written = try documents.write(report, frontier, to: folder, in: language)
        try Console.print(written.map { "\($0)\n" }.joined())
        try documents.print(report, frontier, to: folder, in: language)
    }

    private static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let folder = parts.joined(separator: "/")
        return folder.isEmpty ? (parts.isEmpty ? "." : "/") : folder
    }
}
