import Portfolio

/// §7 read backwards: what a program requires that every plan chooses must come early enough for its last
/// possible start, t_B + offset ≤ latest start of A.
struct DeadlineReduction: StartReduction {
    static let rule = RuleID.requirement
    private let scenario: Scenario
    /// For every program the requirements of forced ones on it, with their last possible start.
    private let deadlines: [Program.ID: [Deadline]]

    private struct Deadline {
        let requiring: Program.ID
        let timing: TimingOffset
        let latest: Int
    }

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        var latest: [Int: Int] = [:]
        for candidate in candidates {
            guard let last = candidate.starts.last else { continue }
            latest[candidate.program] = max(last, latest[candidate.program] ?? 0)
        }
        var deadlines: [Program.ID: [Deadline]] = [:]
        for index in scenario.inevitablePrograms {
            guard let last = latest[index] else { continue }
            let program = scenario.programs[index]
            for requirement in program.requires {
                let timing = TimingOffset(timing: requirement.timing, calendar: scenario.calendar)
                deadlines[requirement.program, default: []].append(
                    Deadline(requiring: program.id, timing: timing, latest: last))
            }
        }
        self.deadlines = deadlines
    }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        let program = scenario.programs[candidate.program]
        let missed = deadlines[program.id]?.first { deadline in
            deadline.timing.periods(after: candidate, of: program).map { start + $0 > deadline.latest }
                ?? false
        }
        guard let missed else { return nil }
        let month = scenario.calendar.firstMonth(of: missed.latest)
        return LocalizedText(
            "terlambat untuk \(missed.requiring), yang harus mulai paling lambat \(month)",
            english: "too late for \(missed.requiring), which must start by \(month)")
    }
}

extension Scenario {
    /// Positions of the programs that every lawful plan chooses: those that must be, those in progress, and
    /// what they require, ascending.
    var inevitablePrograms: [Int] {
        let positions = Dictionary(uniqueKeysWithValues: programs.enumerated().map { ($1.id, $0) })
        var open = programs.indices.filter { programs[$0].must != nil || programs[$0].inProgress != nil }
        var all = Set(open)
        while let next = open.popLast() {
            for required in programs[next].requires.compactMap({ positions[$0.program] })
            where all.insert(required).inserted { open.append(required) }
        }
        return all.sorted()
    }
}
