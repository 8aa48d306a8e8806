import Formulation
import Portfolio

/// Programs that no plan can choose, with the reason, found without solving.
struct ImpossiblePrograms {
    let scenario: Scenario

    /// Why each such program cannot be chosen.
    var reasons: [Program.ID: LocalizedText] {
        let formulation = MIPFormulation(scenario: scenario)
        var reasons: [Program.ID: LocalizedText] = [:]
        for (index, program) in scenario.programs.enumerated() {
            if let reason = program.mustNot {
                reasons[program.id] = LocalizedText(
                    "dikecualikan oleh perencana: \(reason.text)",
                    english: "excluded by the planner: \(reason.text)")
            } else if !formulation.hasStart(index) {
                reasons[program.id] = LocalizedText(
                    "tidak dapat selesai dalam kalender, jendela waktu dan kontraknya",
                    english: "cannot finish within the calendar, its window and its contract")
            }
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
