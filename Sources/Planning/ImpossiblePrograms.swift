import Formulation
import Portfolio

/// Programs that no plan can choose, with the reason, found without solving.
struct ImpossiblePrograms {
    let scenario: Scenario

    /// Why each such program cannot be chosen.
    var reasons: [Program.ID: LocalizedText] {
        let reductions = StartReductions(scenario: scenario)
        var reasons: [Program.ID: LocalizedText] = [:]
        for program in scenario.programs {
            let obstacles = reductions.obstacles(to: program.id)
            guard !obstacles.isEmpty else { continue }
            reasons[program.id] = LocalizedText(
                obstacles.map(\.indonesian).joined(separator: "; "),
                english: obstacles.map { $0.text(in: .english) }.joined(separator: "; "))
        }
        return reasons
    }
}

/// Statements that cannot be met, found without solving.
struct Conflicts {
    let scenario: Scenario

    /// Programs that must be chosen and cannot.
    var certain: [PlanningResult.Conflict] {
        let impossible = ImpossiblePrograms(scenario: scenario).reasons
        return scenario.programs.compactMap { program in
            guard let must = program.must, let reason = impossible[program.id] else { return nil }
            return PlanningResult.Conflict(
                rule: .must, place: must.place,
                says: LocalizedText(
                    "\(program.id) wajib, tetapi \(reason.text(in: .indonesian))",
                    english: "\(program.id) must be chosen, but \(reason.text(in: .english))"))
        }
    }
}
