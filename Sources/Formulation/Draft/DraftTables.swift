import Linear
import Portfolio

/// What a draft looks up: for every option of every program what it adds to rows, needs, bonuses and
/// objective, all in whole numbers.
///
/// An option is one start of one candidate; options are numbered through, programs in order.
package final class DraftTables: Sendable {
    let rows: DraftRows
    /// What every option adds to rows.
    let activities: SparseRows
    /// What every option needs, in rupiah, sets in order, years within.
    let needs: SparseRows
    /// How many members of every bonus an option sets to work.
    let members: SparseRows
    /// What every option adds to the objective.
    let costs: ContiguousArray<Int64>
    /// What every bonus adds to the objective.
    let bonusCosts: ContiguousArray<Int64>
    /// Members of every bonus.
    let bonusSizes: ContiguousArray<Int64>
    /// The first option of every program, and the end.
    let begins: [Int]
    /// Candidate and start of every option.
    let choices: [Draft.Choice]
    /// Units of the objective in one of the goal's model.
    let costScale: Double

    /// Makes the tables of a goal.
    package init(_ formulation: MIPFormulation, goal: Goal) {
        let model = formulation.model(optimising: goal)
        var isStart = Array(repeating: false, count: model.columns.count)
        for column in formulation.starts.flatMap(\.columns) { isStart[column.index] = true }
        rows = DraftRows(model, isStart: isStart, moneyUnit: formulation.funding.moneyUnit)
        let total = model.columns.reduce(1) { $0 + abs($1.cost) }
        costScale = (0x1p60 / total).binade
        var effects = OptionEffects(formulation, model, rows, costScale)
        for program in formulation.candidates { effects.add(program) }
        (activities, needs, members) = (effects.activities, effects.needs, effects.members)
        (costs, begins, choices) = (effects.costs, effects.begins, effects.choices)
        let scale = costScale
        bonusCosts = ContiguousArray(
            effects.bonusCosts.map { Int64(($0 * scale).rounded()) })
        bonusSizes = ContiguousArray(formulation.bonuses.map { Int64($0.members.count) })
    }
}

/// Adds up, over the columns that a start sets to 1, what each of them changes.
private struct OptionEffects {
    private(set) var activities = SparseRows()
    private(set) var needs = SparseRows()
    private(set) var members = SparseRows()
    private(set) var costs: ContiguousArray<Int64> = []
    private(set) var begins = [0]
    private(set) var choices: [Draft.Choice] = []
    private let formulation: MIPFormulation
    private let model: Model
    private let rows: DraftRows
    private let costScale: Double
    /// What every bonus adds to the objective of the model.
    let bonusCosts: [Double]
    /// What every column adds to the objective, without what only bonuses bring.
    private let ownCosts: [Double]
    private var needsOf: [[(need: Int, amount: Double)]]
    private var membersOf: [[(bonus: Int, amount: Int64)]]

    /// What the columns from one on add, together.
    private struct Sum {
        var activity: [Int: Int64] = [:]
        var need: [Int: Double] = [:]
        var members: [Int: Int64] = [:]
        var cost = 0.0
    }

    init(_ formulation: MIPFormulation, _ model: Model, _ rows: DraftRows, _ costScale: Double) {
        (self.formulation, self.model, self.rows, self.costScale) = (formulation, model, rows, costScale)
        needsOf = Array(repeating: [], count: model.columns.count)
        membersOf = Array(repeating: [], count: model.columns.count)
        (bonusCosts, ownCosts) = Self.costs(formulation.bonuses, model)
        for (index, need) in formulation.funding.needTerms.enumerated() {
            for term in need { needsOf[term.column.index].append((index, term.coefficient)) }
        }
        for (index, bonus) in formulation.bonuses.enumerated() {
            for term in bonus.members.joined() {
                membersOf[term.column.index].append((index, Int64(term.coefficient.rounded())))
            }
        }
    }

    /// What bonuses add, and what is left of the columns' costs when the bonuses are taken out of them.
    private static func costs(_ bonuses: [Bonuses.Bonus], _ model: Model) -> (
        bonuses: [Double], own: [Double]
    ) {
        var own = model.columns.map(\.cost)
        let added = bonuses.map { bonus in
            let cost = model.columns[bonus.column.index].cost
            guard bonus.value > 0 else { return cost }
            for term in bonus.members.first ?? [] { own[term.column.index] += cost * term.coefficient }
            return -cost
        }
        return (added, own)
    }

    /// Adds all options of a program, candidates and starts in order.
    mutating func add(_ candidates: [Int]) {
        for candidate in candidates {
            let columns = formulation.starts[candidate].columns
            var (sum, sums) = (Sum(), [Sum]())
            for column in columns.reversed() {
                include(column.index, in: &sum)
                sums.append(sum)
            }
            for start in columns.indices where isAllowed(start, columns) {
                append(sums[columns.count - 1 - start], Draft.Choice(candidate: candidate, start: start))
            }
        }
        begins.append(choices.count)
    }

    private func isAllowed(_ start: Int, _ columns: [Model.Column]) -> Bool {
        columns[..<start].allSatisfy { model.columns[$0.index].lower < 0.5 }
            && columns[start...].allSatisfy { model.columns[$0.index].upper > 0.5 }
    }

    private func include(_ column: Int, in sum: inout Sum) {
        for (row, amount) in rows.amounts[column] { sum.activity[row, default: 0] += amount }
        for (need, amount) in needsOf[column] { sum.need[need, default: 0] += amount }
        for (bonus, amount) in membersOf[column] { sum.members[bonus, default: 0] += amount }
        sum.cost += ownCosts[column]
    }

    private mutating func append(_ sum: Sum, _ choice: Draft.Choice) {
        activities.append(sum.activity)
        needs.append(sum.need.mapValues { Int64(($0 * formulation.funding.moneyUnit).rounded()) })
        members.append(sum.members)
        costs.append(Int64((sum.cost * costScale).rounded()))
        choices.append(choice)
    }
}
