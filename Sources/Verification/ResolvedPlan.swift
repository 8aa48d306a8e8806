import Portfolio

/// A chosen program with everything that the laws need to know of it.
struct ChosenProgram {
    /// The program.
    let program: Program
    /// Its chosen variant.
    let variant: Variant
    /// First working period; may lie outside the calendar.
    let start: Int
    /// d, working periods, ≥ 1.
    let duration: Int

    /// f = t + d, the first period in which it operates.
    var finish: Int { start + duration }
}

/// A plan looked up in its scenario, whatever the plan's state.
///
/// Entries with an unknown program or variant are left out, of several entries of a program the
/// first stands; the law of one start reports them. Periods are bounded so that no sum overflows.
struct ResolvedPlan {
    /// The scenario whose laws hold.
    let scenario: Scenario
    /// The plan as it was given.
    let plan: Plan
    /// Who pays what, where that was given too.
    let allocation: Allocation?
    /// The chosen programs, sorted by id.
    let chosen: [ChosenProgram]
    /// Recomputed figures; nil where an entry is unknown, doubled or outside the calendar.
    let appraisal: Appraisal?
    private let byID: [Program.ID: ChosenProgram]
    private let listed: Set<Program.ID>

    /// Looks a plan up and appraises it where it can be.
    init(scenario: Scenario, plan: Plan, allocation: Allocation?) {
        self.scenario = scenario
        self.plan = plan
        self.allocation = allocation
        var byID: [Program.ID: ChosenProgram] = [:]
        for entry in plan.programs where byID[entry.program] == nil {
            byID[entry.program] = Self.resolve(entry, in: scenario)
        }
        self.byID = byID
        listed = Set(plan.programs.map(\.program))
        chosen = byID.values.sorted { $0.program.id < $1.program.id }
        let fits = chosen.allSatisfy { $0.start >= 0 && $0.finish <= scenario.calendar.periodCount }
        appraisal =
            fits && chosen.count == plan.programs.count
            ? Appraiser(scenario: scenario, chosen: chosen).appraisal() : nil
    }

    /// The entry of a program, nil where it is not chosen or its variant is unknown.
    subscript(id: Program.ID) -> ChosenProgram? { byID[id] }

    /// Whether the plan lists a program, in whatever variant.
    func lists(_ id: Program.ID) -> Bool { listed.contains(id) }

    /// Periods that some months take, bounded like every period.
    func periods(covering months: Exact) -> Int {
        Self.bounded(scenario.calendar.periods(covering: months))
    }

    private static func resolve(_ entry: PlannedProgram, in scenario: Scenario) -> ChosenProgram? {
        guard let program = scenario.program(entry.program), let variant = program.variant(entry.variant)
        else { return nil }
        return ChosenProgram(
            program: program, variant: variant, start: bounded(entry.start),
            duration: bounded(scenario.calendar.periods(covering: variant.duration.planned)))
    }

    private static func bounded(_ periods: Int) -> Int { min(max(periods, -1_000_000_000), 1_000_000_000) }
}
