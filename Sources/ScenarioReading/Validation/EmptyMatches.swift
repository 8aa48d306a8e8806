import Portfolio

extension RuleID {
    /// A choice of programs that matches none.
    static let matchesNothing = RuleID("matches-nothing")
}

extension Validation {
    /// Warns of rules, risks and funds whose values match no program.
    func warnOfEmptyMatches(_ scenario: Scenario) {
        for rule in scenario.rules {
            warnOfValues(in: rule.matching, at: rule.place.key("where"), scenario)
            if let each = rule.each, scenario.programs.compactMap(each.value).isEmpty {
                warnOfNothing("each: \(each.rawValue)", at: rule.place.key("each"))
            }
        }
        let risk = ScenarioPath().key("risk")
        for driver in scenario.risk.drivers {
            warnOfValues(
                in: driver.affects, at: risk.key("drivers").id(driver.id.rawValue).key("affects"), scenario)
        }
        for event in scenario.risk.events {
            warnOfValues(
                in: event.affects, at: risk.key("events").id(event.id.rawValue).key("affects"), scenario)
        }
        for (position, correlation) in scenario.risk.correlation.enumerated() {
            let place = risk.key("correlation").index(position).key("among")
            warnOfValues(in: correlation.among, at: place, scenario)
        }
    }

    private func warnOfValues(in selector: Selector, at place: ScenarioPath, _ scenario: Scenario) {
        let programs = scenario.programs
        warn(
            selector.dimensions?.map(\.rawValue), programs.map(\.dimension.rawValue), place.key("dimensions"))
        warn(selector.owners?.map(\.rawValue), programs.map(\.owner.rawValue), place.key("owners"))
        warn(selector.tags, programs.flatMap(\.tags), place.key("tags"))
        warn(selector.proposedBy, programs.compactMap(\.proposedBy), place.key("proposed_by"))
    }

    private func warn(_ values: [String]?, _ used: [String], _ place: ScenarioPath) {
        let used = Set(used)
        for value in values ?? [] where !used.contains(value) { warnOfNothing(value, at: place) }
    }

    private func warnOfNothing(_ value: String, at place: ScenarioPath) {
        reading.warning(
            .matchesNothing, at: location(place),
            LocalizedText(
                "`\(value)` tidak cocok dengan program mana pun.", english: "`\(value)` matches no program."),
            remedy: LocalizedText("Periksa ejaannya.", english: "Check its spelling."))
    }
}
