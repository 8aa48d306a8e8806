import ArgumentParser
import Portfolio
import Reporting
import Simulation

/// `selaras simulate`: how the rollout of a plan may go.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Simulate the rollout of a plan by Monte Carlo.",
        discussion: """
            Without --plan the scenario is planned first. The same seed gives the same luck, on any number of threads.
            Ctrl-C ends the simulation and reports the trials done so far as such (exit 130).

            EXAMPLES
              selaras simulate my-city.yaml --plan reports/my-city/outcome.json
              selaras simulate my-city.yaml --plan outcome.json --policy free --trials 1000000 --json > risk.json
              selaras simulate my-city.yaml --plan outcome.json --replay 4711 --lang en
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments

    @Option(help: "The plan to simulate: an outcome.json or a plan alone.")
    var plan: String?

    @Option(help: ArgumentHelp("Tell one trial as a dated story.", valueName: "trial"))
    var replay: UInt64?

    @Flag(help: "Print every figure as CSV.")
    var csv = false

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        let planned = try plannedRollout(of: loaded)
        let simulator = try simulation.simulator(
            of: loaded.scenario, planned: planned, threads: planning.threads)
        if let replay {
            let story = StoryText(scenario: loaded.scenario, in: input.language)
            return try Console.print(story.lines(simulator.replay(replay)))
        }
        let result = simulator.run()
        let summary = RiskSummary(of: result, scenario: loaded.scenario, in: input.language)
        try Console.print(planning.json ? result.json : csv ? result.csv : summary.markdown)
        if Interrupt.isRequested {
            Console.remark("interrupted: \(result.trials) of \(result.wanted) trials were done")
            throw ExitStatus.interrupted
        }
    }

    private func plannedRollout(of loaded: LoadedScenario) throws -> PlannedRollout {
        guard let plan else {
            let outcome = try planning.result(of: loaded, language: input.language)
            guard let appraisal = outcome.appraisal, let allocation = outcome.allocation else {
                throw outcome.status == .infeasible ? ExitStatus.no : ExitStatus.noAnswer
            }
            return PlannedRollout(appraisal: appraisal, allocation: allocation)
        }
        let accepted = try PlanArgument.accepted(plan, of: loaded, language: input.language)
        return PlannedRollout(appraisal: accepted.appraisal, allocation: accepted.allocation)
    }
}
