import Portfolio

/// One way of carrying out one program, variant and start fixed, with what follows from it alone.
final class Choice: Sendable {
    let program: Program
    let variant: Variant
    let start: Int
    /// d, the working periods.
    let duration: Int
    /// f, the first period in which it operates.
    let finish: Int
    let isQuickWin: Bool
    /// Rupiah of every line in every period of the calendar, in the order of the variant's lines.
    let spending: [[Int]]
    /// The laws of §1–§3 that this choice breaks whatever else is chosen.
    let brokenLaws: Set<RuleID>

    init(_ program: Program, _ variant: Variant, start: Int, in scenario: Scenario) {
        let calendar = scenario.calendar
        self.program = program
        self.variant = variant
        self.start = start
        duration = ceiling(of: variant.duration.planned, over: calendar.step.months)
        finish = start + duration
        isQuickWin = Choice.isQuickWin(variant, finish: start + duration, in: scenario)
        let timing = WorkTiming(start: start, duration: duration, calendar: calendar)
        spending = variant.costs.map(timing.spending)
        brokenLaws = Choice.brokenLaws(program, variant, start: start, finish: finish, in: calendar)
    }

    var planned: PlannedProgram { PlannedProgram(program: program.id, variant: variant.id, start: start) }

    /// The last month of the last working period.
    func finishMonth(in calendar: PlanningCalendar) -> Month { calendar.lastMonth(of: finish - 1) }

    private static func isQuickWin(_ variant: Variant, finish: Int, in scenario: Scenario) -> Bool {
        guard let label = scenario.quickWin else { return false }
        let isOnTime = scenario.calendar.lastMonth(of: finish - 1) <= label.finishBy
        return isOnTime && !(label.maxDuration < variant.duration.planned)
    }

    private static func brokenLaws(
        _ program: Program, _ variant: Variant, start: Int, finish: Int, in calendar: PlanningCalendar
    ) -> Set<RuleID> {
        var broken: Set<RuleID> = []
        if finish > calendar.periodCount { broken.insert(.calendar) }
        if !isInside(variant.window, start: start, finish: finish, in: calendar) { broken.insert(.window) }
        if program.mustNot != nil { broken.insert(.mustNot) }
        if program.inProgress != nil && start != 0 { broken.insert(.inProgress) }
        let first = calendar.firstMonth(of: start)
        let last = calendar.lastMonth(of: finish - 1)
        if program.contract == .singleYear && first.year != last.year { broken.insert(.singleYearContract) }
        return broken
    }

    private static func isInside(
        _ window: Window, start: Int, finish: Int, in calendar: PlanningCalendar
    ) -> Bool {
        let first = calendar.firstMonth(of: start)
        let last = calendar.lastMonth(of: finish - 1)
        if let earliest = window.earliest, first < earliest { return false }
        if let latest = window.latestFinish, last > latest { return false }
        if let months = window.startMonths, !months.contains(first.monthOfYear) { return false }
        return true
    }
}

/// ceil(number / whole), for a number ≥ 0.
func ceiling(of number: Exact, over whole: Int) -> Int {
    let (top, bottom) = (Int(number.numerator), Int(number.denominator) * whole)
    return top / bottom + (top % bottom == 0 ? 0 : 1)
}
