import Portfolio

/// §1: t + d ≤ T.
struct CalendarReduction: StartReduction {
    static let rule = RuleID.calendar
    private let calendar: PlanningCalendar

    init(scenario: Scenario, candidates: [Candidate]) { calendar = scenario.calendar }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        guard start + candidate.duration > calendar.periodCount else { return nil }
        return LocalizedText(
            "tidak selesai sampai akhir kalender, \(calendar.end)",
            english: "not finished by the end of the calendar, \(calendar.end)")
    }
}
