import Portfolio

/// What one choice for a program takes of everything that laws limit: of the same entries, less is never
/// less lawful.
struct Footprint {
    /// Whole numbers: rupiah, persons, periods, programs.
    let takes: [Int64]
    /// Points under rules on benefit, which are compared with a tolerance and must therefore be the same.
    let points: [Double]

    /// Whether a lawful plan stays lawful with this in the other's place.
    func takesNoMore(than other: Footprint) -> Bool {
        for (own, theirs) in zip(takes, other.takes) where own > theirs { return false }
        return points == other.points
    }
}

/// Everything that laws limit, as far as a program takes of it.
struct Limits {
    private let scenario: Scenario
    private let spending: SpendTable
    private let rules: [RuleInstance]
    /// For every owner whether programs may compete for its staff in a period.
    private let contested: [Owner.ID: [Bool]]
    /// Timings of what requires a program.
    private let followers: [Program.ID: [TimingOffset]]
    /// Programs that a law may want to be chosen.
    private let wanted: Set<Program.ID>

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        spending = SpendTable(calendar: scenario.calendar)
        rules = scenario.ruleInstances
        contested = Self.contested(scenario, candidates)
        (followers, wanted) = (scenario.followers, scenario.wantedPrograms)
    }

    /// What can be limited for one program.
    struct OfProgram {
        fileprivate let limits: Limits
        fileprivate let program: Program
        fileprivate let owners: [Owner.ID]
        fileprivate let fundSets: [[Fund.ID]]
        fileprivate let rules: [RuleLimit]
    }

    /// What can be limited for a program, by its position in the scenario.
    func ofProgram(_ index: Int, variants: [Variant]) -> OfProgram {
        let program = scenario.programs[index]
        let owners = Set(variants.flatMap(\.staff.keys)).filter { contested[$0] != nil }.sorted()
        let sets = Set(variants.flatMap(\.costs).map(\.eligibleFunds))
        return OfProgram(
            limits: self, program: program, owners: owners,
            fundSets: sets.sorted { $0.lexicographicallyPrecedes($1) },
            rules: rules.flatMap { RuleLimit.all(of: $0, on: program, in: scenario) })
    }

    /// An owner's staff is contested where all that might work in a period need more than there is.
    private static func contested(_ scenario: Scenario, _ candidates: [Candidate]) -> [Owner.ID: [Bool]] {
        var contested: [Owner.ID: [Bool]] = [:]
        for owner in scenario.owners {
            guard let staff = owner.staff else { continue }
            let users = candidates.filter { $0.variant.staff[owner.id] ?? 0 > 0 }
            let isContested = (0..<scenario.calendar.periodCount).map { period in
                let needs = users.filter { $0.mayWork(in: period) }
                    .map { ($0.program, $0.variant.staff[owner.id] ?? 0) }
                return Dictionary(needs, uniquingKeysWith: max).values.reduce(0, +) > staff
            }
            if isContested.contains(true) { contested[owner.id] = isContested }
        }
        return contested
    }
}

extension Candidate {
    /// Whether some start has it at work in a period.
    fileprivate func mayWork(in period: Int) -> Bool {
        starts.contains { ($0..<$0 + duration).contains(period) }
    }
}

extension Limits.OfProgram {
    /// What a choice takes, always in the same order.
    func footprint(of choice: ProgramChoice) -> Footprint {
        Footprint(
            takes: [presence(of: choice)] + times(of: choice) + staff(of: choice) + money(of: choice)
                + rules.flatMap { $0.takes(choice) },
            points: rules.map { $0.points(choice) })
    }

    /// 1 where a program is left out that some law may want.
    private func presence(of choice: ProgramChoice) -> Int64 {
        guard case .leftOut = choice else { return 0 }
        return limits.wanted.contains(program.id) ? 1 : 0
    }

    /// How early it may start at most for what it waits for, and when it lets others start.
    private func times(of choice: ProgramChoice) -> [Int64] {
        let followers = limits.followers[program.id] ?? []
        guard case .start(let candidate, let start) = choice else {
            return [Int64.min] + followers.map { _ in Int64.max }
        }
        return [program.waits ? Int64(-start) : 0]
            + followers.map { timing in
                timing.periods(after: candidate, of: program).map { Int64(start + $0) } ?? 0
            }
    }

    private func staff(of choice: ProgramChoice) -> [Int64] {
        owners.flatMap { owner in
            (limits.contested[owner] ?? []).enumerated().filter(\.element).map { period, _ in
                guard case .start(let candidate, let start) = choice,
                    (start..<start + candidate.duration).contains(period)
                else { return 0 }
                return Int64(candidate.variant.staff[owner] ?? 0)
            }
        }
    }

    /// Rupiah of each eligible set in each year; carried money never asks for more than this.
    private func money(of choice: ProgramChoice) -> [Int64] {
        let years = limits.scenario.calendar.years.count
        var sums = [Int64](repeating: 0, count: fundSets.count * years)
        guard case .start(let candidate, let start) = choice else { return sums }
        for line in candidate.variant.costs {
            guard let set = fundSets.firstIndex(of: line.eligibleFunds) else { continue }
            let spend = limits.spending.yearlySpend(of: line, start: start, duration: candidate.duration)
            for (year, amount) in spend.enumerated() { sums[set * years + year] += amount }
        }
        return sums
    }
}

extension Program {
    /// Whether it has to wait for another program.
    fileprivate var waits: Bool {
        requires.contains { $0.timing != .choiceOnly }
            || requiresAny.map { $0.timing != .choiceOnly } ?? false
    }
}

extension Scenario {
    /// For every program the timings of those that require it, alone or among others.
    fileprivate var followers: [Program.ID: [TimingOffset]] {
        var followers: [Program.ID: [TimingOffset]] = [:]
        for program in programs {
            let single = program.requires.map { ($0.program, $0.timing) }
            let several = program.requiresAny.map { any in any.of.map { ($0, any.timing) } } ?? []
            for (required, timing) in single + several {
                followers[required, default: []].append(TimingOffset(timing: timing, calendar: calendar))
            }
        }
        return followers
    }

    /// Programs that must be chosen, or whose absence a group may not allow.
    fileprivate var wantedPrograms: Set<Program.ID> {
        let forced = programs.filter { $0.must != nil || $0.inProgress != nil }.map(\.id)
        let grouped = groups.filter { group in
            if case .atMost = group.kind { false } else { true }
        }
        return Set(forced + grouped.flatMap(\.of))
    }
}
