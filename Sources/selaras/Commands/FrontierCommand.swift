import ArgumentParser
import Foundation
import GLPK
import Planning
import Portfolio
import Reporting
import Simulation

/// `selaras frontier`: the best plan at every point of a budget or limit.
struct FrontierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: "Vary funds or a rule's limit, and plan and prove every point.",
        discussion: """
            --vary takes funds.*=50%..150% (all ceilings), funds.ID=80%..120% (one fund's), or a limit that a rule \
            writes: rules.ID.min, .max, .min_share or .max_share, in percent of what is written or as values (2..8); \
            the percentages of shares are the shares themselves. Ceilings become whole rupiah, rounded down. Limits \
            of the search hold for each point.

            EXAMPLES
              selaras frontier my-city.yaml --vary 'funds.*=50%..150%' --points 21 --out reports/my-city-frontier
              selaras frontier my-city.yaml --vary rules.bottom-up.min_share=0%..60% --simulate --trials 10000
            """)

    @OptionGroup var input: ScenarioArgument
    @OptionGroup var planning: PlanningArguments
    @OptionGroup var simulation: SimulationArguments

    @Option(help: "What is varied, from where to where.")
    var vary: String

    @Option(help: "Number of points, both ends among them: 2 to 201.")
    var points = 21

    @Flag(help: "Simulate the plan of every point, for P(all quick wins on time).")
    var simulate = false

    @Flag(help: "Print the points as CSV.")
    var csv = false

    @Option(
        help:
            "Folder for frontier.html, .md, .json, .csv and .xlsx; in that of `run`, its report shows them, too."
    )
    var out: String?

    func run() throws {
        Interrupt.listen()
        let loaded = try input.load()
        let axis = try axis(of: loaded.scenario)
        if let out { try OutputFile.createFolder(out) }
        let found = try planned(axis, loaded)
        let report = FrontierReport(
            of: found, axis: axis, vary: vary, scenario: loaded.scenario, digest: loaded.digest,
            risks: risks(of: found, axis, loaded))
        let document = report.document(in: input.language)
        let text =
            planning.json
            ? report.json
            : csv ? report.csv(.plain, in: input.language) : document.markdown(in: input.language)
        try Console.print(text)
        if let out { try write(report, document, to: out) }
        try end(found, axis)
    }

    private func axis(of scenario: Scenario) throws -> FrontierAxis {
        do { return try FrontierAxis(vary, points: points, in: scenario) } catch {
            Console.remark("error: --vary \(vary): \(error.reason.text(in: input.language))")
            throw ExitStatus.usage
        }
    }

    private func planned(_ axis: FrontierAxis, _ loaded: LoadedScenario) throws -> [Frontier.Point] {
        var options = PlanningOptions(nodeLimit: planning.nodeLimit, timeLimit: planning.timeLimit)
        if let threads = planning.threads { options.threads = threads }
        options.isCancelled = { Interrupt.isRequested }
        let frontier = Frontier(
            scenario: loaded.scenario, axis: axis, solver: GLPKSolver(), options: options)
        let all = axis.points
        let isShown = Console.isTerminal
        defer { if isShown { Console.rewriteLine("") } }
        do {
            return try frontier.points { if isShown { Console.rewriteLine("\($0)/\(all)") } }
        } catch {
            Console.remark("error: a defect of selaras, please report it: \(error.description)")
            throw ExitStatus.defect
        }
    }

    /// What the simulation says of each point's plan; plans that cannot be simulated have nothing.
    private func risks(
        of found: [Frontier.Point], _ axis: FrontierAxis, _ loaded: LoadedScenario
    ) -> [Int: SimulationResult] {
        guard simulate else { return [:] }
        var risks: [Int: SimulationResult] = [:]
        for point in found {
            guard let varied = axis.scenario(loaded.scenario, at: point.index) else { continue }
            risks[point.index] = simulation.risk(
                of: point.result, scenario: varied, threads: planning.threads, language: input.language)
        }
        return risks
    }

    private func write(_ report: FrontierReport, _ document: Document, to folder: String) throws {
        let stem = "\(folder)/frontier"
        let texts = [
            ("html", document.page(in: input.language)), ("md", document.markdown(in: input.language)),
            ("json", report.json), ("csv", report.csv(.plain, in: input.language)),
            ("excel.csv", report.csv(.indonesianExcel, in: input.language)),
        ]
        for (ending, text) in texts { try OutputFile.write(text, to: "\(stem).\(ending)") }
        try OutputFile.write(document.workbook(in: input.language), to: "\(stem).xlsx")
        for ending in texts.map(\.0) + ["xlsx"] { Console.remark("\(stem).\(ending)") }
    }

    private func end(_ found: [Frontier.Point], _ axis: FrontierAxis) throws {
        if Interrupt.isRequested {
            Console.remark("interrupted: \(found.count) of \(axis.points) points are planned")
            throw ExitStatus.interrupted
        }
        if found.allSatisfy({ $0.result.status == .infeasible }) { throw ExitStatus.no }
        if found.allSatisfy({ $0.result.plan == nil }) { throw ExitStatus.noAnswer }
    }
}
