import Portfolio

extension FrontierReport {
    /// The frontier as JSON: sorted names; the same input gives the same bytes.
    public var json: String {
        var members = JSONValue.texts("varied", varied)
        members.merge([
            "schema": .integer(Self.schema),
            "scenario": .object(JSONValue.texts("name", name).merging(["digest": .string(digest)]) { $1 }),
            "vary": .string(vary), "of_funds": .bool(isOfFunds), "of_money": .bool(isOfMoney),
            "unit": .string(unit.rawValue),
            "goal": .string(goal), "simulation": simulation.map(\.jsonValue) ?? .null,
            "points": .array(rows.map(\.jsonValue)), "programs": .array(spans.map(program)),
        ]) { $1 }
        return JSONValue.object(members).formatted
    }

    /// The version of the form.
    static let schema: Int64 = 1

    private func program(_ entry: (program: String, spans: [ClosedRange<Int>])) -> JSONValue {
        var members = JSONValue.named(entry.program, programs[entry.program] ?? LocalizedText(entry.program))
        members["chosen"] = .array(
            entry.spans.map { span in
                [
                    "from": .number(rows[span.lowerBound].at), "to": .number(rows[span.upperBound].at),
                ]
            })
        return .object(members)
    }
}

extension FrontierReport.Simulation {
    fileprivate var jsonValue: JSONValue {
        ["trials": .integer(trials), "seed": .string(seed), "policy": .string(policy)]
    }
}

extension FrontierReport.Row {
    fileprivate var jsonValue: JSONValue {
        [
            "at": .number(at), "ceilings": .integer(ceilings), "status": .string(status.rawValue),
            "value": number(value), "bound": number(bound), "gap": number(gap),
            "cost": cost.map(JSONValue.integer) ?? .null,
            "quick_wins": quickWins.map(JSONValue.integer) ?? .null,
            "count": programs.map { .integer(Int64($0.count)) } ?? .null, "programs": list(programs ?? []),
            "enters": list(entered), "leaves": list(left), "per_billion": number(perBillion),
            "repeatable": .bool(isRepeatable), "p_all_quick_wins": .figure(allQuickWins),
        ]
    }

    private func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

    private func list(_ ids: [String]) -> JSONValue { .array(ids.map(JSONValue.string)) }
}
