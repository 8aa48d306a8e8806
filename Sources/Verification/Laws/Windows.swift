import Portfolio

/// §3: first month of t ≥ `earliest`; last month of t+d−1 ≤ `latest_finish`; month of the year of t ∈ `start_months`.
enum Windows: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.chosen.flatMap { entry in
            [
                tooEarly(entry, plan.scenario.calendar), tooLate(entry, plan.scenario.calendar),
                wrongMonth(entry, plan.scenario.calendar),
            ].compactMap { $0 }
        }
    }

    private static func tooEarly(_ entry: ChosenProgram, _ calendar: PlanningCalendar) -> Violation? {
        let month = calendar.firstMonth(of: entry.start)
        guard let earliest = entry.variant.window.earliest, month < earliest else { return nil }
        return violation(
            entry, months: earliest.ordinal - month.ordinal, calendar,
            .saying {
                "\($0.name(entry.program.name)) mulai \($0.month(month)), paling awal \($0.month(earliest))."
            } english: {
                "\($0.name(entry.program.name)) starts in \($0.month(month)), at the earliest \($0.month(earliest)) is allowed."
            })
    }

    private static func tooLate(_ entry: ChosenProgram, _ calendar: PlanningCalendar) -> Violation? {
        let month = calendar.lastMonth(of: entry.finish - 1)
        guard let latest = entry.variant.window.latestFinish, month > latest else { return nil }
        return violation(
            entry, months: month.ordinal - latest.ordinal, calendar,
            .saying {
                "\($0.name(entry.program.name)) selesai \($0.month(month)), paling lambat \($0.month(latest))."
            } english: {
                "\($0.name(entry.program.name)) finishes in \($0.month(month)), at the latest \($0.month(latest)) is allowed."
            })
    }

    /// The excess is the wait until the next period that may be a start; a year where none ever may.
    private static func wrongMonth(_ entry: ChosenProgram, _ calendar: PlanningCalendar) -> Violation? {
        guard let allowed = entry.variant.window.startMonths else { return nil }
        let waits = (0..<calendar.periodsPerYear).first {
            allowed.contains(calendar.firstMonth(of: entry.start + $0).monthOfYear)
        }
        guard waits != 0 else { return nil }
        let month = calendar.firstMonth(of: entry.start)
        let list = allowed.map(String.init).joined(separator: ", ")
        return violation(
            entry, months: (waits ?? calendar.periodsPerYear) * calendar.step.months, calendar,
            .saying {
                "\($0.name(entry.program.name)) mulai \($0.month(month)), hanya boleh mulai pada bulan ke-\(list)."
            } english: {
                "\($0.name(entry.program.name)) starts in \($0.month(month)), only months \(list) of a year are allowed."
            })
    }

    private static func violation(
        _ entry: ChosenProgram, months: Int, _ calendar: PlanningCalendar, _ message: LocalizedText
    ) -> Violation {
        let step = calendar.step.months
        return Violation(
            rule: .window, place: entry.variant.place.key("window"),
            excess: .count((months + step - 1) / step), message: message)
    }
}
