import Portfolio
import Testing
import Verification

/// Two years of periods of one year, some funds, and programs that only cost something.
struct FundingExample {
    /// What one program costs in the two years, and who may pay.
    struct Line {
        var amounts: [Rupiah]
        var funds: [Fund.ID]
    }

    var funds: [Fund]
    var lines: [Line]

    /// Program `p0` needs the first line's money, `p1` the second's, and so on.
    func scenario() throws -> Scenario {
        let calendar = try #require(
            PlanningCalendar(
                start: Month(year: 2023, month: 1), end: Month(year: 2024, month: 12), step: .year))
        return Scenario(
            name: LocalizedText("Contoh"), calendar: calendar,
            dimensions: [Dimension(id: "economy", name: LocalizedText("Ekonomi"))],
            owners: [Owner(id: "bappeda", name: LocalizedText("Bappeda"))], funds: funds,
            programs: lines.enumerated().map { program($0, $1) })
    }

    /// The plan of all programs.
    var plan: Plan {
        Plan(
            programs: lines.indices.map {
                PlannedProgram(program: Program.ID("p\($0)"), variant: "default", start: 0)
            })
    }

    /// A fund with ceilings of both years.
    static func fund(_ id: String, _ ceilings: [Rupiah], carry: Exact? = nil) -> Fund {
        Fund(
            id: Fund.ID(id), name: LocalizedText(id),
            ceilings: [FiscalYear(2023): ceilings[0], FiscalYear(2024): ceilings[1]],
            unspent: carry.map { .carry($0) } ?? .lapse)
    }

    private func program(_ position: Int, _ line: Line) -> Program {
        let total = line.amounts.reduce(0, +)
        let weights = total > 0 ? line.amounts.map { Int($0) } : [1, 0]
        let cost = CostLine(
            name: "alat", kind: .capital, amount: total, profile: .weights(weights), funds: line.funds,
            eligibleFunds: line.funds, place: ScenarioPath())
        return Program(
            id: Program.ID("p\(position)"), name: LocalizedText("p\(position)"), owner: "bappeda",
            dimension: "economy",
            variants: [
                Variant(
                    id: "default", duration: Duration(planned: 24), costs: [cost], place: ScenarioPath())
            ], place: ScenarioPath())
    }
}
