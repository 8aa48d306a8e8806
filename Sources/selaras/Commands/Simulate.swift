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
            --trials-from A --trials-to B plays the trials A … B−1 of a simulation, numbered from 0, and writes a shard; \
            `selaras merge` makes one report of the shards, whatever their borders.

            EXAMPLES
              selaras simulate my-city.yaml --plan reports/my-city/outcome.json
              selaras simulate my-city.yaml --plan outcome.json --policy free --trials 1000000 --json > risk.json
              selaras simulate my-city.yaml --plan outcome.json --replay 4711 --lang en
              selaras simulate my-city.yaml --plan with-hall.json --plan without-hall.json
              selaras simulate my-city.yaml --plan outcome.json --precision 0.5% --trials 1000000
              selaras simulate my-city.yaml --plan outcome.json --trials-from 0 --trials-to 50000 --shard a.shard
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments
    @OptionGroup var part: ShardArguments

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
        if plan.count == 2, csv || simulation.precision != nil {
            throw ValidationError("Two plans are compared without --csv and --precision.")
        }
        if planning.json, csv { throw ValidationError("--json and --csv exclude each other.") }
        guard part.part != nil else { return }
        guard plan.count < 2, replay == nil, !csv, !planning.json else {
            throw ValidationError("A shard is written of one plan, without --replay, --json and --csv.")
        }
        guard simulation.trials == nil, simulation.precision == nil else {
            throw ValidationError("A shard has its trials by --trials-from and --trials-to alone.")
        }
    }

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        if let shard = part.shard { try OutputFile.probe(shard) }
        let rollouts = try plannedRollouts(of: loaded)
        let simulators = try rollouts.map {
            try simulation.simulator(
                of: loaded.scenario, planned: $0, threads: planning.threads, part: part.part,
                language: input.language)
        }
        let simulator = simulators[0]
        if let replay {
            let story = StoryText(scenario: loaded.scenario, in: input.language)
            return try Console.print(story.lines(simulator.replay(replay)))
        }
        let (done, wanted) =
            if part.part != nil {
                try write(simulator, rollouts[0], of: loaded)
            } else if simulators.count == 2 {
                try compare(simulator, simulators[1])
            } else {
                try report(simulator, of: loaded.scenario)
            }
        if Interrupt.isRequested, done < wanted {
            Console.remark("interrupted: \(done) of \(wanted) trials were done")
            throw ExitStatus.interrupted
        }
    }

    private func report(_ simulator: Simulator, of scenario: Scenario) throws -> (Int, Int) {
        let result = simulator.run()
        TrialsLine.clear()
        try RiskPrinting(json: planning.json, csv: csv).print(result, of: scenario, in: input.language)
        return (result.trials, result.wanted)
    }

    private func compare(_ one: Simulator, _ other: Simulator) throws -> (Int, Int) {
        let comparison = one.compare(with: other)
        TrialsLine.clear()
        let text = ComparisonText(comparison, in: input.language)
        try Console.print(planning.json ? comparison.json : text.markdown)
        return (comparison.trials, comparison.wanted)
    }

    /// Writes what was played of a part, where anything was.
    private func write(
        _ simulator: Simulator, _ planned: PlannedRollout, of loaded: LoadedScenario
    ) throws -> (Int, Int) {
        let counted = simulator.play()
        TrialsLine.clear()
        if !counted.trials.isEmpty {
            let line = PlanFile.line(
                plan: planned.plan, allocation: planned.allocation, calendar: loaded.scenario.calendar,
                digest: loaded.digest)
            try part.write(counted, of: simulator, loaded: loaded, plan: line)
        }
        return (counted.trials.count, simulator.trials.count)
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
