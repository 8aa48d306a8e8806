import Linear
import Portfolio

/// §7 `requires`: A has started by t only if B has started by t − offset.
///
///     Σ_m z[A,m,t] ≤ Σ_m z[B,m,t − offset(m)]   for every possible start t of A
///
/// Where B has no start between two of these, the later row says all that the earlier one says.
struct Requirements {
    func add(to builder: inout ModelBuilder) {
        for program in builder.scenario.programs {
            for requirement in program.requires { add(requirement, of: program, to: &builder) }
        }
    }

    private func add(_ requirement: Requirement, of program: Program, to builder: inout ModelBuilder) {
        let own = builder.starts(of: program.id)
        let timing = TimingOffset(timing: requirement.timing, calendar: builder.calendar)
        let asked = builder.askedStarts(of: program.id, given: requirement.timing) {
            builder.satisfied(requirement.program, by: $0, timing)
        }
        for (period, needed) in asked {
            let terms = own.flatMap { $0.started(by: period) } + needed.negated
            let name = builder.names.name(
                "requires", program.id.rawValue, requirement.program.rawValue,
                builder.calendar.firstMonth(of: period).description)
            builder.addRow(name, terms, in: (-.infinity)...0)
        }
    }
}

/// §7 `requires_any`: k·[A has started by t] ≤ Σ_B [B has started by t − offset].
struct AlternativeRequirements {
    func add(to builder: inout ModelBuilder) {
        for program in builder.scenario.programs {
            guard let alternatives = program.requiresAny else { continue }
            add(alternatives, of: program, to: &builder)
        }
    }

    private func add(
        _ alternatives: AlternativeRequirement, of program: Program, to builder: inout ModelBuilder
    ) {
        let own = builder.starts(of: program.id)
        let timing = TimingOffset(timing: alternatives.timing, calendar: builder.calendar)
        let asked = builder.askedStarts(of: program.id, given: alternatives.timing) { period in
            alternatives.of.flatMap { builder.satisfied($0, by: period, timing) }
        }
        for (period, needed) in asked {
            let started = own.flatMap { $0.started(by: period) }
            let terms = started.scaled(by: Double(alternatives.atLeast)) + needed.negated
            let name = builder.names.name(
                "requires~any", program.id.rawValue, builder.calendar.firstMonth(of: period).description)
            builder.addRow(name, terms, in: (-.infinity)...0)
        }
    }
}

/// How many periods before A's start B must have started (model.md §7).
struct TimingOffset {
    let timing: Timing
    let calendar: PlanningCalendar

    /// The offset for one candidate of B; nil where only B's choice counts.
    func periods(after candidate: Candidate, of program: Program) -> Int? {
        switch timing {
        case .choiceOnly: nil
        case .afterFinish(let lag): candidate.duration + calendar.periods(covering: lag)
        case .afterStart(let lag): calendar.periods(covering: lag)
        case .atProgress(let progress, let lag):
            work(candidate.duration, upTo: progress, from: program.inProgress ?? 0)
                + calendar.periods(covering: lag)
        }
    }

    /// ceil(d·(g' − g)/(1 − g)), 0 where g' ≤ g.
    private func work(_ duration: Int, upTo progress: Exact, from done: Exact) -> Int {
        guard progress > done else { return 0 }
        let (pn, pd) = (Int128(progress.numerator), Int128(progress.denominator))
        let (dn, dd) = (Int128(done.numerator), Int128(done.denominator))
        let top = Int128(duration) * (pn * dd - dn * pd)
        let bottom = pd * (dd - dn)
        return Int((top + bottom - 1) / bottom)
    }
}

extension ModelBuilder {
    /// 1 when a program has started early enough for another to start in a period.
    func satisfied(_ program: Program.ID, by period: Int, _ timing: TimingOffset) -> [Model.Term] {
        starts(of: program).flatMap { start in
            timing.periods(after: start.candidate, of: self.program(of: start))
                .map { start.started(by: period - $0) } ?? start.chosen
        }
    }

    /// The periods at which a requirement must be asked, with what it needs by then: every possible
    /// start, of those that need the same the last one.
    func askedStarts(
        of program: Program.ID, given timing: Timing, needed: (Int) -> [Model.Term]
    ) -> [(period: Int, needed: [Model.Term])] {
        let all = Set(starts(of: program).flatMap(\.candidate.starts)).sorted()
        return (timing == .choiceOnly ? Array(all.suffix(1)) : all).reduce(into: []) { asked, period in
            let needed = needed(period)
            if asked.last?.needed == needed { asked.removeLast() }
            asked.append((period, needed))
        }
    }
}
