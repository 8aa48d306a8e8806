import Linear
import Portfolio

/// What a draft looks up: for every column the rows, needs and bonuses that it changes.
///
/// Rows with payment or bonus columns are left out: payments follow from a flow, bonuses from the
/// starts.
struct DraftTables: Sendable {
    /// A row over start columns only.
    struct Bounds {
        let lower: Double
        let upper: Double
        /// What one unit of violation counts.
        let weight: Double
    }

    /// An amount added to a row or need.
    struct Entry {
        let target: Int
        let amount: Double
    }

    private(set) var rows: [Bounds] = []
    private(set) var entries: [[Entry]]
    private(set) var needs: [[Entry]]
    private(set) var bonuses: [[Int]]
    let costs: [Double]

    init(_ formulation: MIPFormulation, goal: Goal) {
        let model = formulation.model(optimising: goal)
        entries = Array(repeating: [], count: model.columns.count)
        needs = entries
        bonuses = Array(repeating: [], count: model.columns.count)
        costs = model.columns.map(\.cost)
        for row in model.rows where row.terms.allSatisfy({ model.columns[$0.column.index].isInteger }) {
            addRow(row)
        }
        for (index, need) in formulation.funding.needTerms.enumerated() {
            for term in need {
                needs[term.column.index].append(Entry(target: index, amount: term.coefficient))
            }
        }
        for (index, bonus) in formulation.bonuses.enumerated() {
            for column in Set(bonus.members.joined().map(\.column.index)) { bonuses[column].append(index) }
        }
    }

    private mutating func addRow(_ row: Model.RowData) {
        let largest = row.terms.reduce(1e-9) { max($0, abs($1.coefficient)) }
        for term in row.terms {
            entries[term.column.index].append(Entry(target: rows.count, amount: term.coefficient))
        }
        rows.append(Bounds(lower: row.lower, upper: row.upper, weight: 1 / largest))
    }
}
