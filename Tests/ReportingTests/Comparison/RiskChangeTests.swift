import Foundation
import Portfolio
import Probability
import Testing

@testable import Reporting

struct RiskChangeTests {
    private static func figure(_ value: Double, _ half: Double) -> JSONValue {
        ["estimate": .number(value), "low": .number(value - half), "high": .number(value + half)]
    }

    private static func spread(_ mean: Double, _ half: Double) -> JSONValue {
        let names = ["mean", "sd", "p10", "p50", "p80", "p90", "p95"]
        return .object(Dictionary(names.map { ($0, figure(mean, half)) }) { $1 })
    }

    /// A simulation of one quick win with the means of a table of trials.
    private static func risk(cost: Double, value: Double, seed: Int64 = 1, trials: Int64 = 100) -> JSONValue {
        [
            "trials": .integer(trials), "paired_trials": 0, "seed": .integer(seed), "policy": "budget",
            "complete": true, "drivers": [],
            "programs": [
                .object([
                    "id": "a", "planned_finish": 6.0, "p_planned": figure(0.5, 0.1),
                    "p_quick_win": figure(0.5, 0.1), "p_cancelled": figure(0, 0),
                    "criticality": figure(1, 0), "finish": spread(6, 0.5), "cost": spread(cost, 4),
                    "benefit_lost": figure(0, 0),
                ])
            ],
            "portfolio": [
                "planned_finish": 6.0, "planned_value": .number(value), "certain_value": .number(value),
                "finish": spread(6, 0.5), "cost": spread(cost, 4), "value": spread(value, 3),
                "lapsed": spread(0, 0), "p_all_quick_wins": figure(0.5, 0.1), "joint": [], "years": [],
                "quick_wins": [
                    "planned": 1, "mean": figure(0.5, 0.1), "distribution": ["0": 0.5, "1": 0.5],
                ],
            ],
        ]
    }

    /// A hundred trials with the same luck; `shift` is added to every cost and value.
    private static func trials(shift: Double, from first: Int = 0) throws -> TrialTable {
        let rows = (first..<(first + 100)).map { trial in
            let luck = Double(trial % 10)
            return "\(trial),\(luck + shift),\(luck + shift),6,1,0"
        }
        let text = "trial,value,cost,finish,quick_wins,lapsed\r\n" + rows.joined(separator: "\r\n") + "\r\n"
        return try TrialTable(csv: Array(text.utf8))
    }

    private static func city(_ risk: JSONValue?) -> MadeOutcome {
        var city = MadeOutcome([MadeOutcome.Program("a")])
        city.risk = risk
        return city
    }

    private func change(
        _ one: JSONValue?, _ two: JSONValue?, trials: (TrialTable?, TrialTable?) = (nil, nil)
    ) throws -> RiskChange? {
        try OutcomeDifference(
            from: Self.city(one).side("A", trials: trials.0), to: Self.city(two).side("B", trials: trials.1)
        ).risk
    }

    @Test("Under the same luck the interval of a constant difference has no width")
    func paired() throws {
        let risk = try #require(
            try change(
                Self.risk(cost: 4.5, value: 4.5), Self.risk(cost: 6.5, value: 6.5),
                trials: (try Self.trials(shift: 0), try Self.trials(shift: 2))))
        #expect(risk.pairing == .paired(trials: 100))
        let cost = try #require(risk.figures.first { $0.figure == .cost })
        #expect(cost.isPaired && cost.difference == Estimate(exactly: 2))
        #expect(risk.secondIsBetter?.estimate == 1 && risk.firstIsBetter?.estimate == 0)
        let confident = try #require(risk.figures.first { $0.figure == .costP80 })
        #expect(!confident.isPaired)
    }

    @Test("Without trials the interval is that of two unrelated simulations, and is wider")
    func unpaired() throws {
        let risk = try #require(try change(Self.risk(cost: 4, value: 4), Self.risk(cost: 6, value: 6)))
        guard case .unpaired(let why) = risk.pairing else {
            Issue.record("paired")
            return
        }
        #expect(why.text(in: .english) == "there is no trials.csv beside A and B")
        let cost = try #require(risk.figures.first { $0.figure == .cost }?.difference)
        #expect(cost.estimate == 2)
        #expect(abs(cost.high - cost.low - 2 * (2 * 16.0).squareRoot()) < 1e-12)
        #expect(risk.quickWins.map(\.id) == ["a"] && risk.quickWins.first?.difference?.estimate == 0)
    }

    @Test("Another seed, other trials or a table of another simulation are not paired")
    func mismatches() throws {
        let one = Self.risk(cost: 4.5, value: 4.5)
        let table = try Self.trials(shift: 0)
        let cases: [(JSONValue, TrialTable, String)] = [
            (Self.risk(cost: 4.5, value: 4.5, seed: 2), table, "the seeds differ"),
            (one, try Self.trials(shift: 0, from: 50), "the trials in trials.csv differ"),
            (one, try Self.trials(shift: 900), "trials.csv beside B is of another simulation"),
        ]
        for (two, other, words) in cases {
            let risk = try #require(try change(one, two, trials: (table, other)))
            guard case .unpaired(let why) = risk.pairing else {
                Issue.record("paired: \(words)")
                continue
            }
            #expect(why.text(in: .english) == words)
        }
    }

    @Test("Where one side was not simulated there is no change of risk, and the document says so")
    func oneSide() throws {
        #expect(try change(Self.risk(cost: 4, value: 4), nil) == nil)
        let difference = try OutcomeDifference(
            from: Self.city(nil).side("A"), to: Self.city(Self.risk(cost: 4, value: 4)).side("B"))
        let text = ComparisonDocument(of: [difference], in: .english).document.markdown(in: .english)
        #expect(text.contains("one of the outcomes was not simulated"))
    }

    @Test(
        "A text that is no table of trials is refused with its line",
        arguments: [
            ("", 1), ("a,b\n1,2\n", 1), ("trial,value\n0,1\n1\n", 3), ("trial,value\n0,x\n", 2),
            ("trial,trial\n", 1),
        ])
    func noTable(_ text: String, _ line: Int) {
        #expect(throws: TrialTable.Unusable(line: line)) { try TrialTable(csv: Array(text.utf8)) }
    }
}
