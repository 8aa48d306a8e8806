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
              selaras simulate my-city.yaml --plan with-hall.json --plan without-hall.json
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments

    @Option(
        help: "The plan to simulate: an outcome.json or a plan alone. Twice: the difference of two plans.")
    var plan: [String] = []

    @Option(help: ArgumentHelp("Tell one trial as a dated story.", valueName: "trial"))
    var replay: UInt64?

    @Flag(help: "Print every figure as CSV.")
    var csv = false

    func validate() throws {
        if plan.count > 2 { throw ValidationError("--plan can be given once or twice.") }
        if plan.count == 2, replay != nil { throw ValidationError("--replay tells a trial of one plan.") }
    }

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        let simulators = try plannedRollouts(of: loaded).map {
            try simulation.simulator(of: loaded.scenario, planned: $0, threads: planning.threads)
        }
        let simulator = simulators[0]
        if let replay {
            let story = StoryText(scenario: loaded.scenario, in: input.language)
            return try Console.print(story.lines(simulator.replay(replay)))
        }
        let (done, wanted) =
            simulators.count == 2
            ? try compare(simulator, simulators[1]) : try report(simulator, of: loaded.scenario)
        if Interrupt.isRequested {
            Console.remark("interrupted: \(done) of \(wanted) trials were done")
            throw ExitStatus.interrupted
        }
    }

    private func report(_ simulator: Simulator, of scenario: Scenario) throws -> (Int, Int) {
        let result = simulator.run()
        let summary = RiskSummary(of: result, scenario: scenario, in: input.language)
        try Console.print(planning.json ? result.json : csv ? result.csv : summary.markdown)
        return (result.trials, result.wanted)
    }

    private func compare(_ one: Simulator, _ other: Simulator) throws -> (Int, Int) {
        let comparison = one.compare(with: other)
        let text = ComparisonText(comparison, in: input.language)
        try Console.print(planning.json ? comparison.json : text.markdown)
        return (comparison.trials, one.trials)
    }

    private func plannedRollouts(of loaded: LoadedScenario) throws -> [PlannedRollout] {
        guard plan.isEmpty else {
            return try plan.map { path in
                let accepted = try PlanArgument.accepted(path, of: loaded, language: input.language)
                return PlannedRollout(appraisal: accepted.appraisal, allocation: accepted.allocation)
            }
        }
        let result = try planning.result(of: loaded, language: input.language)
        guard let appraisal = result.appraisal, let allocation = result.allocation else {
            throw result.status == .infeasible ? ExitStatus.no : ExitStatus.noAnswer
        }
        return [PlannedRollout(appraisal: appraisal, allocation: allocation)]
    }
}
