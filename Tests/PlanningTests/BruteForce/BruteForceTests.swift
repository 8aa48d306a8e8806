import Formulation
import GLPK
import Linear
import Planning
import Portfolio
import TestSupport
import Testing
import Verification

/// 520 tiny random scenarios, in which planner, verifier and formulation must agree with trying
/// every plan.
@Suite("Brute force")
struct BruteForceTests {
    private static let seeds = randomSeeds(520)

    @Test(
        "The planner reaches the optimum of every goal, or proves that there is no plan", arguments: seeds)
    func planner(seed: UInt64) throws {
        let force = BruteForce(RandomScenario.make(seed: seed))
        let result = try Planner(scenario: force.scenario, solver: GLPKSolver()).plan()
        let complaint = complaint(on: result, by: force)
        #expect(complaint == nil, "seed \(seed)\n\(force.scenario.dump)")
    }

    /// Every technique left out by itself, and all of them; and what is off as a rule.
    private static let switched: [(name: String, Techniques, GLPKParameters)] = {
        let left: [(String, Techniques)] = [
            ("no first plan", .firstPlan), ("no neighbourhoods", .neighbourhoods), ("no covers", .covers),
            ("no fixing by reduced costs", .reducedCosts), ("dominated starts too", .dominance),
            ("none of these", .standard),
        ]
        let added: [(String, Techniques)] = [
            ("merged rows", .mergedRows), ("tightened rows", .tightenedRows), ("probing", .probing),
            ("everything", .all),
        ]
        var plain = GLPKParameters()
        plain.propagation = false
        var rounding = GLPKParameters()
        rounding.mixedIntegerRoundingCuts = true
        rounding.gomoryCuts = true
        return left.map { ($0.0, Techniques.standard.subtracting($0.1), GLPKParameters()) }
            + added.map { ($0.0, Techniques.standard.union($0.1), GLPKParameters()) } + [
                ("no propagation", .standard, plain), ("GLPK's cuts too", .standard, rounding),
            ]
    }()

    @Test("Small amounts beside large ones do not make a scenario infeasible")
    func smallAmounts() throws { try planner(seed: 990_124) }

    @Test(
        "Each technique left out or added, the planner reaches the same optimum",
        arguments: switched.indices, randomSeeds(120))
    func techniques(switched: Int, seed: UInt64) throws {
        let (name, techniques, parameters) = Self.switched[switched]
        var options = PlanningOptions()
        options.techniques = techniques
        options.distance = seed.isMultiple(of: 2) ? .middling : .far
        let force = BruteForce(RandomScenario.make(seed: seed))
        let solver = GLPKSolver(parameters: parameters)
        let result = try Planner(scenario: force.scenario, solver: solver, options: options).plan()
        let complaint = complaint(on: result, by: force)
        #expect(complaint == nil, "\(name), seed \(seed)\n\(force.scenario.dump)")
    }

    @Test("No best plan has a start that another replaces for the better", arguments: seeds)
    func dominatedStarts(seed: UInt64) {
        let force = BruteForce(RandomScenario.make(seed: seed))
        let removed = StartReductions(scenario: force.scenario, dropsDominated: true).removed
        let used = force.optimum(of: force.answers)?.plans.flatMap(\.programs) ?? []
        let lost = used.filter { planned in
            let month = force.scenario.calendar.firstMonth(of: planned.start)
            return removed.contains {
                ($0.program, $0.variant) == (planned.program, planned.variant) && $0.starts.contains(month)
            }
        }
        #expect(lost.isEmpty, "seed \(seed)\n\(force.scenario.dump)")
    }

    @Test(
        "Every column that the tree does without has its value in every lawful plan",
        arguments: randomSeeds(120))
    func removals(seed: UInt64) throws {
        let force = BruteForce(RandomScenario.make(seed: seed))
        var options = PlanningOptions()
        options.techniques = [.probing, .mergedRows]
        options.explainsModel = true
        let result = try Planner(scenario: force.scenario, solver: GLPKSolver(), options: options).plan()
        let formulation = MIPFormulation(scenario: force.scenario)
        let place = Dictionary(
            uniqueKeysWithValues: formulation.model.columns.enumerated().map { ($1.name, $0) })
        let fixed = result.removals.compactMap { removal -> (column: Int, value: Double)? in
            switch removal.reason {
            case .decided(let value), .tried(let value): place[removal.name].map { ($0, value) }
            default: nil
            }
        }
        var broken = 0
        force.forEachPlan { plan, answer in
            guard answer != nil, let values = formulation.values(of: plan) else { return }
            broken += fixed.count { abs(values[$0.column] - $0.value) > 1e-6 }
        }
        #expect(broken == 0, "seed \(seed)\n\(force.scenario.dump)")
    }

    @Test("Every cover that is separated holds for every lawful plan", arguments: seeds)
    func covers(seed: UInt64) {
        let force = BruteForce(RandomScenario.make(seed: seed))
        let formulation = MIPFormulation(scenario: force.scenario)
        let relaxed = GLPKSolver().solve(
            formulation.relaxation(optimising: force.scenario.objective[0]), options: SolveOptions())
        var random = SplitMix64(seed: seed)
        let columns = formulation.model.columns
        let points =
            [relaxed.values ?? columns.map { _ in 1 }]
            + (0..<4).map { _ in columns.map { _ in random.unit() } }
        let cuts = points.flatMap { formulation.coverCuts.separate($0) }
        guard !cuts.isEmpty else { return }
        var broken = 0
        force.forEachPlan { plan, answer in
            guard answer != nil, let values = formulation.values(of: plan) else { return }
            broken += cuts.count { cut in
                let sum = cut.terms.reduce(0) { $0 + $1.coefficient * values[$1.column.index] }
                return !(cut.bounds.lowerBound - 1e-9...cut.bounds.upperBound + 1e-9).contains(sum)
            }
        }
        #expect(broken == 0, "seed \(seed)\n\(force.scenario.dump)")
    }

    @Test("The verifier accepts exactly the lawful plans and finds their goals", arguments: seeds)
    func verifier(seed: UInt64) {
        let force = BruteForce(RandomScenario.make(seed: seed))
        let verifier = Verifier(scenario: force.scenario)
        var complaints: [String] = []
        force.forEachPlan { plan, answer in
            let verdict = verifier.verify(plan)
            if verdict.isAccepted != (answer != nil) {
                let laws = force.brokenLaws(of: plan) ?? []
                complaints.append("\(plan.dump): \(verdict.violations.map(\.rule)) against \(laws)")
            } else if let answer, !agrees(verdict.appraisal, with: answer, in: force.scenario) {
                complaints.append("\(plan.dump): other goals than \(answer.goals)")
            }
        }
        #expect(complaints.isEmpty, "seed \(seed)\n\(force.scenario.dump)")
    }

    @Test("The integer program admits exactly the lawful plans", arguments: seeds)
    func formulation(seed: UInt64) {
        let force = BruteForce(RandomScenario.make(seed: seed))
        let formulation = MIPFormulation(scenario: force.scenario)
        var complaints: [String] = []
        force.forEachPlan { plan, answer in
            let violation = formulation.values(of: plan).map(formulation.model.violation)
            if (violation ?? .infinity <= 1e-7) != (answer != nil) {
                let laws = force.brokenLaws(of: plan) ?? []
                complaints.append(
                    "\(plan.dump): violation \(String(describing: violation)), breaks \(laws)")
            }
        }
        #expect(complaints.isEmpty, "seed \(seed)\n\(force.scenario.dump)")
    }

    /// What is wrong with a planner's result; nil where it is right.
    private func complaint(on result: PlanningResult, by force: BruteForce) -> String? {
        guard let optimum = force.optimum(of: force.answers) else {
            return result.status == .infeasible ? nil : "\(result.status) where nothing is lawful"
        }
        guard result.status == .optimal, let plan = result.plan else { return "\(result.status)" }
        for (found, best) in zip(result.goals, optimum.goals)
        where !isSame(found.value, best.value, best.goal) {
            return
                "\(best.goal): \(found.value) by \(plan.dump), not \(best.value) by \(optimum.plans[0].dump)"
        }
        let isComplete = result.goals.map(\.goal) == optimum.goals.map(\.goal)
        return isComplete && optimum.plans.contains(plan) ? nil : "\(plan.dump) is not among the best"
    }

    private func agrees(
        _ appraisal: Appraisal?, with answer: BruteForce.Answer, in scenario: Scenario
    ) -> Bool {
        guard let appraisal else { return false }
        return zip(scenario.objective, answer.goals).allSatisfy { goal, value in
            isSame(appraisal.value(of: goal), value, goal)
        }
    }

    private func isSame(_ one: Double, _ other: Double, _ goal: Goal) -> Bool {
        goal.isInteger ? one == other : abs(one - other) <= 1e-9 * max(1, abs(other))
    }
}
