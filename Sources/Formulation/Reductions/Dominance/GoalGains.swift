import Portfolio

/// What the goals gain at least, in every plan, where one choice for a program takes another's place.
struct GoalGains {
    private let scenario: Scenario
    private let spending: SpendTable
    private let accruals: AccrualTable
    /// By goal what must be gained for plans not to tie.
    private let noticeable: [Double]

    /// Share of a goal's reach that is certainly no tie; ties are within 1e-9 of its value.
    private static let notice = 1e-6

    init(scenario: Scenario, candidates: [Candidate]) {
        self.scenario = scenario
        spending = SpendTable(calendar: scenario.calendar)
        let accruals = AccrualTable(scenario: scenario, candidates: candidates)
        self.accruals = accruals
        noticeable = scenario.objective.map { goal in
            switch goal {
            case .maximiseValue: Self.notice * max(1, accruals.reach)
            case .maximiseBenefit(let dimension):
                Self.notice * max(1, candidates.reduce(0) { $0 + abs($1.variant.benefits[dimension] ?? 0) })
            default: 0
            }
        }
    }

    /// What a choice brings to each goal by itself, more being better, and when.
    struct Merit {
        fileprivate let own: [Double]
        fileprivate let curve: [Double]
        fileprivate let finish: Int
    }

    /// What the value of a program shares with others.
    typealias Links = AccrualTable.Links

    /// The links of a program, by its position in the scenario.
    func links(of program: Int) -> Links { accruals.links(of: scenario.programs[program]) }

    /// What a choice for a program brings.
    func merit(of choice: ProgramChoice, program: Int) -> Merit {
        let horizon = scenario.calendar.horizon
        guard case .start(let candidate, let start) = choice else {
            return Merit(
                own: scenario.objective.map { _ in 0 }, curve: Array(repeating: 0, count: horizon + 1),
                finish: horizon)
        }
        let curve = accruals.curve(of: candidate)
        let finish = start + candidate.duration
        let helped = scenario.programs[program].helpedBy.reduce(0.0) { $0 + $1.share.doubleValue }
        let own = scenario.objective.map { goal in
            goal == .maximiseValue
                ? (1 - helped) * curve[finish] : amount(of: goal, candidate, start: start)
        }
        return Merit(own: own, curve: curve, finish: finish)
    }

    /// Whether a plan is always better with one choice than with another: in the first goal in which they
    /// need not tie, and never worse in those before.
    func isBetter(_ new: Merit, than old: Merit, _ links: Links) -> Bool {
        for (index, goal) in scenario.objective.enumerated() {
            var gain = new.own[index] - old.own[index]
            if goal == .maximiseValue, gain >= 0 {
                gain += links.leastGain((new.curve, new.finish), (old.curve, old.finish))
            }
            if gain > noticeable[index] { return true }
            if !(gain >= 0) { return false }
        }
        return false
    }

    /// A goal's sum over programs, its sign turned where it is minimised.
    private func amount(of goal: Goal, _ candidate: Candidate, start: Int) -> Double {
        switch goal {
        case .maximiseValue: 0
        case .maximiseBenefit(let dimension): candidate.variant.benefits[dimension] ?? 0
        case .maximiseQuickWins: scenario.isQuickWin(candidate, start: start) ? 1 : 0
        case .maximiseCount: 1
        case .minimiseCost: -Double(cost(of: candidate, start: start))
        case .minimiseFinish: -Double(start + candidate.duration)
        }
    }

    private func cost(of candidate: Candidate, start: Int) -> Rupiah {
        candidate.variant.costs.reduce(0) { sum, line in
            spending.spend(of: line, start: start, duration: candidate.duration).reduce(sum, +)
        }
    }
}
