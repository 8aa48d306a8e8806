import ArgumentParser
import Portfolio
import Reporting

/// `selaras run`: plan, verify, simulate, and write the reports.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan, verify, simulate, and write outcome.json with its documents.",
        discussion: """
            The documents go to reports/<scenario>/ unless --out names a folder: summary.md, report.html, \
            report.xlsx, plan.csv, plan.excel.csv (for Excel with Indonesian settings), \
            risk.csv and trials.csv. A frontier.json that lies there, or the one of --frontier, is shown in the \
            report where it is of the same scenario.

            EXAMPLES
              selaras run scenarios/pangkalpinang/quick-win-1.yaml
              selaras run my-city.yaml --lang en --out reports/my-city-first-try --time-limit 60
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments
    @OptionGroup var documents: ReportFiles

    @Option(help: "Folder for the reports.")
    var out: String?

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        let folder = out ?? "reports/\(loaded.baseName)"
        let frontier = try documents.frontier.load(
            of: loaded.digest, beside: folder, language: input.language)
        try OutputFile.createFolder(folder)
        let result = try planning.result(of: loaded, language: input.language)
        var outcome = planning.outcome(of: loaded, result: result)
        outcome.risk = simulation.risk(
            of: result, scenario: loaded.scenario, threads: planning.threads, language: input.language)
        var files = [("outcome.json", outcome.json)]
        if let risk = outcome.risk { files += [("risk.csv", risk.csv), ("trials.csv", risk.trialsCSV)] }
        let report = try ReportFiles.report(of: outcome)
        for (name, text) in files { try OutputFile.write(text, to: "\(folder)/\(name)") }
        let written =
            files.map { "\(folder)/\($0.0)" }
            + (try documents.write(report, frontier, to: folder, in: input.language))
        let list = written.map { "\($0)\n" }.joined()
        try Console.print(
            planning.json ? outcome.json : Summary(of: report, in: input.language).decision + "\n" + list)
        if !Interrupt.isRequested {
            try documents.print(report, frontier, to: folder, in: input.language)
        }
        try planning.end(with: outcome)
    }
}
