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
        facts = ScenarioFacts(of: scenario)
        let plan = result.appraisal.map { appraisal in
            PlanFigures(scenario: scenario, appraisal: appraisal, allocation: result.allocation)
        }
        self.plan = plan
        let leftOut = plan.map { LeftOut.all(of: scenario, besides: $0, result: result) } ?? []
        self.leftOut = leftOut
        saw =
            plan.map { plan in
                let chosen = plan.programs.map { ($0.id, $0.facts) }
                return SAWRanking(
                    scenario: scenario, chosen: Dictionary(chosen) { $1 }, leftOut: leftOut
                ).rows
            } ?? []
        conflicts = result.conflicts.map {
            ConflictStatement(rule: $0.rule, at: at($0.place), says: $0.says)
        }
        isRepeatable = result.isRepeatable
        nodes = result.nodes
        solver = result.solver
    }
}
