import Planning
import Portfolio
import Verification

extension Outcome {
    /// Lays out what the planner found.
    ///
    /// - Parameter at: turns a place of the scenario into `file:line`.
    public init(
        scenario: Scenario, digest: String, result: PlanningResult, at: (ScenarioPath) -> String?
    ) {
        name = scenario.name
        self.digest = digest
        candidateCount = scenario.programs.count
        calendar = scenario.calendar
        quickWinLabel = scenario.quickWin?.label
        status = result.status
        goals = result.goals
        plan = result.appraisal.map { appraisal in
            PlanFigures(scenario: scenario, appraisal: appraisal, allocation: result.allocation)
        }
        leftOut = result.appraisal.map { LeftOut.all(of: scenario, besides: $0, result: result) } ?? []
        conflicts = result.conflicts.map {
            ConflictStatement(rule: $0.rule, at: at($0.place), says: $0.says)
        }
        isRepeatable = result.isRepeatable
        nodes = result.nodes
        solver = result.solver
    }
}

extension LeftOut {
    static func all(of scenario: Scenario, besides appraisal: Appraisal, result: PlanningResult) -> [LeftOut]
    {
        let chosen = Set(appraisal.programs.map(\.planned.program))
        return scenario.programs.filter { !chosen.contains($0.id) }.map { program in
            LeftOut(
                id: program.id, name: program.name,
                why: why(program, chosen: chosen, result: result, scenario: scenario))
        }
    }

    private static func why(
        _ program: Program, chosen: Set<Program.ID>, result: PlanningResult, scenario: Scenario
    ) -> LocalizedText {
        if let reason = program.mustNot {
            return LocalizedText("dikecualikan: \(reason.text)", english: "excluded: \(reason.text)")
        }
        if let impossible = result.impossible[program.id] { return impossible }
        if let group = scenario.groups.first(where: { $0.excludes(program.id, beside: chosen) }) {
            let others = group.of.filter(chosen.contains).map(\.rawValue).joined(separator: ", ")
            return LocalizedText(
                "kelompok \(group.id) sudah terisi oleh \(others)",
                english: "group \(group.id) is taken by \(others)")
        }
        return result.status == .optimal
            ? LocalizedText(
                "tidak terpilih dalam portofolio optimal", english: "not chosen in the optimal portfolio")
            : LocalizedText(
                "tidak terpilih dalam portofolio yang ditemukan",
                english: "not chosen in the portfolio that was found")
    }
}

extension Group {
    /// Whether the group has no place left for one of its members beside the chosen.
    fileprivate func excludes(_ program: Program.ID, beside chosen: Set<Program.ID>) -> Bool {
        guard of.contains(program) else { return false }
        let taken = of.count(where: chosen.contains)
        switch kind {
        case .atMost(let limit), .exactly(let limit): return taken > 0 && taken >= limit
        case .atLeast, .allOrNone: return false
        }
    }
}
