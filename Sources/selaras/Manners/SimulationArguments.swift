import ArgumentParser
import Dispatch
import Foundation
import Planning
import Portfolio
import Reporting
import Simulation
import Verification

extension SimulationSettings.Policy: ExpressibleByArgument {}

/// A precision as written: `0.5%` or `0.005`.
extension Precision: ExpressibleByArgument {
    /// Reads a precision; nil unless it is above 0 and below 1.
    public init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument) else { return nil }
        self.init(isPercent ? number / 100 : number)
    }
}

/// How a rollout is simulated.
struct SimulationArguments: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: "Number of trials; default: the scenario's. With --precision the most that are played.")
    var trials: Int?

    @Option(help: "Seed of all draws; default: the scenario's.")
    var seed: UInt64?

    @Option(help: "free (the network alone) or budget (money and staff bind); default: the scenario's.")
    var policy: SimulationSettings.Policy?

    @Option(
        help: ArgumentHelp(
            "Stop as soon as the 95 % intervals are that narrow, such as 0.5%.",
            discussion: """
                Probabilities (of each program's planned finish and quick win, and of all quick wins): at most ± that much. \
                Means (finish and cost of each program; value, cost, last finish, quick wins and lapsed money of the \
                portfolio): at most ± that share of the mean. Looked at after 2,048 trials and then after every eighth \
                more, on any number of threads alike.
                """, valueName: "share"))
    var precision: Precision?

    func validate() throws {
        if let trials, !(1...Simulator.mostTrials).contains(trials) {
            throw ValidationError("--trials must be from 1 to \(Simulator.mostTrials).")
        }
    }

    /// Makes a simulator of a verified plan, for all trials or a part of them.
    ///
    /// - Throws: exit 65 where the rollout cannot be simulated.
    func simulator(
        of scenario: Scenario, planned: PlannedRollout, threads: Int?, part: Range<Int>? = nil,
        language: Language
    ) throws -> Simulator {
        var options = SimulationOptions()
        options.trials = trials
        options.part = part
        options.seed = seed
        options.policy = policy
        options.precision = precision
        options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        options.isCancelled = { Interrupt.isRequested }
        if Console.isTerminal {
            let line = TrialsLine(
                of: part ?? 0..<(trials ?? scenario.simulation.trials), in: language)
            options.progress = { line.show($0) }
        }
        return try Self.simulator(of: scenario, planned: planned, options: options, language: language)
    }

    /// Makes a simulator.
    ///
    /// - Throws: exit 65 where the rollout cannot be simulated.
    static func simulator(
        of scenario: Scenario, planned: PlannedRollout, options: SimulationOptions, language: Language
    ) throws -> Simulator {
        do { return try Simulator(scenario: scenario, planned: planned, options: options) } catch {
            Console.remark("error: \(error.reason.text(in: language))")
            throw ExitStatus.invalidData
        }
    }

    /// Simulates a plan; nil where there is none, where it cannot be simulated, or where somebody has asked
    /// to stop.
    func risk(
        of result: PlanningResult, scenario: Scenario, threads: Int?, language: Language
    ) -> SimulationResult? {
        guard !Interrupt.isRequested, let appraisal = result.appraisal, let allocation = result.allocation
        else { return nil }
        let planned = PlannedRollout(appraisal: appraisal, allocation: allocation)
        defer { TrialsLine.clear() }
        return try? simulator(of: scenario, planned: planned, threads: threads, language: language).run()
    }
}
