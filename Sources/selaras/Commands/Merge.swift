import ArgumentParser
import Portfolio
import Reporting
import ScenarioReading
import Simulation
import Verification

/// `selaras merge`: the parts of a simulation as the whole.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Merge the shards of one simulation and print what a single run would print.",
        discussion: """
            The shards hold the scenario and the plan; together they must hold the trials from 0 on, each once. Their \
            order is free, and the bytes are those of `selaras simulate --trials N`.

            EXAMPLE
              selaras simulate my-city.yaml --plan outcome.json --trials-from 0 --trials-to 50000 --shard a.shard
              selaras simulate my-city.yaml --plan outcome.json --trials-from 50000 --trials-to 100000 --shard b.shard
              selaras merge a.shard b.shard --json > risk.json
            """)

    @Argument(help: ArgumentHelp("The shards.", valueName: "shard"))
    var shards: [String]

    @Flag(help: "Print the figures as JSON on stdout, and nothing else there.")
    var json = false

    @Flag(help: "Print every figure as CSV.")
    var csv = false

    @Option(name: .customLong("lang"), help: "Language of the report: id (Bahasa Indonesia) or en.")
    var language: Language = .indonesian

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv exclude each other.") }
    }

    func run() throws {
        let files = try shards.map { path in
            let bytes = try InputFile.read(path)
            return try reported([path]) { () throws(ShardError) in try ShardFile(bytes) }
        }
        guard let set = try reported(shards, { () throws(ShardError) in try ShardSet(files) }) else { return }
        let loaded = try scenario(of: set.heading)
        let simulator = try simulator(of: set, loaded)
        let merged = try reported(shards) { () throws(ShardError) in try set.merged(by: simulator) }
        try RiskPrinting(json: json, csv: csv)
            .print(simulator.result(of: merged), of: loaded.scenario, in: language)
    }

    private func reported<Value>(
        _ names: [String], _ body: () throws(ShardError) -> Value
    ) throws -> Value {
        do { return try body() } catch {
            Console.remark("error: " + error.text(of: names, in: language))
            throw ExitStatus.invalidData
        }
    }

    private func scenario(of heading: ShardHeading) throws -> LoadedScenario {
        let read = ScenarioReader().read(text: heading.scenario, named: shards[0])
        guard let loaded = LoadedScenario(read, path: shards[0]), loaded.digest == heading.digest else {
            return try reported(shards) { () throws(ShardError) in throw .damaged }
        }
        return loaded
    }

    private func simulator(of set: ShardSet, _ loaded: LoadedScenario) throws -> Simulator {
        let accepted = try PlanArgument.accepted(
            Array(set.heading.plan.utf8), named: shards[0], of: loaded, language: language)
        var options = SimulationOptions()
        options.part = set.trials
        options.seed = set.heading.seed
        options.policy = set.heading.policy
        let planned = PlannedRollout(appraisal: accepted.appraisal, allocation: accepted.allocation)
        return try SimulationArguments.simulator(
            of: loaded.scenario, planned: planned, options: options, language: language)
    }
}
