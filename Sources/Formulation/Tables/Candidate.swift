import Portfolio

/// One way of carrying out one program, with everything that depends only on its start.
struct Candidate {
    /// Position of the program in the scenario.
    let program: Int
    /// The variant.
    let variant: Variant
    /// d, periods of work.
    let duration: Int
    /// Periods in which it may start, ascending; empty where it can start nowhere.
    let starts: [Int]
}

/// The periods in which a variant may start: calendar, window, contract, progress, must_not
/// (model.md §1, §3).
struct StartWindow {
    let calendar: PlanningCalendar

    /// Allowed starts t with t + d ≤ T, ascending.
    func starts(of variant: Variant, in program: Program, duration: Int) -> [Int] {
        guard program.mustNot == nil, duration <= calendar.periodCount else { return [] }
        return (0...(calendar.periodCount - duration)).filter { start in
            (program.inProgress == nil || start == 0)
                && isInside(variant.window, start: start, duration: duration)
                && (program.contract == .multiYear
                    || calendar.year(of: start) == calendar.year(of: start + duration - 1))
        }
    }

    private func isInside(_ window: Window, start: Int, duration: Int) -> Bool {
        let first = calendar.firstMonth(of: start)
        let last = calendar.lastMonth(of: start + duration - 1)
        return (window.earliest.map { first >= $0 } ?? true)
            && (window.latestFinish.map { last <= $0 } ?? true)
            && (window.startMonths?.contains(first.monthOfYear) ?? true)
    }
}
