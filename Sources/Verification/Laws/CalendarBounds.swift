import Portfolio

/// §1: t ≥ 0 and t + d ≤ T: a chosen program works within the calendar.
enum CalendarBounds: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.plan.programs.compactMap { entry in
            guard let program = plan.scenario.program(entry.program),
                let variant = program.variant(entry.variant)
            else { return nil }
            let calendar = plan.scenario.calendar
            let duration = calendar.periods(covering: variant.duration.planned)
            guard entry.start >= 0 else { return tooEarly(program, by: -Int128(entry.start), calendar) }
            let late = Int128(entry.start) + Int128(duration) - Int128(calendar.periodCount)
            return late > 0 ? tooLate(program, by: late, calendar) : nil
        }
    }

    private static func tooEarly(
        _ program: Program, by periods: Int128, _ calendar: PlanningCalendar
    ) -> Violation {
        Violation(
            rule: .calendar, place: program.place, excess: .count(Int(clamping: periods)),
            message: .saying {
                "\($0.name(program.name)) mulai \(periods) periode sebelum kalender (\($0.month(calendar.start)))."
            } english: {
                "\($0.name(program.name)) starts \(periods) periods before the calendar (\($0.month(calendar.start)))."
            })
    }

    private static func tooLate(
        _ program: Program, by periods: Int128, _ calendar: PlanningCalendar
    ) -> Violation {
        Violation(
            rule: .calendar, place: program.place, excess: .count(Int(clamping: periods)),
            message: .saying {
                "\($0.name(program.name)) selesai \(periods) periode setelah akhir kalender (\($0.month(calendar.end)))."
            } english: {
                "\($0.name(program.name)) finishes \(periods) periods after the calendar's end (\($0.month(calendar.end)))."
            })
    }
}
