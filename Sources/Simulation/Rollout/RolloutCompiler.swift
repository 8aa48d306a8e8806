import Portfolio

/// Makes a planned portfolio ready for trials.
struct RolloutCompiler {
    let scenario: Scenario
    let planned: PlannedRollout
    let chosen: [(program: Program, variant: Variant, start: Int)]
    let position: [Program.ID: Int]
    let owners: [Owner]
    let worthYears: DiscountedYears

    /// Puts the plan's programs into plan order.
    ///
    /// - Throws: ``SimulationError/unknown(_:)`` where the plan names what the scenario does not have.
    init(scenario: Scenario, planned: PlannedRollout) throws(SimulationError) {
        self.scenario = scenario
        self.planned = planned
        var chosen: [(program: Program, variant: Variant, start: Int)] = []
        for entry in planned.plan.programs {
            guard let program = scenario.program(entry.program), let variant = program.variant(entry.variant)
            else { throw .unknown("\(entry.program)/\(entry.variant)") }
            chosen.append((program, variant, entry.start))
        }
        chosen.sort { left, right in
            let (one, other) = (planned.density(of: left.program.id), planned.density(of: right.program.id))
            if left.start != right.start { return left.start < right.start }
            return one != other ? one > other : left.program.id < right.program.id
        }
        self.chosen = chosen
        position = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1.program.id, $0) })
        owners = scenario.owners.filter { $0.staff != nil }
        worthYears = DiscountedYears(
            discountRate: scenario.discountRate,
            horizon: Double(scenario.calendar.horizon * scenario.calendar.step.months))
    }

    /// Lays out programs, lines, money and time.
    func compile() -> Rollout {
        var setIDs: [[Fund.ID]] = []
        var lines: [RolloutLine] = []
        let weights = Profiles(chosen.map { profiles(of: $0.variant) })
        var lineSets: [FundSets.LineKey: Int] = [:]
        var programs: [RolloutProgram] = []
        for (index, entry) in chosen.enumerated() {
            let first = lines.count
            for line in entry.variant.costs {
                let set = setIDs.firstIndex(of: line.eligibleFunds) ?? setIDs.count
                if set == setIDs.count { setIDs.append(line.eligibleFunds) }
                lineSets[FundSets.LineKey(program: entry.program.id, line: line.name)] = set
                lines.append(compile(line, of: index, variant: entry.variant, set: set, weights))
            }
            programs.append(compile(index, lines: first..<lines.count))
        }
        let sets = FundSets(
            scenario: scenario, sets: setIDs, allocation: planned.allocation, lineSets: lineSets)
        return assemble(programs, lines, weights.table, sets)
    }

    /// The programs from which a program is reached, and which it reaches, by starts without lag.
    private static func together(with index: Int, among programs: [RolloutProgram]) -> [Int] {
        func reached(from first: Int) -> Set<Int> {
            var (open, known) = ([first], Set([first]))
            while let next = open.popLast() {
                for other in programs[next].simultaneous where known.insert(other).inserted {
                    open.append(other)
                }
            }
            return known
        }
        return reached(from: index).filter { $0 == index || reached(from: $0).contains(index) }.sorted()
    }

    private func assemble(
        _ programs: [RolloutProgram], _ lines: [RolloutLine], _ weights: Table<Double>, _ sets: FundSets
    ) -> Rollout {
        let calendar = scenario.calendar
        let ends = calendar.years.map { year in
            Double(
                min(Month(year: year.year + 1, month: 1), calendar.end.advanced(by: 1)).ordinal
                    - calendar.start.ordinal)
        }
        let together = programs.indices.map { Self.together(with: $0, among: programs) }
        return Rollout(
            programs: programs, together: together, lines: Table(lines), weights: weights,
            network: Network(programs: programs, lines: lines, together: together),
            staff: owners.map { $0.staff ?? 0 },
            synergies: synergies, plainWorth: WorthCurve(years: worthYears, ramp: []), sets: sets,
            fundIDs: scenario.funds.map(\.id), years: calendar.years, yearEnds: Table(ends),
            revisions: calendar.years.map(revision), grace: scenario.risk.yearEndGrace)
    }

    /// The month in which a year's revised budget can first be used, where it lies after month 0.
    private func revision(of year: FiscalYear) -> Double? {
        guard let month = scenario.risk.budgetRevisionMonth, month > 1 else { return nil }
        let first = Month(year: year.year, month: month)
        guard first > scenario.calendar.start, first <= scenario.calendar.end else { return nil }
        return Double(first.ordinal - scenario.calendar.start.ordinal)
    }

    private var synergies: [(members: [Int], points: Double)] {
        scenario.synergies.compactMap { synergy in
            let members = synergy.programs.compactMap { position[$0] }
            guard members.count == synergy.programs.count else { return nil }
            return (members, points(synergy.benefits))
        }
    }

    func points(_ benefits: [Dimension.ID: Double]) -> Double {
        scenario.dimensions.reduce(0) { $0 + scenario.weight(of: $1.id) * (benefits[$1.id] ?? 0) }
    }

    func periods(of variant: Variant) -> Int {
        scenario.calendar.periods(covering: variant.duration.planned)
    }

    /// The cumulative weights of a variant's cost lines.
    private func profiles(of variant: Variant) -> [[Double]] {
        variant.costs.map { cumulativeWeights(of: $0, in: variant) }
    }

    private func cumulativeWeights(of line: CostLine, in variant: Variant) -> [Double] {
        guard line.kind == .capital else { return [0] }
        return line.profile.weights(periods: periods(of: variant)).reduce(into: [0.0]) {
            $0.append($0[$0.count - 1] + $1)
        }
    }

    private func compile(
        _ line: CostLine, of index: Int, variant: Variant, set: Int, _ profiles: Profiles
    ) -> RolloutLine {
        let weights = cumulativeWeights(of: line, in: variant)
        return RolloutLine(
            program: index, isCapital: line.kind == .capital, amount: line.amount, set: set,
            weights: profiles.memory(of: weights), periods: weights.count - 1,
            months: line.years.map { 12 * Double($0) } ?? .infinity)
    }
}

extension RolloutProgram {
    /// The programs whose start, without lag, it waits for.
    fileprivate var simultaneous: [Int] {
        (requirements + alternatives).filter { $0.event == .start && $0.lag == 0 }.map(\.program)
    }
}

extension PlannedRollout {
    /// §8 value per rupiah of the whole calendar; infinite without spending.
    fileprivate func density(of program: Program.ID) -> Double {
        let spend = self.spend[program] ?? 0
        return spend == 0 ? .infinity : (values[program] ?? 0) / Double(spend)
    }
}
