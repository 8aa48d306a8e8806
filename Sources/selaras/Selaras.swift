import ArgumentParser
import Reporting

/// The command line: which commands there are, and how they end.
@main struct Selaras: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selaras",
        abstract:
            "Finds the best portfolio and schedule of city programs that the budget allows, and proves it.",
        discussion: """
            A scenario file (YAML) names programs, costs, funds and rules; see `selaras schema`.

            EXAMPLES
              selaras check scenarios/pangkalpinang/quick-win-1.yaml
              selaras plan scenarios/pangkalpinang/quick-win-1-quarterly.yaml --lang en
              selaras run scenarios/pangkalpinang/quick-win-1-quarterly.yaml --out reports/first

            EXIT CODES
              0 done, the answer is yes    1 done, the answer is no    2 a limit came before an answer
              64 usage    65 invalid scenario or plan    66 unreadable file    70 a defect of selaras
              73 an output cannot be created    130 interrupted
            """,
        version: ProductVersion.current,
        subcommands: [
            Check.self, PlanCommand.self, Simulate.self, Merge.self, Run.self, ReportCommand.self,
            Compare.self, FrontierCommand.self, TestCommand.self, Verify.self, Resolve.self, Export.self,
            Schema.self,
        ])

    /// Runs the command; a reader of stdout that goes away is no failure.
    static func main() {
        Console.ignoreBrokenPipes()
        Self.main(nil)
    }
}
