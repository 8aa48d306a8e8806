import Portfolio

/// §3: Σ_m x[p,m,0] = 1 for every program with `in_progress`.
enum InProgress: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.scenario.programs.compactMap { program in
            guard program.inProgress != nil else { return nil }
            guard plan.lists(program.id) else { return leftOut(program) }
            guard let entry = plan[program.id], entry.start != 0 else { return nil }
            return moved(entry, plan.scenario.calendar)
        }
    }

    private static func leftOut(_ program: Program) -> Violation {
        Violation(
            rule: .inProgress, place: program.place.key("in_progress"), excess: .count(1),
            message: .saying {
                "\($0.name(program.name)) sedang berjalan, tetapi tidak terpilih."
            } english: {
                "\($0.name(program.name)) is in progress but not chosen."
            })
    }

    private static func moved(_ entry: ChosenProgram, _ calendar: PlanningCalendar) -> Violation {
        let month = calendar.firstMonth(of: entry.start)
        return Violation(
            rule: .inProgress, place: entry.program.place.key("in_progress"),
            excess: .count(abs(entry.start)),
            message: .saying {
                "\($0.name(entry.program.name)) sedang berjalan, tetapi dijadwalkan mulai \($0.month(month)), bukan \($0.month(calendar.start))."
            } english: {
                "\($0.name(entry.program.name)) is in progress but planned to start in \($0.month(month)), not \($0.month(calendar.start))."
            })
    }
}
