import ArgumentParser
import Portfolio
import Reporting

/// `selaras run`: plan, verify, and write the reports.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Plan, verify, and write outcome.json, plan.csv and summary.md.",
        discussion: """
            The reports go to reports/<scenario>/ unless --out names a folder.

            EXAMPLES
              selaras run scenarios/pangkalpinang/quick-win-1.yaml
              selaras run my-city.yaml --lang en --out reports/my-city-first-try --time-limit 60
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments

    @Option(help: "Folder for the reports.")
    var out: String?

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        let folder = out ?? "reports/\(loaded.baseName)"
        try OutputFile.createFolder(folder)
        let outcome = try planning.outcome(of: loaded, language: input.language)
        let files = [
            ("outcome.json", outcome.json),
            ("plan.csv", outcome.planCSV(in: input.language)),
            ("summary.md", Summary(of: outcome, in: input.language).markdown),
        ]
        for (name, text) in files { try OutputFile.write(text, to: "\(folder)/\(name)") }
        let list = files.map { "\(folder)/\($0.0)\n" }.joined()
        try Console.print(
            planning.json
                ? outcome.json : Summary(of: outcome, in: input.language).decision + "\n" + list)
        try planning.end(with: outcome)
    }
}
