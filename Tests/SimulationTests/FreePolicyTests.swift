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

    @Test("Five tasks in a row have the exact mean, the exact variance and the published quantiles")
    func bridge() throws {
        let trials = 100_000
        let finish = try #require(
            row([
                .triangular(low: 2, likely: 3, high: 5), .normal(mean: 8, sd: 1.5),
                .triangular(low: 10, likely: 14, high: 20), .normal(mean: 4, sd: 0.8),
                .uniform(low: 1, high: 3),
            ]).simulate(trials: trials).portfolio.finish)
        let sd = 7.834444.squareRoot()
        #expect(abs(finish.mean.estimate - 32) < 4 * sd / Double(trials).squareRoot())
        #expect(abs(finish.sd.estimate - sd) < 4 * sd / (2 * Double(trials)).squareRoot())
        // Four standard errors of a quantile of a nearly normal law are below 0.06 months here.
        for (figure, value) in [(finish.p50, 31.948), (finish.p80, 34.399), (finish.p95, 36.694)] {
            #expect(abs(figure.estimate - value) < 0.06)
        }
    }

    @Test("Discrete tasks in a row have the enumerated probabilities")
    func discrete() throws {
        func law(_ values: [(Double, Double)]) -> Distribution {
            .discrete(values.map { Distribution.WeightedValue(value: $0.0, weight: $0.1) })
        }
        let trials = 100_000
        let finish = try #require(
            row([
                law([(2, 0.1), (3, 0.7), (4, 0.2)]), law([(5, 0.2), (6, 0.6), (8, 0.2)]),
                law([(3, 0.05), (4, 0.8), (5, 0.15)]),
            ]).simulate(trials: trials).portfolio.finish)
        #expect(abs(finish.mean.estimate - 13.4) < 4 * 1.2 / Double(trials).squareRoot())
        #expect(abs(finish.sd.estimate - 1.2) < 0.02)
        #expect(finish.p80.estimate == 14 && finish.p95.estimate == 16)
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
        #expect(abs(finish.sd.estimate - variance.squareRoot()) < 0.03)
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
        #expect(abs(cancelled.estimate - 0.027) < 4 * (0.027 * 0.973 / Double(trials)).squareRoot())
    }

    @Test("Correlation leaves the mean and widens the sum by 2ρ·Σσσ")
    func correlation() throws {
        let trials = 100_000
        var stage = row([.normal(mean: 10, sd: 2), .normal(mean: 15, sd: 3), .normal(mean: 20, sd: 4)])
        let alone = try #require(stage.simulate(trials: trials).portfolio.finish)
        stage.scenario.risk.correlation = [Correlation(quantity: .duration, rho: 0.4)]
        let tied = try #require(stage.simulate(trials: trials).portfolio.finish)
        #expect(abs(alone.mean.estimate - 45) < 4 * (29 / Double(trials)).squareRoot())
        #expect(abs(alone.sd.estimate - 29.0.squareRoot()) < 0.05)
        let variance = 29 + 2 * 0.4 * (6 + 8 + 12)
        #expect(abs(tied.mean.estimate - 45) < 4 * (variance / Double(trials)).squareRoot())
        #expect(abs(tied.sd.estimate - variance.squareRoot()) < 0.07)
    }

    @Test("Without risk a planned start holds a program back, a ready one does not wait for it")
    func ready() throws {
        let planned = try row([.constant(0.5), .constant(1)], ready: false).play(.free)
        #expect(planned.start("t2") == 1)
        #expect(try row([.constant(0.5), .constant(1)]).play(.free).start("t2") == 0.5)
    }
}
