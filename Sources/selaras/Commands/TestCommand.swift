import ArgumentParser
import Foundation
import GLPK
import Portfolio
import Regression
import Reporting
import Synchronization

/// `selaras test`: holds scenarios to their accepted outcomes.
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Hold the outcomes of scenarios to their baselines.",
        discussion: """
            A folder means every .yaml file below it (folders named rejected are left out); a pattern in quotes \
            may hold *, ? and **. The baseline of city.yaml is reports/city/baseline.json; commit it. Exit 0 \
            where every scenario passes, 1 where any fails, 2 where a limit came before an answer, 65 where two \
            scenarios have one name.

            EXAMPLES
              selaras test scenarios
              selaras test scenarios --update
              selaras test scenarios --only 'quick-win*' --jobs 2 --junit junit.xml --github
              selaras test 'cities/**/plan-*.yaml' --shard 1/4 --markdown comment.md
            """)

    @Argument(help: ArgumentHelp("Scenario files, folders or patterns.", valueName: "path"))
    var paths: [String]

    @Option(name: .customLong("lang"), help: "Language of the results: id (Bahasa Indonesia) or en.")
    var language: Language = .indonesian

    @OptionGroup var selection: TestSelection
    @OptionGroup var outputs: TestOutputs
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments

    @Flag(help: "Accept the outcomes: rewrite the baselines and print what changed. Refused where CI=true.")
    var update = false

    @Flag(help: "With --update: also where CI=true, and over baselines of a newer Selaras.")
    var force = false

    @Option(help: "Scenarios worked on at once; the output is the same.")
    var jobs = 1

    @Option(help: ArgumentHelp("Keep outcomes here and take unchanged ones from here.", valueName: "dir"))
    var cache: String?

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if force, !update { throw ValidationError("--force belongs to --update.") }
        if outputs.github, planning.json {
            throw ValidationError("--github and --json both write to stdout.")
        }
        let environment = ProcessInfo.processInfo.environment["CI"]?.lowercased()
        if update, !force, environment == "true" || environment == "1" {
            throw ValidationError(
                "--update is refused where CI=true: accept outcomes where a person reads the diff (or --force)."
            )
        }
    }

    func run() throws {
        Interrupt.listen()
        let cases = try selection.selected(from: paths)
        try outputs.probe()
        let answers = try answers(to: cases)
        if Interrupt.isRequested {
            Console.remark("interrupted: \(answers.count) of \(cases.count) scenarios were tested")
            throw ExitStatus.interrupted
        }
        let results = answers.map(\.result)
        try outputs.write(answers, in: language)
        if planning.json {
            try Console.print(ResultsJSON(results, in: language).json)
        } else {
            if outputs.github { try Console.print(GitHubAnnotations(results, in: language).text) }
            try Console.print(ResultText(language).summary(of: results))
        }
        try Self.end(with: results)
    }

    /// Works on all cases and prints each in its turn.
    private func answers(to cases: [TestCase]) throws -> [CaseRun.Answer] {
        let baselines = selection.folder
        let run = CaseRun(
            language: language, planning: planning, simulation: simulation, baselines: baselines,
            cache: cache.flatMap { OutcomeCache($0, solver: GLPKSolver().name) }, showsProgress: jobs == 1)
        let updating = update ? BaselineUpdate(baselines: baselines, isForced: force) : nil
        let words = planning.json ? nil : ResultText(language)
        let collected = Mutex<Result<[CaseRun.Answer], any Error>>(.success([]))
        InOrder.run(cases, jobs: jobs, work: run.answer) { answer in
            collected.withLock { state in
                guard case .success(let earlier) = state else { return }
                state = Result { earlier + [try run.finish(answer, updating: updating, words: words)] }
            }
        }
        return try collected.withLock { try $0.get() }
    }

    /// Ends with the code of the worst result.
    private static func end(with results: [CaseResult]) throws {
        let verdicts = Set(results.map(\.verdict))
        if verdicts.contains(.defect) { throw ExitStatus.defect }
        let failures = verdicts.subtracting([.unanswered]).filter { !$0.isPassed }
        if !failures.isEmpty { throw ExitStatus.no }
        if verdicts.contains(.unanswered) { throw ExitStatus.noAnswer }
    }
}
