import Linear
import Portfolio

extension MIPFormulation {
    /// A value of a binary column that is neither 0 nor 1 within 1e-6: the solver's arithmetic
    /// failed.
    public struct NumericalFailure: Error, Sendable {
        /// The column's name.
        public let column: String
        /// Its value.
        public let value: Double
    }

    /// The plan that a solution stands for.
    ///
    /// - Throws: ``NumericalFailure`` where a binary column is not binary.
    public func plan(from values: [Double]) throws(NumericalFailure) -> Plan {
        var chosen: [PlannedProgram] = []
        for start in starts {
            let candidate = start.candidate
            for (index, column) in start.columns.enumerated() {
                let value = values[column.index]
                guard abs(value - value.rounded()) <= 1e-6, (0...1).contains(value.rounded()) else {
                    throw NumericalFailure(column: model.columns[column.index].name, value: value)
                }
                let before = index == 0 ? 0 : values[start.columns[index - 1].index].rounded()
                guard value.rounded() == 1, before == 0 else { continue }
                chosen.append(
                    PlannedProgram(
                        program: program(of: candidate), variant: candidate.variant.id,
                        start: candidate.starts[index]))
            }
        }
        return Plan(programs: chosen)
    }

    /// The values of all columns that stand for a plan; nil where it names a start that has no
    /// column, or its money cannot be allotted.
    public func values(of plan: Plan) -> [Double]? {
        var values = [Double](repeating: 0, count: model.columns.count)
        for planned in plan.programs {
            guard let (start, index) = position(of: planned) else { return nil }
            for column in start.columns[index...] { values[column.index] = 1 }
        }
        for bonus in bonuses {
            let operating = bonus.members.map {
                $0.reduce(0) { $0 + $1.coefficient * values[$1.column.index] } > 0.5
            }
            values[bonus.column.index] = bonus.columnValue(operating)
        }
        return funding.fill(&values) ? values : nil
    }

    /// Cuts off exactly one plan.
    public mutating func cutOff(_ plan: Plan) {
        let cut = exclusion(of: plan)
        addCut("cut", cut.terms, in: cut.bounds)
    }

    /// The row that only one plan breaks: Σ over its combinations of (1 − x) + Σ over programs not
    /// chosen of Σ x ≥ 1 (model.md §11).
    public func exclusion(of plan: Plan) -> SolutionVerdict.Cut {
        var terms: [Model.Term] = []
        for planned in plan.programs {
            guard let (start, index) = position(of: planned) else { continue }
            let at = start.candidate.starts[index]
            terms += start.sum { $0 == at ? -1 : 0 }
        }
        for (index, program) in scenario.programs.enumerated() where plan[program.id] == nil {
            terms += candidates[index].flatMap { starts[$0].chosen }
        }
        return SolutionVerdict.Cut(terms: terms, bounds: (1 - Double(plan.programs.count))...(.infinity))
    }

    private func position(of planned: PlannedProgram) -> (StartedBy, Int)? {
        guard let program = scenario.programs.firstIndex(where: { $0.id == planned.program }),
            let start = candidates[program].lazy.map({ starts[$0] })
                .first(where: { $0.candidate.variant.id == planned.variant }),
            let index = start.candidate.starts.firstIndex(of: planned.start)
        else { return nil }
        return (start, index)
    }

    private func program(of candidate: Candidate) -> Program.ID { scenario.programs[candidate.program].id }
}
