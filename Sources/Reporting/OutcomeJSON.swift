import Planning
import Portfolio
import Verification

extension Outcome {
    /// The outcome as `outcome.json`: sorted names, no clock, host or path; the same outcome, the same bytes.
    public var json: String { jsonValue.formatted }

    /// The outcome as a value: what a ``Report`` is made from.
    public var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "schema": 1,
            "scenario": scenarioValue,
            "status": .string(status.rawValue),
            "objective": .array(goals.map(\.jsonValue)),
            "left_out": .array(leftOut.map(\.jsonValue)),
            "saw": .array(saw.map(\.jsonValue)),
            "version": .string(ProductVersion.current),
            "search": [
                "nodes": .integer(Int64(nodes)), "repeatable": .bool(isRepeatable), "solver": .string(solver),
            ],
        ]
        members["plan"] = plan?.jsonValue
        members["risk"] = risk?.jsonValue
        if status == .infeasible { members["infeasible"] = conflictValue }
        return .object(members)
    }

    private var scenarioValue: JSONValue {
        var members = facts.members.merging(JSONValue.texts("name", name)) { $1 }
        members["digest"] = .string(digest)
        members["programs"] = .integer(Int64(candidateCount))
        members["periods"] = .integer(Int64(calendar.periodCount))
        members["illustrative"] = .bool(isIllustrative)
        return .object(members)
    }

    private var conflictValue: JSONValue {
        let statements = conflicts.map { statement -> JSONValue in
            var members = JSONValue.texts("says", statement.says)
            members["rule"] = .string(statement.rule.rawValue)
            members["at"] = statement.at.map(JSONValue.string)
            return .object(members)
        }
        return ["conflict": .array(statements), "repair": []]
    }
}

extension GoalResult {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "goal": .string(goal.description), "value": number(value),
            "bound": bound.map(number) ?? .null, "gap": gap.map(number) ?? .null,
        ]
        if !isOptimised { members["optimised"] = false }
        return .object(members)
    }

    private func number(_ value: Double) -> JSONValue {
        guard goal.isInteger, let whole = Int64(exactly: value) else { return .number(value) }
        return .integer(whole)
    }
}

extension PlanFigures {
    fileprivate var jsonValue: JSONValue {
        let members: [String: JSONValue] = [
            "value": .number(value), "cost": .integer(cost), "quick_wins": .integer(Int64(quickWins)),
            "count": .integer(Int64(programs.count)),
            "programs": .array(programs.map(\.jsonValue)),
            "synergies": .array(
                synergies.map { ["id": .string($0.id.rawValue), "value": .number($0.value)] }),
            "operating_after": .integer(operatingAfter),
            "funds": .array(funds.map(\.jsonValue)),
            "rules": .array(rules.map(\.jsonValue)),
            "forced": .array(forced.map(\.jsonValue)),
        ]
        return .object(members.merging(totals.members) { $1 })
    }
}

extension ProgramRow {
    fileprivate var jsonValue: JSONValue {
        let members: [String: JSONValue] = [
            "start": .string(start.description), "finish": .string(finish.description),
            "value": .number(value), "quick_win": .bool(isQuickWin), "spend": .money(spend),
            "cost": .integer(cost), "paid_by": .money(paidBy),
            "lines": .array(
                lines.map { ["name": .string($0.name), "paid_by": .money($0.paidBy)] }),
        ]
        return .object(facts.members.merging(members) { $1 })
    }
}

extension FundRow {
    fileprivate var jsonValue: JSONValue {
        let years = years.map { year -> (String, JSONValue) in
            (
                year.year.description,
                [
                    "ceiling": .integer(year.ceiling), "carried_in": .integer(year.carriedIn),
                    "spent": .integer(year.spent), "carried_out": .integer(year.carriedOut),
                    "lapsed": .integer(year.lapsed),
                    "slack": .integer(year.carriedOut + year.lapsed),
                ]
            )
        }
        return ["id": .string(id.rawValue), "years": .object(Dictionary(years) { $1 })]
    }
}

extension RuleRow {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(name), "measure": measure.jsonValue, "kind": .string(kind.name),
        ]
        members["reason"] = rule.reason.map(JSONValue.string)
        members["span"] = span.map(JSONValue.string)
        members["min"] = rule.min.map(JSONValue.exact)
        members["max"] = rule.max.map(JSONValue.exact)
        members["min_share"] = rule.minShare.map(JSONValue.exact)
        members["max_share"] = rule.maxShare.map(JSONValue.exact)
        if rule.minShare != nil || rule.maxShare != nil { members["of"] = whole.jsonValue }
        return .object(members)
    }
}

extension ForcedDecision {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = ["what": .string(what), "costs_value": .null]
        members["reason"] = reason.map(JSONValue.string)
        return .object(members)
    }
}

extension Appraisal.Measured {
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .whole(let amount): .integer(amount)
        case .points(let points): .number(points)
        }
    }
}

extension Rule.Measure {
    /// The measure's name in the scenario format, `benefit` without its dimension.
    fileprivate var name: String {
        switch self {
        case .count: "count"
        case .quickWins: "quick_wins"
        case .spend: "spend"
        case .capital: "capital"
        case .operating: "operating"
        case .benefit: "benefit"
        case .starts: "starts"
        }
    }
}
