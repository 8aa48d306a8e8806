import Portfolio
import Probability
import Simulation

extension SimulationResult {
    /// The value of `risk` in `outcome.json`.
    var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "trials": .integer(Int64(trials)),
            "seed": Int64(exactly: seed).map(JSONValue.integer) ?? .string("\(seed)"),
            "policy": .string(policy.rawValue),
            "complete": .bool(trials == wanted), "paired_trials": .integer(Int64(pairedTrials)),
            "programs": .array(programs.map(\.jsonValue)),
            "portfolio": portfolio.jsonValue(years: years),
            "drivers": .array(risks.flatMap(\.jsonValues)),
        ]
        members["precision"] = precision.map {
            ["asked": .number($0.share), "reached": .bool($0.isReached)]
        }
        return .object(members)
    }

    /// The value of `risk` as a document of its own.
    public var json: String { JSONValue.object(["risk": jsonValue]).formatted }
}

extension JSONValue {
    /// F of the outcome; null where the figure does not exist.
    static func figure(_ figure: Estimate?) -> JSONValue {
        guard let figure else { return .null }
        return [
            "estimate": .number(figure.estimate), "low": .number(figure.low), "high": .number(figure.high),
        ]
    }

    /// D of the outcome; null where the figure does not exist.
    static func spread(_ spread: Spread?) -> JSONValue {
        guard let spread else { return .null }
        return [
            "mean": figure(spread.mean), "sd": figure(spread.sd), "p10": figure(spread.p10),
            "p50": figure(spread.p50), "p80": figure(spread.p80), "p90": figure(spread.p90),
            "p95": figure(spread.p95),
        ]
    }
}

extension ProgramRisk {
    fileprivate var jsonValue: JSONValue {
        [
            "id": .string(id.rawValue), "planned_finish": .number(plannedFinish),
            "p_planned": .figure(onTime), "p_quick_win": .figure(quickWin),
            "p_cancelled": .figure(cancelled), "criticality": .figure(criticality),
            "finish": .spread(finish), "cost": .spread(cost), "benefit_lost": .figure(benefitLost),
        ]
    }
}

extension PortfolioRisk {
    fileprivate func jsonValue(years: [FundYearRisk]) -> JSONValue {
        let shares = quickWinShares.map { ("\($0.key)", JSONValue.number($0.value)) }
        return [
            "planned_finish": .number(plannedFinish), "planned_value": .number(plannedValue),
            "certain_value": .number(certainValue),
            "finish": .spread(finish), "cost": .spread(cost), "value": .spread(value),
            "lapsed": .spread(lapsed),
            "quick_wins": [
                "planned": .integer(Int64(plannedQuickWins)), "mean": .figure(quickWins),
                "distribution": .object(Dictionary(shares) { _, last in last }),
            ],
            "p_all_quick_wins": .figure(allQuickWins),
            "joint": .array(
                joint.map {
                    [
                        "cost": .number($0.cost), "finish": .number($0.finish),
                        "p": .figure($0.probability),
                    ]
                }),
            "years": .array(years.map(\.jsonValue)),
            "quarters": .array(quarters.map(\.jsonValue)),
            "curves": [
                "cost": .curve(curves.cost), "finish": .curve(curves.finish), "value": .curve(curves.value),
            ],
        ]
    }
}

extension QuarterRisk {
    fileprivate var jsonValue: JSONValue {
        [
            "year": .integer(Int64(year.year)), "quarter": .integer(Int64(quarter)),
            "absorption": .spread(absorption), "typical": .number(typical),
        ]
    }
}

extension JSONValue {
    /// The points of a curve: `at` is the quantile, `low` and `high` the ends of its interval.
    fileprivate static func curve(_ points: [QuantilePoint]) -> JSONValue {
        .array(
            points.map {
                [
                    "p": .number($0.p), "at": .number($0.at.estimate), "low": .number($0.at.low),
                    "high": .number($0.at.high),
                ]
            })
    }
}

extension FundYearRisk {
    fileprivate var jsonValue: JSONValue {
        [
            "fund": .string(fund.rawValue), "year": .integer(Int64(year.year)), "need": .spread(need),
            "spent": .spread(spent), "lapsed": .spread(lapsed), "p_overrun": .figure(overrun),
            "absorption": .spread(absorption),
        ]
    }
}

extension RiskEffect {
    fileprivate var jsonValues: [JSONValue] {
        effects.map { effect in
            [
                "id": .string(id), "kind": .string(kind), "on": .string(effect.output.rawValue),
                "rank_correlation": .figure(effect.rankCorrelation),
                "by_exclusion": .figure(effect.byExclusion),
            ]
        }
    }
}

extension PlanComparison {
    /// The paired difference of two plans as JSON.
    public var json: String {
        func members(_ figure: (Difference) -> Estimate?) -> JSONValue {
            .object(
                Dictionary(differences.map { ($0.output.rawValue, .figure(figure($0))) }) { _, last in last })
        }
        let value: JSONValue = [
            "trials": .integer(Int64(trials)), "complete": .bool(trials == wanted),
            "difference": members(\.mean), "p_first_better": members(\.firstIsBetter),
            "p_second_better": members(\.secondIsBetter),
        ]
        return value.formatted
    }
}
