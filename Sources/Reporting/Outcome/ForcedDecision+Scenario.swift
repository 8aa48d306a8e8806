import Portfolio

extension ForcedDecision {
    /// Every statement that takes a choice away from the optimiser, in the order of the model, then of ids.
    static func all(of scenario: Scenario) -> [ForcedDecision] {
        let programs = scenario.programs
        var list: [ForcedDecision] = []
        list += programs.compactMap { program in
            program.must.map { ForcedDecision(what: "must \(program.id)", reason: $0.text) }
        }
        list += programs.compactMap { program in
            program.mustNot.map { ForcedDecision(what: "must_not \(program.id)", reason: $0.text) }
        }
        list += programs.filter { $0.inProgress != nil }.map { plain("in_progress", $0.id.rawValue) }
        list += programs.filter { $0.variants.contains { $0.window != Window() } }
            .map { plain("window", $0.id.rawValue) }
        list += programs.filter { $0.contract == .singleYear }.map { plain("contract", $0.id.rawValue) }
        list += scenario.groups.map { plain("group", $0.id.rawValue) }
        list += scenario.rules.map { ForcedDecision(what: "rule \($0.id)", reason: $0.reason) }
        return list
    }

    private static func plain(_ kind: String, _ id: String) -> ForcedDecision {
        ForcedDecision(what: "\(kind) \(id)", reason: nil)
    }
}
