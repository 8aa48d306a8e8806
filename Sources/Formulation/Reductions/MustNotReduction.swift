import Portfolio

/// §3 `must_not`: the program has no start.
struct MustNotReduction: StartReduction {
    static let rule = RuleID.mustNot
    private let scenario: Scenario

    init(scenario: Scenario, candidates: [Candidate]) { self.scenario = scenario }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        scenario.programs[candidate.program].mustNot.map { reason in
            LocalizedText(
                "dikecualikan oleh perencana: \(reason.text)",
                english: "excluded by the planner: \(reason.text)")
        }
    }
}
