import ArgumentParser
import Portfolio
import Regression

extension Shard: ExpressibleByArgument {
    /// Reads `i/n`.
    public init?(argument: String) { self.init(argument) }
}

/// Which scenarios are tested, and where their baselines lie.
struct TestSelection: ParsableArguments {
    @Option(help: ArgumentHelp("Folder of the baselines.", valueName: "dir"))
    var baselines = "reports"

    @Option(
        help: ArgumentHelp("Only scenarios with this name; * and ? allowed; repeatable.", valueName: "name"))
    var only: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only the i-th of n parts of the scenarios, for runs side by side.", valueName: "i/n"))
    var shard: Shard?

    /// The folder of the baselines.
    var folder: BaselineFolder { BaselineFolder(baselines) }

    /// The cases to run, sorted by name.
    ///
    /// - Throws: exit 66 or 65 as ``ScenarioSelection/cases()``; 64 where --only leaves nothing.
    func selected(from paths: [String]) throws -> [TestCase] {
        var cases = try ScenarioSelection(paths: paths, baselines: folder).cases()
        let patterns = only.map(Glob.init)
        if !patterns.isEmpty {
            cases = cases.filter { item in patterns.contains { $0.matches(item.name) } }
            if cases.isEmpty { throw ValidationError("--only leaves no scenario.") }
        }
        guard let shard else { return cases }
        return shard.part(of: cases)
    }
}
