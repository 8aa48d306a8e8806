import ArgumentParser
import Portfolio

/// `selaras check`: every finding about a scenario, without solving.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a scenario file and print every finding with its line; never solves.",
        discussion: """
            Findings go to stdout, one per `file:line:column`, each with its remedy.
            Exit 0 without errors (warnings allowed), 65 with errors, 66 where the file cannot be read.

            EXAMPLE
              selaras check scenarios/pangkalpinang/quick-win-1.yaml --lang en
            """)

    @OptionGroup var input: ScenarioArgument

    func run() throws {
        let read = try input.read()
        try Console.print(read.findings.map { $0.text(in: input.language) }.joined())
        let errors = read.findings.count { $0.severity == .error }
        guard errors == 0, let scenario = read.scenario else {
            Console.remark("\(input.path): \(errors) errors, \(read.findings.count - errors) warnings")
            throw ExitStatus.invalidData
        }
        Console.remark(
            "\(input.path): valid, \(scenario.programs.count) programs, \(scenario.calendar.periodCount) periods, "
                + "\(read.findings.count) warnings")
    }
}
