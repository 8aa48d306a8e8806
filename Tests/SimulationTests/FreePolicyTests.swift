import Portfolio
import Probability
import TestSupport
import Testing

@testable import Simulation

@Suite struct FreePolicyTests {
    /// Programs in a row, each with a distribution, planned long enough ago not to hold back.
    private func row(_ laws: [Distribution], ready: Bool = true) -> Stage {
        var programs: [Program] = []
        for (index, law) in laws.enumerated() {
            let id = Program.ID("t\(index + 1)")
            programs.append(
                Tiny.program(id).with {
                    $0.variants[0].duration.distribution = law
                    if index > 0 {
                        $0.requires = [
                            Requirement(
                                program: Program.ID("t\(index)"), timing: .afterFinish(lag: 0),
                                place: ScenarioPath())
                        ]
                    }
                })
        }
        var scenario = Tiny.scenario(Tiny.calendar(periods: 48), programs: programs)
        scenario.simulation.start = ready ? .ready : .planned
        let starts = laws.indices.map { (Program.ID("t\($0 + 1)"), $0) }
        return Stage(scenario, starts: Dictionary(uniqueKeysWithValues: starts))
    }

    /// The last finish of all trials.
    private func finishes(_ stage: Stage, trials: Int) throws -> Histogram {
        try stage.simulator(trials: trials).play().tally.recorder.lastFinish
    }

    @Test("Five tasks in a row have the exact mean, the exact variance and the published quantiles")
    func bridge() throws {
        let trials = 100_000
        let stage = row([
            .triangular(low: 2, likely: 3, high: 5), .normal(mean: 8, sd: 1.5),
            .triangular(low: 10, likely: 14, high: 20), .normal(mean: 4, sd: 0.8), .uniform(low: 1, high: 3),
        ])
        let finish = try #require(stage.simulate(trials: trials).portfolio.finish)
        let sd = 7.834444.squareRoot()
        #expect(abs(finish.mean.estimate - 32) < 4 * sd / Double(trials).squareRoot())
        #expect(finish.sd.isWithinFourErrors(of: sd))
        let histogram = try finishes(stage, trials: trials)
        for (p, x) in [(0.05, 27.478), (0.5, 31.948), (0.8, 34.399), (0.95, 36.694)] {
            #expect(histogram.hasQuantile(x, at: p, unit: Recorder.months))
        }
    }

    private static let discreteTasks: [Distribution] = [
        [(2, 0.1), (3, 0.7), (4, 0.2)], [(5, 0.2), (6, 0.6), (8, 0.2)], [(3, 0.05), (4, 0.8), (5, 0.15)],
    ].map { (values: [(Double, Double)]) in
        .discrete(values.map { Distribution.WeightedValue(value: $0.0, weight: $0.1) })
    }

    private func check(
        _ histogram: Histogram, _ probabilities: [Double], from first: Int, trials: Int
    ) {
        for (index, p) in probabilities.enumerated() {
            let share = histogram.share(of: Int64(1024 * (first + index)))
            #expect(isWithinFourErrors(share, of: p, trials: trials), "P(\(first + index))")
        }
    }

    @Test("Discrete tasks in a row have the enumerated probabilities")
    func discrete() throws {
        let trials = 100_000
        let stage = row(Self.discreteTasks)
        let finish = try #require(stage.simulate(trials: trials).portfolio.finish)
        #expect(abs(finish.mean.estimate - 13.4) < 4 * 1.2 / Double(trials).squareRoot())
        #expect(finish.sd.isWithinFourErrors(of: 1.2))
        #expect(finish.p80.estimate == 14 && finish.p95.estimate == 16)
        check(
            try finishes(stage, trials: trials),
            [0.001, 0.026, 0.186, 0.405, 0.188, 0.135, 0.053, 0.006], from: 10, trials: trials)
    }

    @Test("Discrete tasks side by side behind a first have the enumerated probabilities")
    func sideBySide() throws {
        let trials = 100_000
        var stage = row(Self.discreteTasks)
        stage.scenario.programs[2].requires = stage.scenario.programs[1].requires
        let finish = try #require(stage.simulate(trials: trials).portfolio.finish)
        #expect(abs(finish.mean.estimate - 9.3) < 4 * 1.11803 / Double(trials).squareRoot())
        #expect(finish.sd.isWithinFourErrors(of: 1.11803))
        check(
            try finishes(stage, trials: trials), [0.02, 0.2, 0.46, 0.14, 0.14, 0.04], from: 7, trials: trials)
    }

    @Test("The mean of the largest of k exponentials is the harmonic number: merge bias", arguments: [2, 5])
    func mergeBias(k: Int) throws {
        let trials = 100_000
        let programs = (1...k).map { index in
            Tiny.program(Program.ID("t\(index)")).with {
                $0.variants[0].duration.distribution = .exponential(mean: 1)
            }
        }
        let stage = Stage(
            Tiny.scenario(Tiny.calendar(periods: 24), programs: programs),
            starts: Dictionary(uniqueKeysWithValues: programs.map { ($0.id, 0) }))
        let portfolio = try stage.simulate(trials: trials).portfolio
        let harmonic = (1...k).reduce(0) { $0 + 1 / Double($1) }
        let variance = (1...k).reduce(0) { $0 + 1 / Double($1 * $1) }
        let finish = try #require(portfolio.finish)
        #expect(abs(finish.mean.estimate - harmonic) < 4 * (variance / Double(trials)).squareRoot())
        #expect(portfolio.plannedFinish == 1 && finish.mean.estimate > 1)
    }

    @Test("A risk event keeps its spread: p·E[X²] − (p·E[X])²")
    func eventSpread() throws {
        let trials = 100_000
        var stage = row([.constant(1)])
        stage.scenario.risk.events = [
            RiskEvent(id: "late", probability: 0.3, delay: .uniform(low: 2, high: 6))
        ]
        let finish = try #require(stage.simulate(trials: trials).portfolio.finish)
        let variance = 0.3 * (16 + 16.0 / 12) - 1.44
        #expect(abs(finish.mean.estimate - 2.2) < 4 * (variance / Double(trials)).squareRoot())
        #expect(finish.sd.isWithinFourErrors(of: variance.squareRoot()))
    }

    @Test("Attempts until success have the geometric law, and three failures in a row cancel")
    func attempts() throws {
        let trials = 100_000
        var stage = row([.constant(0)])
        stage.scenario.programs[0].variants[0].procurement = "tender"
        stage.scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 0.3, retryDelay: .constant(1), giveUpAfter: 3)
        ]
        let program = try #require(stage.simulate(trials: trials).programs.first)
        let cancelled = try #require(program.cancelled)
        #expect(isWithinFourErrors(cancelled.estimate, of: 0.027, trials: trials))
        stage.scenario.risk.procurement[0].giveUpAfter = 200
        let failures = try #require(stage.simulate(trials: trials).portfolio.finish)
        #expect(abs(failures.mean.estimate - 0.428571) < 4 * (0.612245 / Double(trials)).squareRoot())
        #expect(failures.sd.isWithinFourErrors(of: 0.612245.squareRoot()))
    }

    @Test("Correlation leaves the mean and widens the sum by 2ρ·Σσσ")
    func correlation() throws {
        let trials = 100_000
        var stage = row([.normal(mean: 10, sd: 2), .normal(mean: 15, sd: 3), .normal(mean: 20, sd: 4)])
        let alone = try #require(stage.simulate(trials: trials).portfolio.finish)
        stage.scenario.risk.correlation = [Correlation(quantity: .duration, rho: 0.4)]
        let tied = try #require(stage.simulate(trials: trials).portfolio.finish)
        #expect(abs(alone.mean.estimate - 45) < 4 * (29 / Double(trials)).squareRoot())
        #expect(alone.sd.isWithinFourErrors(of: 29.0.squareRoot()))
        let variance = 29 + 2 * 0.4 * (6 + 8 + 12)
        #expect(abs(tied.mean.estimate - 45) < 4 * (variance / Double(trials)).squareRoot())
        #expect(tied.sd.isWithinFourErrors(of: variance.squareRoot()))
    }

    @Test("Without risk a planned start holds a program back, a ready one does not wait for it")
    func ready() throws {
        let planned = try row([.constant(0.5), .constant(1)], ready: false).play(.free)
        #expect(planned.start("t2") == 1)
        #expect(try row([.constant(0.5), .constant(1)]).play(.free).start("t2") == 0.5)
    }
}
