import Planning
import Portfolio
import Reporting
import TestSupport
import Testing
import Verification

@testable import Simulation

/// A small scenario with a plan, ready to be played.
struct Stage {
    var scenario: Scenario
    let plan: Plan

    /// A plan that starts programs of the one variant in these periods.
    init(_ scenario: Scenario, starts: [Program.ID: Int]) {
        self.scenario = scenario
        plan = Plan(
            programs: starts.map { PlannedProgram(program: $0.key, variant: "default", start: $0.value) }
                .sorted { $0.program < $1.program })
    }

    /// Programs of uncertain durations and costs that correlate and may be late, all from month 0 on.
    static func uncertain(_ ids: [Program.ID]) -> Stage {
        let programs = ids.map { id in
            Tiny.program(id, months: "3", costs: [Tiny.capital(1_000_003), Tiny.operating(500)], points: 2)
                .with {
                    $0.variants[0].duration.distribution = .pert(low: 1, likely: 3, high: 9)
                    $0.variants[0].costFactor = .lognormal(mean: 1, sd: 0.2)
                }
        }
        var scenario = Tiny.scenario(Tiny.calendar(periods: 24), programs: programs)
        scenario.risk.correlation = [Correlation(quantity: .duration, rho: 0.3)]
        scenario.risk.events = [RiskEvent(id: "late", probability: 0.25, delay: .exponential(mean: 2))]
        return Stage(scenario, starts: Dictionary(uniqueKeysWithValues: ids.map { ($0, 0) }))
    }

    /// The verified plan; the test fails where the verifier refuses it.
    func planned() throws -> PlannedRollout {
        let verdict = Verifier(scenario: scenario).verify(plan, allocation: nil)
        #expect(verdict.violations.isEmpty)
        let appraisal = try #require(verdict.appraisal)
        return PlannedRollout(
            appraisal: appraisal,
            allocation: try #require(CanonicalAllocation(scenario: scenario).allocate(appraisal)))
    }

    /// Plays the trial 0 and gives it with its accounts.
    func play(_ policy: SimulationSettings.Policy = .budget) throws -> Played {
        let planned = try planned()
        let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
        var compiler = try RiskCompiler(scenario: scenario, planned: planned, rollout: rollout, seed: 1)
        let block = DrawBlock(rollout: rollout, sources: try compiler.compile())
        block.draw(from: 0, without: nil)
        let trial = Trial(rollout: rollout, policy: policy)
        trial.luck.take(0, of: block)
        trial.run()
        return Played(trial: trial, accounts: TrialOutcome(trial).accounts)
    }

    /// The simulation with all trials.
    func simulate(
        trials: Int, policy: SimulationSettings.Policy = .free, threads: Int = 1, seed: UInt64 = 1
    ) throws -> SimulationResult {
        try simulator(trials: trials, policy: policy, threads: threads, seed: seed).run()
    }

    /// A simulator of all trials or a part of them.
    func simulator(
        trials: Int, policy: SimulationSettings.Policy = .free, threads: Int = 1, seed: UInt64 = 1,
        part: Range<Int>? = nil, precision: Double? = nil
    ) throws -> Simulator {
        var options = SimulationOptions()
        (options.trials, options.policy, options.threads, options.seed) = (trials, policy, threads, seed)
        options.part = part
        options.precision = precision.flatMap { Precision($0) }
        return try Simulator(scenario: scenario, planned: try planned(), options: options)
    }
}

/// A trial that was played.
struct Played {
    let trial: Trial
    let accounts: [FundYearAccount]

    func start(_ id: Program.ID) -> Double { trial.state.start[position(id)] }
    func finish(_ id: Program.ID) -> Double { trial.state.finish[position(id)] }
    func cancelled(_ id: Program.ID) -> Double { trial.state.cancelled[position(id)] }
    func cost(_ id: Program.ID) -> Rupiah { trial.cost(of: position(id)) }

    /// The account of the only fund in a year.
    func account(_ year: Int) -> FundYearAccount { accounts[year] }

    private func position(_ id: Program.ID) -> Int {
        trial.rollout.programs.firstIndex { $0.id == id } ?? -1
    }
}

extension Program {
    /// The program with another realised duration, in months.
    func lasting(_ months: Double) -> Program {
        var program = self
        program.variants[0].duration.distribution = .constant(months)
        return program
    }

    /// The program after a change.
    func with(_ change: (inout Program) -> Void) -> Program {
        var program = self
        change(&program)
        return program
    }
}
