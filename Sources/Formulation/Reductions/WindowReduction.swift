import Portfolio

/// §3 `window`: first month of t ≥ earliest, last month of t+d−1 ≤ latest_finish, month of the year of
/// t ∈ start_months.
struct WindowReduction: StartReduction {
    static let rule = RuleID.window
    private let calendar: PlanningCalendar

    init(scenario: Scenario, candidates: [Candidate]) { calendar = scenario.calendar }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        let window = candidate.variant.window
        let first = calendar.firstMonth(of: start)
        let last = calendar.lastMonth(of: start + candidate.duration - 1)
        if let earliest = window.earliest, first < earliest {
            return LocalizedText(
                "sebelum awal jendelanya, \(earliest)", english: "before its window begins, \(earliest)")
        }
        if let latest = window.latestFinish, last > latest {
            return LocalizedText(
                "selesai sesudah batas jendelanya, \(latest)",
                english: "finished after its window ends, \(latest)")
        }
        guard let months = window.startMonths, !months.contains(first.monthOfYear) else { return nil }
        let list = months.map(String.init).joined(separator: ", ")
        return LocalizedText(
            "hanya boleh mulai pada bulan ke-\(list)",
            english: "may only start in the months \(list) of a year")
    }
}
