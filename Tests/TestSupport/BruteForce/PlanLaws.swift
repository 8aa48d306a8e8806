import Portfolio

/// The laws of model.md §3, §6 and §7 that tie programs together, read as plainly as they are written.
struct PlanLaws {
    let scenario: Scenario
    let funding: FundingCuts
    let rules: RuleLaws

    init(_ scenario: Scenario) {
        self.scenario = scenario
        funding = FundingCuts(scenario)
        rules = RuleLaws(scenario)
    }

    /// Whether one law holds.
    func holds(_ law: RuleID, in selection: Selection) -> Bool {
        switch law {
        case .must: scenario.programs.allSatisfy { $0.must == nil || selection[$0.id] != nil }
        case .inProgress: scenario.programs.allSatisfy { $0.inProgress == nil || selection[$0.id] != nil }
        case .fundCeilings: funding.canPay(selection.chosen, in: scenario.calendar)
        case .staffCapacity: scenario.owners.allSatisfy { hasStaff($0, selection) }
        case .requirement: selection.chosen.allSatisfy { meetsRequirements($0, selection) }
        case .alternativeRequirement: selection.chosen.allSatisfy { meetsAlternatives($0, selection) }
        case .group: scenario.groups.allSatisfy { holds($0, selection) }
        case .portfolioRule: rules.allHold(in: selection)
        default: true
        }
    }

    private func hasStaff(_ owner: Owner, _ selection: Selection) -> Bool {
        guard let capacity = owner.staff else { return true }
        return (0..<scenario.calendar.periodCount).allSatisfy { period in
            let working = selection.chosen.filter { $0.start <= period && period < $0.finish }
            return working.reduce(0) { $0 + ($1.variant.staff[owner.id] ?? 0) } <= capacity
        }
    }

    private func meetsRequirements(_ choice: Choice, _ selection: Selection) -> Bool {
        choice.program.requires.allSatisfy {
            isReady(choice, for: $0.timing, after: selection[$0.program])
        }
    }

    private func meetsAlternatives(_ choice: Choice, _ selection: Selection) -> Bool {
        guard let alternatives = choice.program.requiresAny else { return true }
        let ready = alternatives.of.filter {
            isReady(choice, for: alternatives.timing, after: selection[$0])
        }
        return ready.count >= alternatives.atLeast
    }

    /// Whether the required program is chosen and lets the other one start.
    private func isReady(_ choice: Choice, for timing: Timing, after required: Choice?) -> Bool {
        guard let required else { return false }
        let months = scenario.calendar.step.months
        return switch timing {
        case .choiceOnly: true
        case .afterStart(let lag): choice.start >= required.start + ceiling(of: lag, over: months)
        case .afterFinish(let lag): choice.start >= required.finish + ceiling(of: lag, over: months)
        case .atProgress(let progress, let lag):
            choice.start
                >= required.start + periods(of: required, to: progress) + ceiling(of: lag, over: months)
        }
    }

    /// ceil(d·(g' − g)/(1 − g)), 0 where g' ≤ g: the periods of work until the progress is reached.
    private func periods(of choice: Choice, to progress: Exact) -> Int {
        let done = choice.program.inProgress ?? 0
        guard done < progress else { return 0 }
        let (a, b) = (Int(progress.numerator), Int(progress.denominator))
        let (c, e) = (Int(done.numerator), Int(done.denominator))
        let (top, bottom) = (choice.duration * (a * e - c * b), b * (e - c))
        return (top + bottom - 1) / bottom
    }

    private func holds(_ group: Group, _ selection: Selection) -> Bool {
        let count = group.of.filter { selection[$0] != nil }.count
        return switch group.kind {
        case .atMost(let k): count <= k
        case .atLeast(let k): count >= k
        case .exactly(let k): count == k
        case .allOrNone: count == 0 || count == group.of.count
        }
    }
}
