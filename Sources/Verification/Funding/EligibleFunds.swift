import Portfolio

/// S = funds that pay for the line ∩ funds that the line names (model.md §5).
enum EligibleFunds {
    /// The funds that may pay a line of a program, sorted by id.
    static func of(_ line: CostLine, of program: Program, in scenario: Scenario) -> [Fund.ID] {
        scenario.funds
            .filter { fund in line.funds?.contains(fund.id) ?? true }
            .filter { fund in pays(fund, line, of: program) }
            .map(\.id)
    }

    private static func pays(_ fund: Fund, _ line: CostLine, of program: Program) -> Bool {
        guard let limits = fund.paysFor else { return true }
        return (limits.kinds?.contains(line.kind) ?? true)
            && (limits.owners?.contains(program.owner) ?? true)
            && (limits.dimensions?.contains(program.dimension) ?? true)
            && (limits.tags?.contains(where: program.tags.contains) ?? true)
    }
}
