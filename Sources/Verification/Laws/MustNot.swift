import Portfolio

/// §3: Σ_{m,t} x[p,m,t] = 0 for every program with `must_not`.
enum MustNot: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.scenario.programs.compactMap { program in
            guard let reason = program.mustNot, plan.lists(program.id) else { return nil }
            return Violation(
                rule: .mustNot, place: reason.place, excess: .count(1),
                message: .saying {
                    "\($0.name(program.name)) terpilih, padahal tidak boleh. Alasan: \(reason.text)"
                } english: {
                    "\($0.name(program.name)) is chosen but must not be. Reason: \(reason.text)"
                })
        }
    }
}
