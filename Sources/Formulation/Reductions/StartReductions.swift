import Portfolio

/// The starts that plans may need, and why the others are taken away.
///
/// What is taken away is either in no lawful plan, or (only where that is asked for) in no best one; so the
/// optimum stays, and so do the plans that tie in it.
public struct StartReductions {
    /// What was taken away, in the order in which it was found.
    public private(set) var removed: [RemovedStarts] = []
    /// Every variant of every program with the starts that are left.
    private(set) var candidates: [Candidate]
    private let scenario: Scenario

    /// Laws that judge a start by itself.
    private static var single: [any StartReduction.Type] {
        [
            MustNotReduction.self, CalendarReduction.self, ProgressReduction.self, WindowReduction.self,
            ContractReduction.self, StaffReduction.self, FundingReduction.self,
        ]
    }
    /// Laws that judge a start by those of other programs, until nothing changes.
    private static var linked: [any StartReduction.Type] {
        [RequirementReduction.self, AlternativeReduction.self, DeadlineReduction.self]
    }

    /// Takes away what is in no lawful plan.
    ///
    /// - Parameter dropsDominated: whether what is in no best plan goes too.
    public init(scenario: Scenario, dropsDominated: Bool = false) {
        self.scenario = scenario
        candidates = Self.everything(in: scenario)
        for reduction in Self.single { apply(reduction) }
        var count = -1
        while count != removed.count {
            count = removed.count
            for reduction in Self.linked { apply(reduction) }
        }
        if dropsDominated { apply(DominanceReduction.self) }
    }

    /// Why a program can start nowhere, a reason each; empty where it can, and where it has no variant.
    public func obstacles(to program: Program.ID) -> [LocalizedText] {
        let own = candidates.filter { scenario.programs[$0.program].id == program }
        guard own.allSatisfy(\.starts.isEmpty) else { return [] }
        return removed.filter { $0.program == program }.map(\.reason).reduce(into: []) { reasons, reason in
            if !reasons.contains(reason) { reasons.append(reason) }
        }
    }

    /// Every variant of every program at every period.
    private static func everything(in scenario: Scenario) -> [Candidate] {
        scenario.programs.enumerated().flatMap { index, program in
            program.variants.map { variant in
                Candidate(
                    program: index, variant: variant,
                    duration: scenario.calendar.periods(covering: variant.duration.planned),
                    starts: Array(0..<scenario.calendar.periodCount))
            }
        }
    }

    private mutating func apply(_ reduction: any StartReduction.Type) {
        let judge = reduction.init(scenario: scenario, candidates: candidates)
        let before = candidates
        candidates = before.map { candidate in
            var reasons: [LocalizedText: Int] = [:]
            let kept = candidate.starts.filter { start in
                guard let reason = judge.objection(to: start, of: candidate) else { return true }
                note(reason, start, of: candidate, by: reduction.rule, &reasons)
                return false
            }
            return Candidate(
                program: candidate.program, variant: candidate.variant, duration: candidate.duration,
                starts: kept)
        }
    }

    /// Starts of a candidate that go for the same reason stand in one entry.
    private mutating func note(
        _ reason: LocalizedText, _ start: Int, of candidate: Candidate, by rule: RuleID,
        _ places: inout [LocalizedText: Int]
    ) {
        let month = scenario.calendar.firstMonth(of: start)
        if let place = places[reason] {
            removed[place].starts.append(month)
        } else {
            places[reason] = removed.count
            removed.append(
                RemovedStarts(
                    program: scenario.programs[candidate.program].id, variant: candidate.variant.id,
                    starts: [month], rule: rule, reason: reason))
        }
    }
}
