import Portfolio

/// §3: Σ_{m,t} x[p,m,t] ≥ 1 for every program with `must`.
enum Must: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.scenario.programs.compactMap { program in
            guard let reason = program.must, !plan.lists(program.id) else { return nil }
            return Violation(
                rule: .must, place: reason.place, excess: .count(1),
                message: .saying {
                    "\($0.name(program.name)) wajib, tetapi tidak terpilih. Alasan: \(reason.text)"
                } english: {
                    "\($0.name(program.name)) is mandatory but not chosen. Reason: \(reason.text)"
                })
        }
    }
}
