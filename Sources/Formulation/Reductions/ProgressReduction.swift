import Portfolio

/// §3 `in_progress`: t = 0.
struct ProgressReduction: StartReduction {
    static let rule = RuleID.inProgress
    private let scenario: Scenario

    init(scenario: Scenario, candidates: [Candidate]) { self.scenario = scenario }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        guard scenario.programs[candidate.program].inProgress != nil, start > 0 else { return nil }
        return LocalizedText(
            "sudah berjalan, jadi mulai pada awal kalender",
            english: "in progress, so that it starts with the calendar")
    }
}
