import Planning
import Portfolio
import Verification

extension Outcome {
    /// The outcome as `outcome.json`: sorted names, no clock, host or path; the same outcome, the same bytes.
    public var json: String { jsonValue.formatted }

    private var jsonValue: JSONValue {
        var members: [String: JSONValue] = [
            "schema": 1,
            "scenario": [
                "name": .string(name.indonesian), "digest": .string(digest),
                "programs": .integer(Int64(candidateCount)),
                "periods": .integer(Int64(calendar.periodCount)),
            ],
            "status": .string(status.rawValue),
            "objective": .array(goals.map(\.jsonValue)),
            "left_out": .array(
                leftOut.map { ["id": .string($0.id.rawValue), "why": .string($0.why.indonesian)] }),
            "search": [
                "nodes": .integer(Int64(nodes)), "repeatable": .bool(isRepeatable), "solver": .string(solver),
            ],
        ]
        members["plan"] = plan?.jsonValue
        members["risk"] = risk?.jsonValue
        if status == .infeasible { members["infeasible"] = conflictValue }
        return .object(members)
    }

    private var conflictValue: JSONValue {
        let statements = conflicts.map { statement -> JSONValue in
            var members: [String: JSONValue] = [
                "rule": .string(statement.rule.rawValue), "says": .string(statement.says.indonesian),
            ]
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
        [
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
    }
}

extension ProgramRow {
    fileprivate var jsonValue: JSONValue {
        [
            "id": .string(id.rawValue), "variant": .string(variant.rawValue),
            "start": .string(start.description), "finish": .string(finish.description),
            "value": .number(value), "quick_win": .bool(isQuickWin), "spend": .money(spend),
            "paid_by": .money(paidBy),
            "lines": .array(
                lines.map { ["name": .string($0.name), "paid_by": .money($0.paidBy)] }),
        ]
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
                ]
            )
        }
        return ["id": .string(id.rawValue), "years": .object(Dictionary(years) { _, last in last })]
    }
}

extension RuleRow {
    fileprivate var jsonValue: JSONValue {
        var members: [String: JSONValue] = ["id": .string(name), "measure": measure.jsonValue]
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

extension JSONValue {
    fileprivate static func exact(_ value: Exact) -> JSONValue {
        value.denominator == 1 ? .integer(value.numerator) : .number(value.doubleValue)
    }

    fileprivate static func money(_ years: [FiscalYear: Rupiah]) -> JSONValue {
        .object(Dictionary(years.map { ($0.key.description, .integer($0.value)) }) { _, last in last })
    }

    fileprivate static func money(_ paidBy: PaidBy) -> JSONValue {
        .object(Dictionary(paidBy.map { ($0.key.rawValue, money($0.value)) }) { _, last in last })
    }
}
