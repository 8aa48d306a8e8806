import Planning
import Probability
import Reporting

/// Why a file is no baseline, or an outcome has not the form of one.
public struct Unusable: Error, Hashable, Sendable {
    /// What is wrong, and where.
    public let reason: String
    /// Whether a newer Selaras has written it.
    public var isNewer = false
}

extension Figures {
    /// Reads the judged parts of an outcome.
    ///
    /// - Throws: ``Unusable`` with the path of the first part that has another form.
    init(_ outcome: JSONValue) throws(Unusable) {
        let text = try outcome.part("status").asText("status")
        guard let status = PlanStatus(rawValue: text) else {
            throw Unusable(reason: "status: \"\(text)\" is not known")
        }
        self.status = status
        goals = []
        for (position, goal) in (outcome["objective"]?.elements ?? []).enumerated() {
            goals.append(try Goal(goal, at: "objective.\(position)"))
        }
        plan = nil
        if let value = outcome["plan"] { plan = try Plan(value) }
        risk = nil
        if let value = outcome["risk"] { risk = try Risk(value) }
    }
}

extension Figures.Goal {
    fileprivate init(_ value: JSONValue, at place: String) throws(Unusable) {
        name = try value.part("goal", at: place).asText("\(place).goal")
        self.value = try value.part("value", at: place).asNumber("\(place).value")
        bound = nil
        if let written = value["bound"], written != .null { bound = try written.asNumber("\(place).bound") }
    }
}

extension Figures.Plan {
    fileprivate init(_ plan: JSONValue) throws(Unusable) {
        value = try plan.part("value", at: "plan").asNumber("plan.value")
        cost = try plan.part("cost", at: "plan").asWhole("plan.cost")
        decisions = [:]
        money = [:]
        for (position, program) in (plan["programs"]?.elements ?? []).enumerated() {
            let place = "plan.programs.\(position)"
            let id = try program.part("id", at: place).asText("\(place).id")
            decisions[id] = try Figures.Decision(program, at: place)
        }
        for (position, fund) in (plan["funds"]?.elements ?? []).enumerated() {
            let place = "plan.funds.\(position)"
            let id = try fund.part("id", at: place).asText("\(place).id")
            for (year, figures) in fund["years"]?.members ?? [:] {
                let spent = try figures.part("spent", at: "\(place).years.\(year)")
                money[Figures.FundYear(fund: id, year: year)] = try spent.asWhole("\(place).years.\(year)")
            }
        }
    }
}

extension Figures.Decision {
    fileprivate init(_ program: JSONValue, at place: String) throws(Unusable) {
        variant = try program.part("variant", at: place).asText("\(place).variant")
        start = try program.part("start", at: place).asText("\(place).start")
        isQuickWin = program["quick_win"] == .bool(true)
    }
}

extension Figures.Risk {
    fileprivate init(_ risk: JSONValue) throws(Unusable) {
        trials = try risk.part("trials", at: "risk").asWhole("risk.trials")
        let written = try risk.part("seed", at: "risk")
        if let text = written.text { seed = text } else { seed = "\(try written.asWhole("risk.seed"))" }
        policy = try risk.part("policy", at: "risk").asText("risk.policy")
        figures = risk.figures
    }
}

extension JSONValue {
    /// Every figure with an interval inside, by path.
    fileprivate var figures: [String: Estimate] {
        if let figure = estimate { return ["": figure] }
        return namedParts.reduce(into: [:]) { found, part in
            for (path, figure) in part.value.figures {
                found[path.isEmpty ? part.name : "\(part.name).\(path)"] = figure
            }
        }
    }

    fileprivate func part(_ name: String, at place: String = "") throws(Unusable) -> JSONValue {
        guard let value = self[name] else {
            throw Unusable(reason: "\(place.isEmpty ? name : "\(place).\(name)") is missing")
        }
        return value
    }

    fileprivate func asText(_ place: String) throws(Unusable) -> String {
        guard let text else { throw Unusable(reason: "\(place): a text is expected") }
        return text
    }

    fileprivate func asWhole(_ place: String) throws(Unusable) -> Int64 {
        guard let whole else { throw Unusable(reason: "\(place): a whole number is expected") }
        return whole
    }

    fileprivate func asNumber(_ place: String) throws(Unusable) -> Double {
        guard let numeric else { throw Unusable(reason: "\(place): a number is expected") }
        return numeric
    }
}
