import Portfolio

extension RuleID {
    /// A start that is in no best plan, because another or leaving the program out is always better.
    static let dominatedStart = RuleID("dominated-start")
}

/// Takes away starts that another start of the same program, or leaving it out, replaces in every lawful
/// plan: the plan stays lawful and comes out better in the order of goals.
///
/// It is better by more than what counts as a tie, so that all best plans stay, and with them whatever ties
/// among them. What takes the place may be taken away itself, for something better yet.
struct DominanceReduction: StartReduction {
    static let rule = RuleID.dominatedStart
    private let scenario: Scenario
    private let replacements: [StartName: ProgramChoice]

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        let limits = Limits(scenario: scenario, candidates: candidates)
        let goals = GoalGains(scenario: scenario, candidates: candidates)
        let ofProgram = Dictionary(grouping: candidates, by: \.program)
        var replacements: [StartName: ProgramChoice] = [:]
        for (program, own) in ofProgram {
            let contest = Contest(program: program, candidates: own, limits: limits, goals: goals)
            for (loser, winner) in contest.results { replacements[loser] = winner }
        }
        self.replacements = replacements
    }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        switch replacements[StartName(variant: candidate.name, period: start)] {
        case nil: return nil
        case .leftOut:
            return LocalizedText(
                "tanpa program ini rencana selalu lebih baik",
                english: "a plan is always better without the program")
        case .start(let other, let period):
            let month = scenario.calendar.firstMonth(of: period)
            return LocalizedText(
                "`\(other.variant.id)` mulai \(month) tidak memakai lebih banyak dan selalu lebih baik",
                english: "`\(other.variant.id)` from \(month) takes no more and is always better")
        }
    }
}

/// All that a plan may say of one program, each against the others.
private struct Contest {
    private let entrants: [(choice: ProgramChoice, footprint: Footprint, merit: GoalGains.Merit)]
    private let goals: GoalGains
    private let links: GoalGains.Links

    init(program: Int, candidates: [Candidate], limits: Limits, goals: GoalGains) {
        let choices = candidates.flatMap { own in own.starts.map { ProgramChoice.start(own, $0) } }
        let own = limits.ofProgram(program, variants: candidates.map(\.variant))
        entrants = ([.leftOut] + choices).map {
            ($0, own.footprint(of: $0), goals.merit(of: $0, program: program))
        }
        self.goals = goals
        links = goals.links(of: program)
    }

    /// Every start that loses, with the first that beats it, if possible one that does not lose itself.
    var results: [(StartName, ProgramChoice)] {
        let winners = entrants.indices.map { loser in entrants.indices.filter { beats($0, loser) } }
        return entrants.indices.compactMap { loser in
            guard case .start(let candidate, let start) = entrants[loser].choice,
                let winner = winners[loser].first(where: { winners[$0].isEmpty }) ?? winners[loser].first
            else { return nil }
            return (StartName(variant: candidate.name, period: start), entrants[winner].choice)
        }
    }

    private func beats(_ winner: Int, _ loser: Int) -> Bool {
        winner != loser && entrants[winner].footprint.takesNoMore(than: entrants[loser].footprint)
            && goals.isBetter(entrants[winner].merit, than: entrants[loser].merit, links)
    }
}
