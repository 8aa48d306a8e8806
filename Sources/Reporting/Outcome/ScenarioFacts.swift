import Portfolio

/// What a report says about the scenario that an outcome was made from.
public struct ScenarioFacts: Sendable {
    /// The planning periods.
    public var calendar: PlanningCalendar
    /// ρ per year.
    public var discountRate: Double
    /// What makes a quick win; nil means no program is one.
    public var quickWin: QuickWin?
    /// Dimensions, sorted by id, with their normalised weights.
    public var dimensions: [(dimension: Dimension, share: Double)]
    /// Agencies, sorted by id.
    public var owners: [Owner]
    /// Funds, sorted by id.
    public var funds: [Fund]
    /// What the risks are called.
    let risks: RiskNames

    init(of scenario: Scenario) {
        calendar = scenario.calendar
        discountRate = scenario.discountRate
        quickWin = scenario.quickWin
        dimensions = scenario.dimensions.map { ($0, scenario.weight(of: $0.id)) }
        owners = scenario.owners
        funds = scenario.funds
        risks = RiskNames(of: scenario.risk)
    }
}

extension ScenarioFacts {
    /// The members that `scenario` has in `outcome.json` besides name, digest and counts.
    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "calendar": [
                "start": .string(calendar.start.description), "end": .string(calendar.end.description),
                "step": .string(calendar.step.rawValue),
                "benefits_until": .string(calendar.benefitsUntil.description),
            ],
            "discount_rate": .number(discountRate),
            "dimensions": .array(
                dimensions.map { entry in
                    .object(
                        JSONValue.named(entry.dimension.id.rawValue, entry.dimension.name).merging([
                            "weight": .number(entry.share)
                        ]) { $1 })
                }),
            "owners": .array(owners.map { .object(JSONValue.named($0.id.rawValue, $0.name)) }),
            "funds": .array(funds.map { .object(JSONValue.named($0.id.rawValue, $0.name)) }),
        ]
        members["quick_win"] = quickWin?.jsonValue
        if !risks.entries.isEmpty { members["risks"] = risks.jsonValue }
        return members
    }
}

extension QuickWin {
    fileprivate var jsonValue: JSONValue {
        var members = JSONValue.texts("label", label)
        members["finish_by"] = .string(finishBy.description)
        members["max_duration"] = .exact(maxDuration)
        return .object(members)
    }
}
