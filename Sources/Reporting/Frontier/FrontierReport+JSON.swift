import Portfolio
import Simulation

extension FrontierReport {
    /// The frontier as JSON: sorted names; the same input gives the same bytes.
    public var json: String {
        var members = JSONValue.texts("name", scenario.name)
        members["digest"] = .string(digest)
        let value: JSONValue = [
            "schema": .integer(1), "scenario": .object(members), "vary": .string(vary),
            "goal": .string("\(scenario.objective.first ?? .maximiseValue)"),
            "points": .array(rows.map(point)), "programs": .array(spans.map(program)),
        ]
        return value.formatted
    }

    private func point(_ row: Row) -> JSONValue {
        let result = row.point.result
        return [
            "at": .number(row.point.value.doubleValue), "ceilings": .integer(row.point.ceilings),
            "status": .string(result.status.rawValue), "value": number(row.goal?.value),
            "bound": number(row.goal?.bound), "gap": number(row.goal?.gap),
            "cost": result.appraisal.map { .integer($0.cost) } ?? .null,
            "quick_wins": result.appraisal.map { .integer(Int64($0.quickWins)) } ?? .null,
            "count": row.chosen.map { .integer(Int64($0.count)) } ?? .null,
            "programs": .array((row.chosen ?? []).map { .string($0.rawValue) }),
            "enters": .array(row.entered.map { .string($0.rawValue) }),
            "leaves": .array(row.left.map { .string($0.rawValue) }),
            "per_billion": number(row.perBillion), "repeatable": .bool(result.isRepeatable),
            "p_all_quick_wins": .figure(row.risk?.portfolio.allQuickWins),
        ]
    }

    private func program(_ entry: (program: Program.ID, spans: [ClosedRange<Int>])) -> JSONValue {
        let spans = entry.spans.map { span -> JSONValue in
            [
                "from": .number(rows[span.lowerBound].point.value.doubleValue),
                "to": .number(rows[span.upperBound].point.value.doubleValue),
            ]
        }
        return ["id": .string(entry.program.rawValue), "chosen": .array(spans)]
    }

    private func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
}
