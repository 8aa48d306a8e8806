import ArgumentParser
import Dispatch
import Foundation
import Portfolio
import Reporting
import Simulation
import Verification

extension SimulationSettings.Policy: ExpressibleByArgument {}

/// How a rollout is simulated.
struct SimulationArguments: ParsableArguments {
    @Option(help: "Number of trials; default: the scenario's.")
    var trials: Int?

    @Option(help: "Seed of all draws; default: the scenario's.")
    var seed: UInt64?

    @Option(help: "free (the network alone) or budget (money and staff bind); default: the scenario's.")
    var policy: SimulationSettings.Policy?

    func validate() throws {
        if let trials, !(1...10_000_000).contains(trials) {
            throw ValidationError("--trials must be from 1 to 10000000.")
        }
    }

    /// Makes a simulator of a verified plan.
    ///
    /// - Throws: exit 65 where the rollout cannot be simulated.
    func simulator(
        of scenario: Scenario, planned: PlannedRollout, threads: Int?
    ) throws -> Simulator {
        var options = SimulationOptions()
        options.trials = trials
        options.seed = seed
        options.policy = policy
        options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        options.isCancelled = { Interrupt.isRequested }
        do { return try Simulator(scenario: scenario, planned: planned, options: options) } catch {
            Console.remark("error: \(error.description)")
            throw ExitStatus.invalidData
        }
    }
}
