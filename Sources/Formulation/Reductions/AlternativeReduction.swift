import Portfolio

/// §7 `requires_any`: no start before the earliest at which k of the listed programs can satisfy the timing,
/// and none where so many never can.
struct AlternativeReduction: StartReduction {
    static let rule = RuleID.alternativeRequirement
    private let scenario: Scenario
    /// For every program the first period in which enough of the listed ones can be satisfied.
    private let earliest: [Int]

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        let satisfaction = EarliestSatisfaction(scenario: scenario, candidates: candidates)
        earliest = scenario.programs.map { program in
            guard let alternatives = program.requiresAny else { return 0 }
            let periods = alternatives.of.map { satisfaction.period(of: $0, alternatives.timing) }.sorted()
            return periods.count < alternatives.atLeast ? Int.max : periods[alternatives.atLeast - 1]
        }
    }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        let from = earliest[candidate.program]
        guard start < from else { return nil }
        if from == Int.max {
            return LocalizedText(
                "terlalu sedikit program dalam `requires_any`-nya dapat dipilih",
                english: "too few programs of its `requires_any` can be chosen")
        }
        let month = scenario.calendar.firstMonth(of: from)
        return LocalizedText(
            "program dalam `requires_any`-nya paling cepat siap pada \(month)",
            english: "enough programs of its `requires_any` are ready in \(month) at the earliest")
    }
}
