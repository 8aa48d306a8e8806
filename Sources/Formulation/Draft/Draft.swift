import Linear
import Portfolio

/// A choice of starts that need not keep the laws yet, with its violations and objective kept up to
/// date: the state of a local search.
package struct Draft {
    /// A candidate and the position of its start; nil where the program is not chosen.
    package struct Choice: Hashable, Sendable {
        /// Position of the candidate in the formulation.
        package let candidate: Int
        /// Position of the start among the candidate's.
        package let start: Int
    }

    private let formulation: MIPFormulation
    private let tables: DraftTables
    private let funding: FundingTest
    private var activity: [Double]
    private var need: [Double]
    private var values: [Double]
    private var bonusOn: [Bool]
    /// The choice of every program, in the scenario's order.
    package private(set) var choices: [Choice?]
    /// Σ of weighted violations of all rows without money; 0 where none is broken.
    package private(set) var penalty = 0.0
    /// Objective to be minimised, in the goal's model.
    package private(set) var objective = 0.0

    /// Makes an empty draft for a goal.
    package init(_ formulation: MIPFormulation, goal: Goal) {
        self.formulation = formulation
        tables = DraftTables(formulation, goal: goal)
        funding = formulation.funding.test
        activity = Array(repeating: 0, count: tables.rows.count)
        need = Array(repeating: 0, count: formulation.funding.needTerms.count)
        values = Array(repeating: 0, count: formulation.model.columns.count)
        bonusOn = Array(repeating: false, count: formulation.bonuses.count)
        choices = Array(repeating: nil, count: formulation.scenario.programs.count)
        penalty = tables.rows.indices.reduce(0) { $0 + violation($1) }
    }

    /// Whether no row is broken and the money suffices.
    package var isFeasible: Bool { penalty <= 1e-9 && isFundable }

    /// Whether the money suffices.
    package var isFundable: Bool { funding.isFundable(formulation.funding.rupiah(need)) }

    /// Every possible choice of a program.
    package func options(of program: Int) -> [Choice] {
        formulation.candidates[program].flatMap { candidate in
            formulation.starts[candidate].columns.indices.map { Choice(candidate: candidate, start: $0) }
        }
    }

    /// The draft as a plan.
    package var plan: Plan {
        Plan(
            programs: choices.enumerated().compactMap { program, choice in
                choice.map {
                    let candidate = formulation.starts[$0.candidate].candidate
                    return PlannedProgram(
                        program: formulation.scenario.programs[program].id, variant: candidate.variant.id,
                        start: candidate.starts[$0.start])
                }
            })
    }

    /// Changes one program's choice.
    package mutating func set(_ program: Int, to choice: Choice?) {
        guard choices[program] != choice else { return }
        var touched: Set<Int> = []
        let old = choices[program]
        choices[program] = choice
        if let old, let choice, old.candidate == choice.candidate {
            let moved = min(old.start, choice.start)..<max(old.start, choice.start)
            change(columns(old.candidate)[moved], by: choice.start < old.start ? 1 : -1, &touched)
        } else {
            if let old { change(columns(old.candidate)[old.start...], by: -1, &touched) }
            if let choice { change(columns(choice.candidate)[choice.start...], by: 1, &touched) }
        }
        for bonus in touched { refresh(bonus) }
    }

    private func columns(_ candidate: Int) -> [Model.Column] { formulation.starts[candidate].columns }

    private mutating func change(
        _ columns: ArraySlice<Model.Column>, by sign: Double, _ touched: inout Set<Int>
    ) {
        for column in columns {
            let index = column.index
            values[index] += sign
            objective += sign * tables.costs[index]
            for entry in tables.entries[index] {
                penalty -= violation(entry.target)
                activity[entry.target] += sign * entry.amount
                penalty += violation(entry.target)
            }
            for entry in tables.needs[index] { need[entry.target] += sign * entry.amount }
            touched.formUnion(tables.bonuses[index])
        }
    }

    private func violation(_ row: Int) -> Double {
        let bounds = tables.rows[row]
        let excess = max(bounds.lower - activity[row], activity[row] - bounds.upper)
        return excess > 1e-9 ? excess * bounds.weight : 0
    }

    private mutating func refresh(_ index: Int) {
        let bonus = formulation.bonuses[index]
        let isOn = bonus.members.allSatisfy { member in
            member.contains { values[$0.column.index] > 0.5 }
        }
        guard isOn != bonusOn[index] else { return }
        bonusOn[index] = isOn
        objective += (isOn ? 1 : -1) * tables.costs[bonus.column.index]
    }
}
