import Reporting

@testable import Regression

/// A small outcome in the form of `outcome.json`.
enum SampleFigures {
    /// Two programs, one fund, one goal, and a figure with its interval.
    static func outcome(
        value: Double = 100, bound: JSONValue = .number(100), status: String = "optimal",
        starts: [String: String] = ["a": "2023-01", "b.c": "2023-04"], spent: Int64 = 500,
        risk: JSONValue = ["estimate": 0.5, "low": 0.4, "high": 0.6], seed: Int64 = 1
    ) -> JSONValue {
        [
            "schema": 1, "status": .string(status),
            "scenario": ["name": "Contoh", "digest": "d"], "search": ["solver": "GLPK 5.0"],
            "objective": [["goal": "maximise value", "value": .number(value), "bound": bound, "gap": 0.0]],
            "plan": [
                "value": .number(value), "cost": .integer(spent), "quick_wins": 1, "count": 2,
                "programs": .array(
                    starts.sorted { $0.key < $1.key }.map {
                        [
                            "id": .string($0.key), "variant": "default", "start": .string($0.value),
                            "quick_win": .bool($0.key == "a"), "finish": "2023-12",
                        ]
                    }),
                "funds": [["id": "pad", "years": ["2023": ["spent": .integer(spent), "ceiling": 900]]]],
            ],
            "risk": [
                "trials": 1000, "seed": .integer(seed), "policy": "budget",
                "portfolio": ["p_all_quick_wins": risk, "joint": []], "programs": [], "drivers": [],
            ],
        ]
    }

    /// The differences of an outcome from another.
    static func differences(
        _ before: JSONValue, _ now: JSONValue, sameGenerator: Bool = true
    ) throws -> [Difference] {
        try comparison(before, now, sameGenerator: sameGenerator).differences
    }

    static func comparison(
        _ before: JSONValue, _ now: JSONValue, sameGenerator: Bool = true
    ) throws -> Comparison {
        Comparison(before: try Figures(before), now: try Figures(now), hasSameGenerator: sameGenerator)
    }
}
