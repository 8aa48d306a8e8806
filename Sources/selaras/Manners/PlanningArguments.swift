import ArgumentParser
import Formulation
import GLPK
import Planning
import Portfolio
import Reporting

/// Limits of a planning run, and how its answer is printed.
struct PlanningArguments: ParsableArguments {
    @Option(help: "Stop each goal after this many branch-and-bound nodes; repeatable.")
    var nodeLimit: Int?

    @Option(help: "Stop after this many seconds; not repeatable, and recorded so in the outcome.")
    var timeLimit: Double?

    @Option(help: "Threads to use, by default all cores; no result depends on it.")
    var threads: Int?

    @Flag(
        help: """
            Say on stderr which starts the search leaves out because no plan needs them, and which rows and columns \
            of the exported model its tree does without, and why.
            """)
    var reductions = false

    @Flag(help: "Print the answer as JSON on stdout, and nothing else there.")
    var json = false

    func validate() throws {
        if let nodeLimit, nodeLimit < 1 { throw ValidationError("--node-limit must be at least 1.") }
        if let timeLimit {
            guard timeLimit > 0, timeLimit.isFinite else {
                throw ValidationError("--time-limit must be a positive number of seconds.")
            }
        }
        if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    }

    /// Plans; Ctrl-C stops the search, which then answers with what it has.
    ///
    /// - Throws: exit 70 where formulation and verifier disagree.
    func outcome(of loaded: LoadedScenario, language: Language) throws -> Outcome {
        outcome(of: loaded, result: try result(of: loaded, language: language))
    }

    /// Lays out what the planner found.
    func outcome(of loaded: LoadedScenario, result: PlanningResult) -> Outcome {
        Outcome(
            scenario: loaded.scenario, digest: loaded.digest, result: result, at: { loaded.place(of: $0) })
    }

    /// What the planner found, as it is.
    ///
    /// - Parameter showsProgress: whether the terminal tells how far the search is.
    /// - Throws: exit 70 where formulation and verifier disagree.
    func result(
        of loaded: LoadedScenario, language: Language, showsProgress: Bool = true
    ) throws -> PlanningResult {
        var options = PlanningOptions(nodeLimit: nodeLimit, timeLimit: timeLimit)
        if let threads { options.threads = threads }
        let line = ProgressLine(goals: loaded.scenario.objective, forms: NumberForms(language))
        if showsProgress, Console.isTerminal { options.progress = { line.show($0, $1) } }
        options.isCancelled = { Interrupt.isRequested }
        options.explainsModel = reductions
        defer { ProgressLine.clear() }
        let planner = Planner(scenario: loaded.scenario, solver: GLPKSolver(), options: options)
        do {
            var result = try planner.plan()
            if Interrupt.isRequested { result.isRepeatable = false }
            if reductions { tell(result, of: loaded.scenario.calendar, in: language) }
            return result
        } catch {
            ProgressLine.clear()
            Console.remark("error: a defect of selaras, please report it: \(error.description)")
            throw ExitStatus.defect
        }
    }

    private func tell(_ result: PlanningResult, of calendar: PlanningCalendar, in language: Language) {
        ProgressLine.clear()
        for entry in result.removed { Console.remark(entry.text(of: calendar, in: language)) }
        for entry in result.removals { Console.remark(entry.text(in: language)) }
    }

    /// Ends a command with the code of its answer.
    ///
    /// - Throws: 130, 1 or 2; a feasible plan is an answer, with a remark.
    func end(with outcome: Outcome) throws {
        if Interrupt.isRequested {
            Console.remark("interrupted: the answer is what had been found until then")
            throw ExitStatus.interrupted
        }
        switch outcome.status {
        case .optimal: return
        case .feasible: Console.remark("remark: the plan is verified, but not proved optimal")
        case .infeasible: throw ExitStatus.no
        case .unknown: throw ExitStatus.noAnswer
        }
    }
}
