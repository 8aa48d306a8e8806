import Portfolio

/// An oracle for tiny scenarios: tries every plan there is and judges each by its own reading of
/// model.md §1–§10, sharing nothing with the formulation or the verifier.
public struct BruteForce: Sendable {
    /// A plan that keeps all laws, and what it reaches in each goal of the objective.
    public struct Answer: Sendable {
        /// The plan.
        public let plan: Plan
        /// The value of every goal, in the order of the objective.
        public let goals: [Double]
    }

    /// The scenario.
    public let scenario: Scenario
    /// For every program: not chosen, or each variant at each start of the calendar.
    private let options: [[Choice?]]
    private let position: [Program.ID: Int]

    /// Lays out the choices; nothing is tried yet.
    public init(_ scenario: Scenario) {
        self.scenario = scenario
        position = Dictionary(uniqueKeysWithValues: scenario.programs.enumerated().map { ($1.id, $0) })
        options = scenario.programs.map { program in
            [nil]
                + program.variants.flatMap { variant in
                    (0..<scenario.calendar.periodCount).map {
                        Choice(program, variant, start: $0, in: scenario)
                    }
                }
        }
    }

    /// How many plans there are, lawful or not.
    public var planCount: Int { options.reduce(1) { $0 * $1.count } }

    /// Tries every plan, lawful or not, in a fixed order: without an answer it breaks some law.
    public func forEachPlan(_ body: (Plan, Answer?) throws -> Void) rethrows {
        let laws = PlanLaws(scenario)
        let worth = Worth(scenario)
        for number in 0..<planCount {
            let selection = selection(number)
            let plan = selection.plan
            let goals = { scenario.objective.map { worth.value(of: $0, in: selection) } }
            try body(plan, isLawful(selection, laws) ? Answer(plan: plan, goals: goals()) : nil)
        }
    }

    /// Every plan that keeps all laws.
    public var feasiblePlans: [Plan] { answers.map(\.plan) }

    /// Every plan that keeps all laws, with its goals.
    public var answers: [Answer] {
        var answers: [Answer] = []
        forEachPlan { _, answer in
            if let answer { answers.append(answer) }
        }
        return answers
    }

    /// The best value of every goal, each among the plans that are best in the goals before; nil
    /// when no plan keeps all laws.
    public var optimum: [(goal: Goal, value: Double)]? { optimum(of: answers)?.goals }

    /// The best plans among some, and their goals; nil when there are none.
    public func optimum(
        of answers: [Answer]
    ) -> (goals: [(goal: Goal, value: Double)], plans: [Plan])? {
        var best = answers
        var goals: [(goal: Goal, value: Double)] = []
        for (index, goal) in scenario.objective.enumerated() {
            let values = best.map { $0.goals[index] }
            guard let target = goal.isMaximised ? values.max() : values.min() else { return nil }
            let tolerance = goal.isInteger ? 0 : 1e-9 * max(1, abs(target))
            best = best.filter { abs($0.goals[index] - target) <= tolerance }
            goals.append((goal, target))
        }
        return best.isEmpty ? nil : (goals, best.map(\.plan))
    }

    /// What a plan reaches in every goal of the objective; nil for one that is not enumerated.
    public func goals(of plan: Plan) -> [(goal: Goal, value: Double)]? {
        guard let selection = selection(of: plan) else { return nil }
        let worth = Worth(scenario)
        return scenario.objective.map { ($0, worth.value(of: $0, in: selection)) }
    }

    /// The laws that a plan breaks; nil for one that is not enumerated.
    public func brokenLaws(of plan: Plan) -> Set<RuleID>? {
        guard let selection = selection(of: plan) else { return nil }
        let laws = PlanLaws(scenario)
        let own = selection.chosen.reduce(into: Set<RuleID>()) { $0.formUnion($1.brokenLaws) }
        return own.union(RuleID.laws.filter { !laws.holds($0, in: selection) })
    }

    private func isLawful(_ selection: Selection, _ laws: PlanLaws) -> Bool {
        selection.chosen.allSatisfy(\.brokenLaws.isEmpty)
            && RuleID.laws.allSatisfy { laws.holds($0, in: selection) }
    }

    /// The plan of a number: one digit per program, each in its own base.
    private func selection(_ number: Int) -> Selection {
        var rest = number
        let entries = options.map { choices in
            defer { rest /= choices.count }
            return choices[rest % choices.count]
        }
        return Selection(entries, position: position)
    }

    private func selection(of plan: Plan) -> Selection? {
        var entries = [Choice?](repeating: nil, count: options.count)
        for planned in plan.programs {
            guard let index = position[planned.program], entries[index] == nil,
                let choice = options[index].first(where: { $0?.planned == planned })
            else { return nil }
            entries[index] = choice
        }
        return Selection(entries, position: position)
    }
}
