import Portfolio
import Probability
import TestSupport
import Testing

@testable import Simulation

/// Cumulative spending by quarter, by hand.
@Suite struct QuarterTests {
    /// The shares of a simulation without uncertainty, in whole millionths.
    private func shares(_ stage: Stage, _ policy: SimulationSettings.Policy) throws -> [Int?] {
        try stage.simulate(trials: 300, policy: policy).portfolio.quarters.map {
            $0.absorption.map { Int(($0.p50.estimate * 1e6).rounded()) }
        }
    }

    @Test(
        "Capital counts with the work, operation month by month, over all funds",
        arguments: SimulationSettings.Policy.allCases)
    func story(policy: SimulationSettings.Policy) throws {
        // 120 of capital over months 0–6, then 40 a year of operation; the money is 100 + 100 a year.
        let program = Tiny.program(
            "a", months: "6", costs: [Tiny.capital(120, funds: ["dau", "pad"]), Tiny.operating(40)])
        let stage = Stage(
            Tiny.scenario(
                Tiny.calendar(periods: 24), programs: [program],
                funds: [Tiny.fund([100, 100], id: "dau"), Tiny.fund([100, 100])]),
            starts: ["a": 0])
        #expect(
            try shares(stage, policy) == [
                300_000, 600_000, 650_000, 700_000, 50_000, 100_000, 150_000, 200_000,
            ])
    }

    @Test("The grace of a single-year contract counts in the fourth quarter of the old year")
    func grace() throws {
        let late = Tiny.program("a", months: "6", costs: [Tiny.capital(60)])
            .with { $0.contract = .singleYear }.lasting(7.5)
        let stage = Stage(
            Tiny.scenario(Tiny.calendar(periods: 24), programs: [late], funds: [Tiny.fund([60, 60])]),
            starts: ["a": 6])
        #expect(try shares(stage, .budget) == [0, 0, 400_000, 1_000_000, 0, 0, 0, 0])
    }

    @Test("A calendar that begins or ends within a year has the quarters that end within it")
    func partOfYear() throws {
        let calendar = Tiny.calendar("2023-05", periods: 15)
        #expect(
            calendar.quarterEnds == [
                QuarterEnd(year: 0, quarter: 2, month: 2), QuarterEnd(year: 0, quarter: 3, month: 5),
                QuarterEnd(year: 0, quarter: 4, month: 8), QuarterEnd(year: 1, quarter: 1, month: 11),
                QuarterEnd(year: 1, quarter: 2, month: 14),
            ])
    }

    @Test("Without money there is no absorption, and the typical curve stands beside every quarter")
    func nothing() throws {
        let stage = Stage(
            Tiny.scenario(
                Tiny.calendar(periods: 12), programs: [Tiny.program("a")], funds: [Tiny.fund([0])]),
            starts: ["a": 0])
        let quarters = try stage.simulate(trials: 10).portfolio.quarters
        #expect(quarters.allSatisfy { $0.absorption == nil })
        #expect(quarters.map(\.typical) == [0.08, 0.3, 0.5, 0.9])
        #expect(quarters.map(\.quarter) == [1, 2, 3, 4])
    }

    @Test("The fan never falls within a year and ends at what the funds' accounts say")
    func fan() throws {
        let stage = Stage.uncertain(["a", "b", "c"])
        for policy in SimulationSettings.Policy.allCases {
            let result = try stage.simulate(trials: 2_000, policy: policy)
            let quarters = result.portfolio.quarters.compactMap(\.absorption)
            #expect(quarters.count == 8)
            // A quantile is exact to a bin of 0.0122 %.
            for index in quarters.indices.dropLast() where index % 4 != 3 {
                #expect(quarters[index].p10.estimate < quarters[index + 1].p10.estimate + 0.000_13)
                #expect(quarters[index].p90.estimate < quarters[index + 1].p90.estimate + 0.000_13)
            }
            for (index, year) in result.years.enumerated() {
                #expect(year.absorption?.mean.estimate == quarters[4 * index + 3].mean.estimate)
            }
        }
    }

    @Test("Curves pass through the quantiles, from 1 % to 99 %, and never fall")
    func curves() throws {
        let portfolio = try Stage.uncertain(["a", "b"]).simulate(trials: 5_000).portfolio
        for (curve, spread) in [
            (portfolio.curves.cost, portfolio.cost), (portfolio.curves.finish, portfolio.finish),
            (portfolio.curves.value, portfolio.value),
        ] {
            #expect(curve.count == 21 && curve.first?.p == 0.01 && curve.last?.p == 0.99)
            #expect(curve.first { $0.p == 0.5 }?.at == spread?.p50)
            #expect(curve.first { $0.p == 0.95 }?.at == spread?.p95)
            #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.at.estimate <= $1.at.estimate })
        }
    }
}
