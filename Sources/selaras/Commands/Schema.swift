import ArgumentParser
import ScenarioReading

/// `selaras schema`: the JSON Schema of the scenario format.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema (draft 2020-12) of the scenario format, for editors.",
        discussion: """
            EXAMPLE
              selaras schema > scenario.schema.json
            """)

    func run() throws {
        let text = ScenarioSchema.text
        try Console.print(text.hasSuffix("\n") ? text : text + "\n")
    }
}
