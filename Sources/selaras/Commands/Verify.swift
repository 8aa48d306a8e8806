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
        let file = try planFile(calendar: loaded.scenario.calendar)
        if let digest = file.digest, digest != loaded.digest {
            Console.remark(
                "error: \(plan) was made from another scenario (digest \(digest), not \(loaded.digest))")
            throw ExitStatus.invalidData
        }
        let verdict = Verifier(scenario: loaded.scenario).verify(file.plan, allocation: file.allocation)
        let text = VerdictText(loaded: loaded, language: input.language)
        try Console.print(text.lines(of: verdict))
        if !verdict.isAccepted { throw ExitStatus.no }
    }

    private func planFile(calendar: PlanningCalendar) throws -> PlanFile {
        let bytes = try InputFile.read(plan)
        do { return try PlanFile(bytes, calendar: calendar) } catch {
            Console.remark("error: \(plan): \(error.reason)")
            throw ExitStatus.invalidData
        }
    }
}
