import Portfolio

/// §7 `requires`: no start before the earliest at which what is required can be satisfied, and none where
/// it can never be.
struct RequirementReduction: StartReduction {
    static let rule = RuleID.requirement
    private let scenario: Scenario
    /// For every program the requirement that waits longest, and the first period that satisfies it.
    private let latest: [(required: Program.ID, from: Int)?]

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        let satisfaction = EarliestSatisfaction(scenario: scenario, candidates: candidates)
        latest = scenario.programs.map { program in
            program.requires.map { ($0.program, satisfaction.period(of: $0.program, $0.timing)) }
                .max { ($0.1, $1.0) < ($1.1, $0.0) }
        }
    }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        guard let (required, from) = latest[candidate.program], start < from else { return nil }
        if from == Int.max {
            return LocalizedText(
                "memerlukan \(required), yang tidak dapat dipilih",
                english: "needs \(required), which cannot be chosen")
        }
        let month = scenario.calendar.firstMonth(of: from)
        return LocalizedText(
            "memerlukan \(required), yang paling cepat siap pada \(month)",
            english: "needs \(required), which is ready in \(month) at the earliest")
    }
}

/// When a required program can satisfy a timing at the earliest.
struct EarliestSatisfaction {
    private let scenario: Scenario
    private let ofProgram: [Program.ID: [Candidate]]

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        ofProgram = Dictionary(grouping: candidates) { scenario.programs[$0.program].id }
    }

    /// The first period in which a program that requires it may start; `Int.max` where there is none.
    func period(of program: Program.ID, _ timing: Timing) -> Int {
        let offset = TimingOffset(timing: timing, calendar: scenario.calendar)
        let periods = (ofProgram[program] ?? []).compactMap { candidate in
            candidate.starts.first.map { first in
                offset.periods(after: candidate, of: scenario.programs[candidate.program])
                    .map { first + $0 } ?? 0
            }
        }
        return periods.min() ?? Int.max
    }
}
