import ArgumentParser

/// `selaras resolve`: the scenario with everything written out.
struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the resolved scenario as canonical JSON: what the digest is taken of.",
        discussion: """
            `extends`, units and shares are resolved; the result is again a scenario.

            EXAMPLE
              selaras resolve scenarios/pangkalpinang/quick-win-1-quarterly.yaml > resolved.json
            """)

    @OptionGroup var input: ScenarioArgument

    func run() throws {
        let json = try input.load().resolvedJSON
        try Console.print(json.hasSuffix("\n") ? json : json + "\n")
    }
}
