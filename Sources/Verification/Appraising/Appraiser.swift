import Portfolio

/// Recomputes everything that follows from a plan whose programs all work within the calendar.
struct Appraiser {
    /// The scenario.
    let scenario: Scenario
    /// The chosen programs, sorted by id.
    let chosen: [ChosenProgram]
    private let curves: [[SpendCurve]]
    private let quickWins: [Bool]
    private let valuation: Valuation
    private let finishes: [Program.ID: Int]

    /// Prepares the spending of every line.
    init(scenario: Scenario, chosen: [ChosenProgram]) {
        self.scenario = scenario
        self.chosen = chosen
        curves = chosen.map { program in
            program.variant.costs.sorted { $0.name < $1.name }
                .map { SpendCurve(of: $0, for: program, calendar: scenario.calendar) }
        }
        quickWins = chosen.map { Self.isQuickWin($0, in: scenario) }
        valuation = Valuation(scenario: scenario)
        finishes = Dictionary(
            chosen.map { ($0.program.id, $0.finish) }, uniquingKeysWith: { first, _ in first })
    }

    /// All figures.
    func appraisal() -> Appraisal {
        let programs = programFigures()
        let synergies = synergyFigures()
        return Appraisal(
            programs: programs, synergies: synergies,
            value: synergies.reduce(programs.reduce(0) { $0 + $1.value }) { $0 + $1.value },
            cost: curves.joined().reduce(0) { $1.periods.reduce($0, +) },
            quickWins: quickWins.count { $0 },
            finishSum: chosen.reduce(0) { $0 + $1.finish },
            benefits: benefits(), operatingAfter: operatingAfter(),
            rules: RuleMeasures(scenario: scenario, entries: ruleEntries()).figures())
    }

    private func programFigures() -> [Appraisal.ProgramFigures] {
        chosen.indices.map { position in
            let entry = chosen[position]
            return Appraisal.ProgramFigures(
                planned: PlannedProgram(
                    program: entry.program.id, variant: entry.variant.id, start: entry.start),
                finish: entry.finish,
                value: valuation.value(of: entry, finishes: finishes),
                isQuickWin: quickWins[position],
                lines: curves[position].map { lineSpend(of: $0, program: entry.program) })
        }
    }

    private func lineSpend(of curve: SpendCurve, program: Program) -> Appraisal.LineSpend {
        Appraisal.LineSpend(
            name: curve.line.name,
            eligibleFunds: EligibleFunds.of(curve.line, of: program, in: scenario),
            years: curve.years(of: scenario.calendar))
    }

    private func synergyFigures() -> [Appraisal.SynergyFigures] {
        scenario.synergies.compactMap { synergy in
            let reached = synergy.programs.compactMap { finishes[$0] }
            guard reached.count == synergy.programs.count, let latest = reached.max() else { return nil }
            return Appraisal.SynergyFigures(
                id: synergy.id, value: valuation.value(of: synergy, from: latest))
        }
    }

    private func benefits() -> [Dimension.ID: Double] {
        var sums: [Dimension.ID: Double] = [:]
        for dimension in scenario.dimensions {
            sums[dimension.id] = chosen.reduce(0) { $0 + ($1.variant.benefits[dimension.id] ?? 0) }
        }
        return sums
    }

    private func operatingAfter() -> Rupiah {
        chosen.reduce(0) { sum, entry in
            entry.variant.costs
                .filter {
                    SpendCurve.runsAfterCalendar($0, from: entry.finish, calendar: scenario.calendar)
                }
                .reduce(sum) { $0 + $1.amount }
        }
    }

    private func ruleEntries() -> [RuleMeasures.Entry] {
        chosen.indices.map {
            RuleMeasures.Entry(chosen: chosen[$0], curves: curves[$0], isQuickWin: quickWins[$0])
        }
    }

    /// §9: D ≤ max_duration, and finished by `finish_by`.
    private static func isQuickWin(_ entry: ChosenProgram, in scenario: Scenario) -> Bool {
        guard let quickWin = scenario.quickWin else { return false }
        return entry.variant.duration.planned <= quickWin.maxDuration
            && scenario.calendar.lastMonth(of: entry.finish - 1) <= quickWin.finishBy
    }
}
