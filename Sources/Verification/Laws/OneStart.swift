import Portfolio

/// §3: Σ_{m,t} x[p,m,t] ≤ 1: a chosen program exists, has one known variant and one start, listed once.
enum OneStart: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        let entries = Dictionary(grouping: plan.plan.programs, by: \.program)
        return entries.keys.sorted().flatMap { id -> [Violation] in
            let listed = entries[id] ?? []
            guard let program = plan.scenario.program(id) else { return [unknown(id, times: listed.count)] }
            let unknownVariants = listed.filter { program.variant($0.variant) == nil }
            return unknownVariants.map { unknown($0.variant, of: program) }
                + (listed.count > 1 ? [repeated(program, times: listed.count)] : [])
        }
    }

    private static func unknown(_ id: Program.ID, times: Int) -> Violation {
        Violation(
            rule: .oneStart, place: ScenarioPath().key("programs").id(id.rawValue), excess: .count(times),
            message: .saying {
                _ in
                "Rencana memuat program \(id), yang tidak ada dalam skenario."
            } english: {
                _ in
                "The plan lists the program \(id), which the scenario does not have."
            })
    }

    private static func unknown(_ variant: Variant.ID, of program: Program) -> Violation {
        Violation(
            rule: .oneStart, place: program.place, excess: .count(1),
            message: .saying {
                "Rencana memilih varian \(variant) dari \($0.name(program.name)), yang tidak ada dalam skenario."
            } english: {
                "The plan chooses variant \(variant) of \($0.name(program.name)), which the scenario does not have."
            })
    }

    private static func repeated(_ program: Program, times: Int) -> Violation {
        Violation(
            rule: .oneStart, place: program.place, excess: .count(times - 1),
            message: .saying {
                "\($0.name(program.name)) tercantum \(times) kali dalam rencana; hanya boleh sekali."
            } english: {
                "\($0.name(program.name)) is listed \(times) times in the plan; once is allowed."
            })
    }
}
