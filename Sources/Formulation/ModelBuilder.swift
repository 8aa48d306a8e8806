import Linear
import Portfolio

/// The model under construction: what every law reads, and the rows it adds.
struct ModelBuilder {
    let scenario: Scenario
    let calendar: PlanningCalendar
    let worth: Worth
    let spending: SpendTable
    /// Started-by columns of every candidate, in the order of program and variant ids.
    private(set) var starts: [StartedBy] = []
    /// Positions in `starts` of each program's candidates.
    private(set) var candidates: [[Int]] = []
    /// Starts that have no columns, with the reason.
    let removed: [RemovedStarts]
    /// Columns that are no decision: payments, carried money, bonuses.
    var model = Model()
    var names = Names()
    /// Rupiah in one unit of money of the model: 1,000,000 unless amounts are small.
    let moneyUnit: Double
    private let positions: [Program.ID: Int]

    init(scenario: Scenario, reductions: StartReductions) {
        self.init(scenario: scenario, candidates: reductions.candidates, removed: reductions.removed)
    }

    init(scenario: Scenario, candidates: [Candidate], removed: [RemovedStarts] = []) {
        self.scenario = scenario
        self.removed = removed
        calendar = scenario.calendar
        worth = Worth(scenario: scenario)
        spending = SpendTable(calendar: scenario.calendar)
        moneyUnit = ModelBuilder.moneyUnit(of: scenario)
        positions = Dictionary(uniqueKeysWithValues: scenario.programs.enumerated().map { ($1.id, $0) })
        addStartedByColumns(of: candidates)
    }

    /// The position of a program in the scenario; nil for an unknown one.
    func position(of program: Program.ID) -> Int? { positions[program] }

    /// Candidates of a program; empty for an unknown one.
    func starts(of program: Program.ID) -> [StartedBy] {
        positions[program].map { candidates[$0].map { starts[$0] } } ?? []
    }

    /// The program of a candidate.
    func program(of start: StartedBy) -> Program { scenario.programs[start.candidate.program] }

    /// 1 when a program is chosen.
    func chosen(_ program: Program.ID) -> [Model.Term] { starts(of: program).flatMap(\.chosen) }

    /// Adds lower ≤ Σ terms ≤ upper; a row without columns stands too, for it may be infeasible.
    mutating func addRow(_ name: String, _ terms: [Model.Term], in bounds: ClosedRange<Double>) {
        model.addRow(name, terms, in: bounds)
    }

    /// Rupiah in the model's unit.
    func money(_ rupiah: Rupiah) -> Double { Double(rupiah) / moneyUnit }

    private mutating func addStartedByColumns(of reduced: [Candidate]) {
        candidates = Array(repeating: [], count: scenario.programs.count)
        for candidate in reduced {
            let program = scenario.programs[candidate.program]
            candidates[candidate.program].append(starts.count)
            let columns = addColumns(candidate, of: program, group: starts.count)
            starts.append(StartedBy(candidate: candidate, columns: columns))
        }
    }

    private mutating func addColumns(
        _ candidate: Candidate, of program: Program, group: Int
    ) -> [Model.Column] {
        candidate.starts.map { start in
            let month = calendar.firstMonth(of: start).description
            let name =
                program.variants.count == 1
                ? names.name("by", program.id.rawValue, month)
                : names.name("by", program.id.rawValue, candidate.variant.id.rawValue, month)
            return model.addColumn(name, in: 0...1, isInteger: true, group: group)
        }
    }

    /// Millions where amounts are of that size, so that coefficients lie near 1…10⁴; single rupiah
    /// for small examples.
    private static func moneyUnit(of scenario: Scenario) -> Double {
        let amounts = scenario.programs.flatMap { $0.variants.flatMap { $0.costs.map(\.amount) } }
        let largest = Double(amounts.max() ?? 0)
        var unit = 1.0
        while unit < 1e6, largest / unit > 1e5 { unit *= 10 }
        while largest / unit > 1e6 { unit *= 10 }
        return unit
    }
}
