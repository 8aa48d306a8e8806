import ArgumentParser
import Portfolio
import Reporting
import Simulation

/// A part of a simulation, to be played apart from the others and merged with them.
struct ShardArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Play a part of the simulation and write it as a shard: from this trial on, numbered from 0.",
            valueName: "trial"))
    var trialsFrom: Int?

    @Option(help: ArgumentHelp("… up to, and without, this trial.", valueName: "trial"))
    var trialsTo: Int?

    @Option(help: ArgumentHelp("File for the shard; default: standard output.", valueName: "file"))
    var shard: String?

    /// The part; nil for the whole simulation.
    var part: Range<Int>? {
        guard let first = trialsFrom, let end = trialsTo, first < end else { return nil }
        return first..<end
    }

    func validate() throws {
        guard trialsFrom != nil || trialsTo != nil || shard != nil else { return }
        guard let first = trialsFrom, let end = trialsTo else {
            throw ValidationError("A shard needs --trials-from and --trials-to.")
        }
        guard first >= 0, first < end, end <= Simulator.mostTrials else {
            throw ValidationError(
                "--trials-from must be at least 0 and below --trials-to, which is at most "
                    + "\(Simulator.mostTrials).")
        }
    }

    /// Writes what was counted.
    ///
    /// - Throws: exit 73.
    func write(_ counted: SimulationShard, of simulator: Simulator, loaded: LoadedScenario, plan: String)
        throws
    {
        let heading = ShardHeading(
            digest: loaded.digest, scenario: loaded.resolvedJSON, plan: plan, seed: simulator.seed,
            policy: simulator.policy)
        let text = ShardFile.text(of: counted, heading: heading)
        guard let shard else { return try Console.print(text) }
        try OutputFile.write(text, to: shard)
    }
}
