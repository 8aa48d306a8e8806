import Portfolio

/// §6: Σ_{p working in s} need[p,o] ≤ staff[o] for every owner with staff and every period s.
enum StaffCapacity: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.scenario.owners.flatMap { owner -> [Violation] in
            guard let staff = owner.staff else { return [] }
            return (0..<plan.scenario.calendar.periodCount).compactMap { period in
                let needed = need(of: owner.id, in: period, by: plan.chosen)
                guard needed > staff else { return nil }
                return violation(
                    owner, needed: needed, staff: staff, plan.scenario.calendar.firstMonth(of: period))
            }
        }
    }

    private static func need(of owner: Owner.ID, in period: Int, by chosen: [ChosenProgram]) -> Int {
        chosen.filter { $0.start <= period && period < $0.finish }
            .reduce(0) { $0 + ($1.variant.staff[owner] ?? 0) }
    }

    private static func violation(_ owner: Owner, needed: Int, staff: Int, _ month: Month) -> Violation {
        Violation(
            rule: .staffCapacity,
            place: ScenarioPath().key("owners").id(owner.id.rawValue).key("staff"),
            excess: .count(needed - staff),
            message: .saying {
                "\($0.name(owner.name)) membutuhkan \(needed) orang pada \($0.month(month)), tersedia \(staff)."
            } english: {
                "\($0.name(owner.name)) needs \(needed) persons in \($0.month(month)), \(staff) are available."
            })
    }
}
