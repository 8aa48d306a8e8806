import Portfolio

/// The typed parts of a scenario as far as they could be read; what failed is absent.
struct Draft {
    var name: LocalizedText?
    var calendar: PlanningCalendar?
    var discountRate: Exact?
    var quickWin: QuickWin?
    var dimensions: [Dimension] = []
    var owners: [Owner] = []
    var funds: [Fund] = []
    /// Whether every fund was read, so that eligible sets are known.
    var fundsAreComplete = false
    var programs: [Program] = []
    var groups: [Group] = []
    var synergies: [Synergy] = []
    var rules: [Rule] = []
    var objective: [Goal] = Goal.standard
    var risk = Risk()
    var simulation = SimulationSettings()
    var expectations: [Expectation] = []
    var ties = TieJudgement.report

    /// The scenario; nil where its name or calendar is missing.
    var scenario: Scenario? {
        guard let name, let calendar else { return nil }
        return Scenario(
            name: name, calendar: calendar, discountRate: discountRate?.doubleValue ?? 0, quickWin: quickWin,
            dimensions: dimensions, owners: owners, funds: funds, programs: programs, groups: groups,
            synergies: synergies, rules: rules, objective: objective, risk: risk, simulation: simulation,
            expectations: expectations, ties: ties)
    }
}
