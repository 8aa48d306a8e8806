import Portfolio

/// §3: year(t) = year(t+d−1) for every chosen program with `contract: single_year`.
enum SingleYearContracts: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.chosen.compactMap { entry in
            let calendar = plan.scenario.calendar
            let first = calendar.year(of: entry.start)
            guard entry.program.contract == .singleYear, calendar.year(of: entry.finish - 1) != first
            else { return nil }
            let newYear = calendar.period(containing: Month(year: first.year + 1, month: 1))
            let end = calendar.lastMonth(of: entry.finish - 1)
            let beyond = entry.finish - newYear
            return Violation(
                rule: .singleYearContract, place: entry.program.place.key("contract"),
                excess: .count(beyond),
                message: .saying {
                    "Kontrak tahun tunggal \($0.name(entry.program.name)) berjalan sampai \($0.month(end)): \(beyond) periode setelah \($0.year(first))."
                } english: {
                    "The single-year contract of \($0.name(entry.program.name)) runs until \($0.month(end)): \(beyond) periods beyond \($0.year(first))."
                })
        }
    }
}
