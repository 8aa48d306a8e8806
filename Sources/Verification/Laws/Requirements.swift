import Portfolio

/// §7: A chosen ⇒ B chosen and start_A ≥ start_B + offset_B + lag, for every `requires` B of A.
enum Requirements: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.chosen.flatMap { entry in
            entry.program.requires.compactMap { requirement in
                guard plan.lists(requirement.program) else {
                    return missing(requirement, of: entry, in: plan.scenario)
                }
                guard let required = plan[requirement.program],
                    let first = EarliestStart.after(required, requirement.timing, in: plan),
                    entry.start < first
                else { return nil }
                return tooEarly(requirement, of: entry, after: required, first: first, in: plan)
            }
        }
    }

    private static func missing(
        _ requirement: Requirement, of entry: ChosenProgram, in scenario: Scenario
    ) -> Violation {
        let required =
            scenario.program(requirement.program)?.name ?? LocalizedText(requirement.program.rawValue)
        return Violation(
            rule: .requirement, place: requirement.place, excess: .count(1),
            message: .saying {
                "\($0.name(entry.program.name)) memerlukan \($0.name(required)), yang tidak terpilih."
            } english: {
                "\($0.name(entry.program.name)) requires \($0.name(required)), which is not chosen."
            })
    }

    private static func tooEarly(
        _ requirement: Requirement, of entry: ChosenProgram, after required: ChosenProgram, first: Int,
        in plan: ResolvedPlan
    ) -> Violation {
        let planned = plan.scenario.calendar.firstMonth(of: entry.start)
        let earliest = plan.scenario.calendar.firstMonth(of: first)
        return Violation(
            rule: .requirement, place: requirement.place, excess: .count(first - entry.start),
            message: .saying {
                "\($0.name(entry.program.name)) mulai \($0.month(planned)); menurut prasyarat \($0.name(required.program.name)) paling awal \($0.month(earliest))."
            } english: {
                "\($0.name(entry.program.name)) starts in \($0.month(planned)); its requirement of \($0.name(required.program.name)) allows \($0.month(earliest)) at the earliest."
            })
    }
}
