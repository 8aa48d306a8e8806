import ArgumentParser
import Formulation
import Linear
import Portfolio

/// `selaras export`: the model of the first goal, for other solvers.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the complete model of the first goal as MPS or LP, always a minimisation.",
        discussion: """
            A goal to be maximised has its signs turned; the constant is the cost of a column `constant` fixed to 1.

            EXAMPLE
              selaras export my-city.yaml --format mps --out my-city.mps
            """)

    /// A text format of models.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case mps
        case lp
    }

    @OptionGroup var input: ScenarioArgument

    @Option(help: "The format of the model.")
    var format: Format

    @Option(help: "The file to write; stdout without it.")
    var out: String?

    func run() throws {
        let loaded = try input.load()
        if let out { try OutputFile.probe(out) }
        let model = MIPFormulation(scenario: loaded.scenario).firstGoalModel
        let text = text(of: model, name: loaded.baseName)
        if let out { try OutputFile.write(text, to: out) } else { try Console.print(text) }
    }

    private func text(of model: Model, name: String) -> String {
        switch format {
        case .mps: model.mpsText(name: name)
        case .lp: model.lpText(name: name)
        }
    }
}
