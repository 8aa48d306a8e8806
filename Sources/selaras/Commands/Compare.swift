import ArgumentParser
import Portfolio
import Reporting

/// `selaras compare`: what changes from one outcome to others.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what changes from one outcome to others: programs, money, value and risk.",
        discussion: """
            Each side is an outcome.json, or a scenario that is then planned and simulated first. The first is what \
            the others are compared with. Where trials.csv lies beside both outcomes, with the same seed and policy, \
            the intervals of the simulated differences are those of pairs under the same luck; otherwise they are \
            wider, and the comparison says so.

            EXAMPLES
              selaras compare reports/induk/outcome.json reports/perubahan/outcome.json --lang en
              selaras compare budget.yaml budget-plus-20.yaml budget-minus-10.yaml --out reports/three-budgets
            """)

    @Argument(help: ArgumentHelp("Outcomes (outcome.json) or scenarios; at least two.", valueName: "side"))
    var paths: [String]

    @Option(name: .customLong("lang"), help: "Language of the comparison: id (Bahasa Indonesia) or en.")
    var language: Language = .indonesian

    @Option(help: "Folder for comparison.html, .md, .json and .xlsx.")
    var out: String?

    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments

    func validate() throws {
        guard (2...26).contains(paths.count) else {
            throw ValidationError("Two to 26 outcomes or scenarios are compared.")
        }
        let files = paths.map(InputFile.identity)
        if let twice = paths.indices.first(where: { files[..<$0].contains(files[$0]) }) {
            throw ValidationError("\(paths[twice]) is named twice: nothing can differ.")
        }
    }

    func run() throws {
        Interrupt.listen()
        if let out { try OutputFile.createFolder(out) }
        let sides = try zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", paths).map { letter, path in
            try ComparedSide(
                letter: String(letter), path: path, language: language, planning: planning,
                simulation: simulation
            ).side()
        }
        let differences = try sides.dropFirst().map { try difference(from: sides[0], to: $0) }
        let files = ComparisonFiles(differences, in: language)
        try Console.print(planning.json ? differences.json : files.document.markdown(in: language))
        if let out { for file in try files.write(to: out) { Console.remark(file) } }
    }

    private func difference(
        from base: ComparisonSide, to other: ComparisonSide
    ) throws -> OutcomeDifference {
        do { return try OutcomeDifference(from: base, to: other) } catch {
            Console.remark("error: \(error.reason.text(in: language))")
            throw ExitStatus.invalidData
        }
    }
}
