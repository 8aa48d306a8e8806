import ArgumentParser
import Portfolio
import Reporting

/// `selaras plan`: the best plan on stdout.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Find the best plan, have it verified, and print it.",
        discussion: """
            Exit 0 with a plan, 1 where no plan can exist, 2 where a limit came before any plan.

            EXAMPLES
              selaras plan scenarios/pangkalpinang/quick-win-1-quarterly.yaml
              selaras plan my-city.yaml --json --node-limit 20000 > outcome.json
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments

    func run() throws {
        Interrupt.listen()
        let outcome = try planning.outcome(of: try input.load(), language: input.language)
        try Console.print(
            planning.json
                ? outcome.json
                : Summary(of: try ReportFiles.report(of: outcome), in: input.language).markdown)
        try planning.end(with: outcome)
    }
}
