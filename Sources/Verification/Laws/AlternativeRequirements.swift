import Portfolio

/// §7: A chosen ⇒ |{B ∈ of : B chosen and its timing holds for A}| ≥ k, for `requires_any` of A.
enum AlternativeRequirements: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.chosen.compactMap { entry in
            guard let alternatives = entry.program.requiresAny else { return nil }
            let met = alternatives.of.count { isMet(by: $0, alternatives.timing, for: entry, in: plan) }
            guard met < alternatives.atLeast else { return nil }
            return violation(alternatives, of: entry, met: met)
        }
    }

    private static func isMet(
        by id: Program.ID, _ timing: Timing, for entry: ChosenProgram, in plan: ResolvedPlan
    ) -> Bool {
        guard plan.lists(id) else { return false }
        let first = plan[id].flatMap { EarliestStart.after($0, timing, in: plan) }
        return first.map { entry.start >= $0 } ?? true
    }

    private static func violation(
        _ alternatives: AlternativeRequirement, of entry: ChosenProgram, met: Int
    ) -> Violation {
        let list = alternatives.of.map(\.rawValue).joined(separator: ", ")
        return Violation(
            rule: .alternativeRequirement, place: alternatives.place,
            excess: .count(alternatives.atLeast - met),
            message: .saying {
                "\($0.name(entry.program.name)) memerlukan paling sedikit \(alternatives.atLeast) dari \(list) tepat pada waktunya; terpenuhi \(met)."
            } english: {
                "\($0.name(entry.program.name)) requires at least \(alternatives.atLeast) of \(list) in time; \(met) are."
            })
    }
}
