import Portfolio
import Probability

extension OutcomeDifference {
    /// The difference as JSON: sorted names, the same outcomes give the same bytes; every `change` is
    /// second less first.
    var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "from": .string(base.letter), "to": .string(other.letter), "same": .bool(isEmpty),
            "budget": .string(trend.rawValue),
            "figures": [
                "cost": cost.jsonValue, "ceilings": ceilings.jsonValue, "lapsed": lapsed.jsonValue,
                "operating_after": operatingAfter.jsonValue, "count": count.jsonValue,
                "quick_wins": quickWins.jsonValue, "value": value.map(\.jsonValue) ?? .null,
            ],
            "programs": .array(programs.map(\.jsonValue)),
            "fund_years": .array(fundYears.map(\.jsonValue)),
            "dimensions": .array(dimensions.map(\.jsonValue)),
            "owners": .array(owners.map(\.jsonValue)),
            "against_the_budget": .array(flags.map(\.jsonValue)),
            "premises": .array(premises.map(\.jsonValue)),
        ]
        members["risk"] = risk?.jsonValue
        return .object(members)
    }
}

extension ComparisonSide {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("name", report.scenario.name)
        members["letter"] = .string(letter)
        members["label"] = .string(label)
        members["digest"] = .string(report.scenario.digest)
        members["status"] = .string(report.status.rawValue)
        return .object(members)
    }
}

extension [OutcomeDifference] {
    /// All differences from one first side as `comparison.json`.
    public var json: String {
        let sides = prefix(1).map(\.base) + map(\.other)
        let value: JSONValue = [
            "schema": 1, "outcomes": .array(sides.map(\.jsonValue)),
            "differences": .array(map(\.jsonValue)),
        ]
        return value.formatted
    }
}

extension Change where Value == Int64 {
    fileprivate var jsonValue: JSONValue {
        ["before": .integer(before), "after": .integer(after), "change": .integer(difference)]
    }
}

extension Change where Value == Double {
    fileprivate var jsonValue: JSONValue {
        ["before": .number(before), "after": .number(after), "change": .number(difference)]
    }
}

extension ProgramChange {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("name", name)
        members["id"] = .string(id)
        members["kinds"] = .array(kinds.map { .string($0.rawValue) })
        members["before"] = before.map(Self.state) ?? .null
        members["after"] = after.map(Self.state) ?? .null
        members["cost"] = cost.jsonValue
        members["value"] = value.jsonValue
        members["months_moved"] = monthsMoved.map { .integer(Int64($0)) }
        members["candidate_on_both_sides"] = .bool(isCandidateOnBothSides)
        return .object(members)
    }

    private static func state(_ program: Report.Program) -> JSONValue {
        [
            "variant": .string(program.candidate.variant), "start": .string(program.start.description),
            "finish": .string(program.finish.description), "quick_win": .bool(program.isQuickWin),
        ]
    }
}

extension FundYearChange {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("name", name)
        members["fund"] = .string(fund)
        members["year"] = .integer(Int64(year.year))
        members["ceiling"] = ceiling.jsonValue
        members["spent"] = spent.jsonValue
        members["carried_out"] = carriedOut.jsonValue
        members["lapsed"] = lapsed.jsonValue
        return .object(members)
    }
}

extension PartChange {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("name", name)
        members["id"] = .string(id)
        members["count"] = count.jsonValue
        members["cost"] = cost.jsonValue
        members["value"] = value.jsonValue
        let years = years.map { ($0.key.description, $0.value.jsonValue) }
        members["years"] = .object(Dictionary(years) { $1 })
        return .object(members)
    }
}

extension BudgetFlag {
    fileprivate var jsonValue: JSONValue {
        [
            "id": .string(change.id), "in_exchange": .array(inExchange.map { .string($0.id) }),
            "proved": .bool(isProved),
        ]
    }
}

extension Premise {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("text", text)
        members["subject"] = .string(subject.rawValue)
        members["moves_values"] = .bool(movesValues)
        return .object(members)
    }
}

extension RiskChange {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "figures": .array(
                figures.map { figure in
                    [
                        "figure": .string(figure.figure.rawValue), "before": .figure(figure.before),
                        "after": .figure(figure.after), "change": .figure(figure.difference),
                        "paired": .bool(figure.isPaired),
                    ]
                }),
            "quick_wins": .array(
                quickWins.map { win in
                    [
                        "id": .string(win.id), "before": .figure(win.before), "after": .figure(win.after),
                        "change": .figure(win.difference),
                    ]
                }),
            "p_second_better": .figure(secondIsBetter), "p_first_better": .figure(firstIsBetter),
        ]
        switch pairing {
        case .paired(let trials): members["paired_trials"] = .integer(Int64(trials))
        case .unpaired(let why):
            members["paired_trials"] = 0
            members.merge(JSONValue.texts("unpaired_because", why)) { $1 }
        }
        return .object(members)
    }
}
