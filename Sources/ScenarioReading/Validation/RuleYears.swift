import Portfolio

extension RuleID {
    /// A rule on a year that the calendar does not have.
    static let yearOutsideCalendar = RuleID("year-outside-calendar")
}

extension Validation {
    /// `in` of a rule names a fiscal year of the calendar.
    func checkRuleYears(_ draft: Draft, _ calendar: PlanningCalendar) {
        for rule in draft.rules {
            guard let year = rule.inYear, !calendar.years.contains(year) else { continue }
            reading.error(
                .yearOutsideCalendar, at: location(rule.place.key("in")),
                LocalizedText(
                    "Tahun \(year) di luar kalender.", english: "The year \(year) is outside the calendar."),
                remedy: LocalizedText(
                    "Pilih tahun dari \(calendar.start.year) sampai \(calendar.end.year).",
                    english: "Choose a year from \(calendar.start.year) to \(calendar.end.year)."))
        }
    }
}
