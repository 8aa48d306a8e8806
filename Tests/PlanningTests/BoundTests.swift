import Formulation
import GLPK
import Linear
import Planning
import Portfolio
import TestSupport
import Testing

/// GLPK for relaxations and for parts of a model; the search for a proof never begins.
private struct HurriedSolver: MIPSolver {
    let name = "hurried"
    private let solver = GLPKSolver()

    func solve(_ model: Model, options: SolveOptions) -> SolveResult {
        let isWhole = options.progress != nil && model.columns.contains(where: \.isInteger)
        guard isWhole && !options.isQuick else { return solver.solve(model, options: options) }
        return SolveResult(termination: .timeLimit)
    }
}

@Suite struct BoundTests {
    @Test(
        "Where a search ends before it has a bound, the one of the first relaxation stands",
        arguments: randomSeeds(40)
    )
    func boundOfRelaxation(seed: UInt64) throws {
        let scenario = RandomScenario.make(seed: seed)
        let proved = try Planner(scenario: scenario, solver: GLPKSolver()).plan()
        let hurried = try Planner(scenario: scenario, solver: HurriedSolver()).plan()
        guard let goal = hurried.goals.first, let best = proved.goals.first else { return }
        let bound = try #require(goal.bound)
        let slack = 1e-6 * max(1, abs(best.value))
        #expect(goal.goal.isMaximised ? bound >= best.value - slack : bound <= best.value + slack)
    }
}
