import Portfolio
import Simulation
import Verification

extension PlannedRollout {
    /// The verifier's figures of a plan, as the simulation needs them.
    public init(appraisal: Appraisal, allocation: Allocation) {
        let programs = appraisal.programs
        self.init(
            plan: Plan(programs: programs.map(\.planned)),
            values: Dictionary(uniqueKeysWithValues: programs.map { ($0.planned.program, $0.value) }),
            value: appraisal.value,
            spend: Dictionary(
                uniqueKeysWithValues: programs.map { program in
                    (program.planned.program, program.lines.reduce(0) { $0 + $1.years.values.reduce(0, +) })
                }),
            quickWins: Set(programs.filter(\.isQuickWin).map(\.planned.program)), allocation: allocation)
    }
}
