import ArgumentParser
import Portfolio
import Reporting
import Verification

/// `selaras verify`: an independent judgement on a plan.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge a plan by every law of the scenario, without the solver.",
        discussion: """
            The plan is an outcome.json, or a plan alone: {"programs": [{"id": …, "variant": …, "start": "2023-01"}]}.
            Exit 0 where it is accepted, 1 where it breaks a law, 65 where the file holds no plan of this scenario.

            EXAMPLE
              selaras verify my-city.yaml --plan reports/my-city/outcome.json
            """)

    @OptionGroup var input: ScenarioArgument

    @Option(help: "The plan to judge.")
    var plan: String

    func run() throws {
        let loaded = try input.load()
        let file = try PlanArgument.read(plan, of: loaded)
        let verdict = Verifier(scenario: loaded.scenario).verify(file.plan, allocation: file.allocation)
        let text = VerdictText(loaded: loaded, language: input.language)
        try Console.print(text.lines(of: verdict))
        if !verdict.isAccepted { throw ExitStatus.no }
    }
}
