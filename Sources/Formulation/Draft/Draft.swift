import Portfolio

/// A choice of starts that need not keep the laws yet, with its violations and objective kept up to
/// date in whole numbers: the state of a local search.
///
/// A move is tried by taking a program out and asking what each of its options would add.
package struct Draft {
    /// A candidate and the position of its start.
    package struct Choice: Hashable, Sendable {
        /// Position of the candidate in the formulation.
        package let candidate: Int
        /// Position of the start among the candidate's.
        package let start: Int
    }

    private let formulation: MIPFormulation
    let tables: DraftTables
    private let funding: FundingTest
    private(set) var activity: ContiguousArray<Int64>
    private(set) var need: ContiguousArray<Int64>
    private(set) var working: ContiguousArray<Int64>
    /// The option of every program, in the scenario's order; nil where it is not chosen.
    package private(set) var options: [Int?]
    /// Σ of weighted violations of all rows without money; 0 where none is broken.
    package private(set) var penalty: Int64 = 0
    /// Objective to be minimised, in units of ``costScale``.
    package private(set) var cost: Int64 = 0

    /// Makes an empty draft for a goal.
    package init(_ formulation: MIPFormulation, goal: Goal) {
        self.init(formulation, DraftTables(formulation, goal: goal))
    }

    /// Makes an empty draft that looks up what it needs in tables of its goal.
    package init(_ formulation: MIPFormulation, _ tables: DraftTables) {
        self.formulation = formulation
        self.tables = tables
        funding = formulation.funding.test
        activity = ContiguousArray(repeating: 0, count: tables.rows.lower.count)
        need = ContiguousArray(repeating: 0, count: formulation.funding.needTerms.count)
        working = ContiguousArray(repeating: 0, count: formulation.bonuses.count)
        options = Array(repeating: nil, count: formulation.scenario.programs.count)
        penalty = activity.indices.reduce(0) { $0 + tables.rows.violation($1, 0) }
    }

    /// Units of ``cost`` in one of the goal's model.
    package var costScale: Double { tables.costScale }

    /// Objective to be minimised, in the goal's model.
    package var objective: Double { Double(cost) / tables.costScale }

    /// Whether no row is broken and the money suffices.
    package var isFeasible: Bool { penalty == 0 && isFundable }

    /// Whether the money suffices.
    package var isFundable: Bool { funding.isFundable(need) }

    /// How many options all programs have.
    package var optionCount: Int { tables.choices.count }

    /// The numbers of a program's options.
    package func options(of program: Int) -> Range<Int> {
        tables.begins[program]..<tables.begins[program + 1]
    }

    /// The period in which an option starts.
    package func period(of option: Int) -> Int {
        let choice = tables.choices[option]
        return formulation.starts[choice.candidate].candidate.starts[choice.start]
    }

    /// The option of a program that is nearest to a choice of the same candidate first.
    package func options(of program: Int, near choice: Choice) -> [Int] {
        options(of: program).filter { tables.choices[$0].candidate == choice.candidate }.sorted {
            let (one, other) = (tables.choices[$0].start, tables.choices[$1].start)
            return (abs(one - choice.start), one) < (abs(other - choice.start), other)
        }
    }

    /// Rupiah that could be paid at most of every need, were it alone.
    var funds: ContiguousArray<Int64> { funding.mostPayable }

    /// The draft as a plan.
    package var plan: Plan {
        Plan(
            programs: options.enumerated().compactMap { program, option in
                option.map {
                    let choice = tables.choices[$0]
                    let candidate = formulation.starts[choice.candidate].candidate
                    return PlannedProgram(
                        program: formulation.scenario.programs[program].id, variant: candidate.variant.id,
                        start: candidate.starts[choice.start])
                }
            })
    }

    /// Changes one program's option.
    package mutating func set(_ program: Int, to option: Int?) {
        let old = options[program]
        guard old != option else { return }
        options[program] = option
        if let old { apply(old, -1) }
        if let option { apply(option, 1) }
    }

    /// Makes every program's option that of another moment of the same draft.
    package mutating func restore(_ earlier: [Int?]) {
        for program in options.indices { set(program, to: earlier[program]) }
    }

    /// What an option of a program that is not chosen would add to the penalty.
    package func penaltyAdded(by option: Int) -> Int64 {
        var sum: Int64 = 0
        for index in tables.activities[option] {
            let entry = tables.activities.entries[index]
            let now = activity[entry.target]
            sum += tables.rows.violation(entry.target, now + entry.amount)
            sum -= tables.rows.violation(entry.target, now)
        }
        return sum
    }

    /// What an option of a program that is not chosen would add to the cost.
    package func costAdded(by option: Int) -> Int64 {
        var sum = tables.costs[option]
        for index in tables.members[option] {
            let entry = tables.members.entries[index]
            if working[entry.target] + entry.amount == tables.bonusSizes[entry.target] {
                sum += tables.bonusCosts[entry.target]
            }
        }
        return sum
    }

    /// Whether the money would suffice with an option of a program that is not chosen.
    package mutating func isFundable(with option: Int) -> Bool {
        change(needsBy: option, 1)
        defer { change(needsBy: option, -1) }
        return isFundable
    }

    private mutating func apply(_ option: Int, _ sign: Int64) {
        if sign > 0 { cost += costAdded(by: option) }
        for index in tables.activities[option] {
            let entry = tables.activities.entries[index]
            let (row, before) = (entry.target, activity[entry.target])
            let after = before + sign * entry.amount
            activity[row] = after
            penalty += tables.rows.violation(row, after) - tables.rows.violation(row, before)
        }
        for index in tables.members[option] {
            let entry = tables.members.entries[index]
            working[entry.target] += sign * entry.amount
        }
        change(needsBy: option, sign)
        if sign < 0 { cost -= costAdded(by: option) }
    }

    private mutating func change(needsBy option: Int, _ sign: Int64) {
        for index in tables.needs[option] {
            let entry = tables.needs.entries[index]
            need[entry.target] += sign * entry.amount
        }
    }
}
