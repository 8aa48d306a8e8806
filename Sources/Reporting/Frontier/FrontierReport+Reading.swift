import Planning
import Portfolio
import Probability

extension FrontierReport {
    /// Reads the text of a `frontier.json`.
    ///
    /// - Throws: ``UnusableOutcome`` naming the first value that is missing or of another type, also where
    ///   the text is not JSON.
    public init(json bytes: [UInt8]) throws(UnusableOutcome) {
        let root = try OutcomePart(json: bytes)
        let schema = try root.part("schema")
        guard try schema.whole().value == Self.schema else {
            throw schema.wrong("\(Self.schema)", "\(Self.schema)")
        }
        let scenario = try root.part("scenario")
        name = try scenario.localized("name")
        digest = try scenario.part("digest").text()
        vary = try root.part("vary").text()
        varied = try root.localized("varied")
        isOfFunds = try root.part("of_funds").flag()
        isOfMoney = try root["of_money"]?.flag() ?? isOfFunds
        let unitPart = try root.part("unit")
        guard let unit = Unit(rawValue: try unitPart.text()) else {
            throw unitPart.wrong("relative, share atau number", "relative, share or number")
        }
        self.unit = unit
        goal = try root.part("goal").text()
        simulation = try root["simulation"].map(Simulation.init)
        rows = try root.list("points").map(Row.init)
        var programs: [String: LocalizedText] = [:]
        for part in try root.list("programs") {
            programs[try part.part("id").text()] = try part.localized("name")
        }
        self.programs = programs
    }
}

extension FrontierReport.Simulation {
    fileprivate init(_ part: OutcomePart) throws(UnusableOutcome) {
        trials = try part.part("trials").whole().value
        seed = try part.part("seed").text()
        policy = try part.part("policy").text()
    }
}

extension FrontierReport.Row {
    fileprivate init(_ part: OutcomePart) throws(UnusableOutcome) {
        let statusPart = try part.part("status")
        guard let status = PlanStatus(rawValue: try statusPart.text()) else {
            throw statusPart.wrong(
                "optimal, feasible, infeasible atau unknown", "optimal, feasible, infeasible or unknown")
        }
        self.init(
            at: try part.part("at").number().value, ceilings: try part.part("ceilings").whole().value,
            status: status, value: try part["value"]?.number().value,
            bound: try part["bound"]?.number().value, gap: try part["gap"]?.number().value,
            cost: try part["cost"]?.whole().value, quickWins: try part["quick_wins"]?.whole().value,
            programs: part["count"] == nil ? nil : try Self.texts(part.list("programs")),
            entered: try Self.texts(part.list("enters")), left: try Self.texts(part.list("leaves")),
            perBillion: try part["per_billion"]?.number().value,
            isRepeatable: try part.part("repeatable").flag(),
            allQuickWins: try part["p_all_quick_wins"].map { figure throws(UnusableOutcome) in
                Estimate(
                    estimate: try figure.part("estimate").number().value,
                    low: try figure.part("low").number().value, high: try figure.part("high").number().value)
            })
    }

    private static func texts(_ parts: [OutcomePart]) throws(UnusableOutcome) -> [String] {
        try parts.map { part throws(UnusableOutcome) in try part.text() }
    }
}
