import Portfolio

/// What one start of one candidate adds to a rule's measure (model.md §10).
struct RuleAmount {
    let rule: Rule
    let span: RuleSpan
    let scenario: Scenario
    private let spending: SpendTable

    /// Prepares a rule's measure over a span of time.
    init(rule: Rule, span: RuleSpan, scenario: Scenario) {
        self.rule = rule
        self.span = span
        self.scenario = scenario
        spending = SpendTable(calendar: scenario.calendar)
    }

    /// Programs, or rupiah; nil for a measure of points.
    func whole(_ candidate: Candidate, start: Int) -> Int64? {
        guard counts(candidate, start) else { return rule.measure.isPoints ? nil : 0 }
        let costs = candidate.variant.costs
        switch rule.measure {
        case .count: return 1
        case .quickWins: return scenario.isQuickWin(candidate, start: start) ? 1 : 0
        case .starts: return span.contains(start, scenario.calendar) ? 1 : 0
        case .operating: return costs.filter { $0.kind == .operating }.reduce(0) { $0 + $1.amount }
        case .spend: return spend(of: costs, candidate, start)
        case .capital: return spend(of: costs.filter { $0.kind == .capital }, candidate, start)
        case .benefit: return nil
        }
    }

    /// Points of a measure of benefit; 0 for any other.
    func points(_ candidate: Candidate, start: Int) -> Double {
        guard case .benefit(let dimension) = rule.measure, counts(candidate, start) else { return 0 }
        return candidate.variant.benefits[dimension] ?? 0
    }

    /// `by`: only what is finished in time counts.
    private func counts(_ candidate: Candidate, _ start: Int) -> Bool {
        let last = scenario.calendar.lastMonth(of: start + candidate.duration - 1)
        return rule.by.map { last <= $0 } ?? true
    }

    private func spend(of lines: [CostLine], _ candidate: Candidate, _ start: Int) -> Rupiah {
        lines.reduce(0) { sum, line in
            let spend = spending.spend(of: line, start: start, duration: candidate.duration)
            return spend.indices.reduce(sum) {
                span.contains($1, scenario.calendar) ? $0 + spend[$1] : $0
            }
        }
    }
}

extension Rule {
    /// The spans in which the limit holds separately; the whole calendar where it is one.
    func spans(in calendar: PlanningCalendar) -> [RuleSpan] {
        switch per {
        case .period: (0..<calendar.periodCount).map(RuleSpan.period)
        case .year: calendar.years.map(RuleSpan.year)
        case nil: [inYear.map(RuleSpan.year) ?? .all]
        }
    }
}

extension Rule.Measure {
    /// Whether it measures points, which are no whole numbers.
    fileprivate var isPoints: Bool { if case .benefit = self { true } else { false } }

    /// Whether it measures money, which the model counts in its own unit.
    var isMoney: Bool {
        switch self {
        case .spend, .capital, .operating: true
        default: false
        }
    }
}

/// The span of time over which a rule measures.
enum RuleSpan {
    case all
    case year(FiscalYear)
    case period(Int)

    func contains(_ period: Int, _ calendar: PlanningCalendar) -> Bool {
        switch self {
        case .all: true
        case .year(let year): calendar.year(of: period) == year
        case .period(let only): only == period
        }
    }
}

extension Scenario {
    /// §9: planning duration within `max_duration`, finished by `finish_by`.
    func isQuickWin(_ candidate: Candidate, start: Int) -> Bool {
        guard let quickWin else { return false }
        return candidate.variant.duration.planned <= quickWin.maxDuration
            && calendar.lastMonth(of: start + candidate.duration - 1) <= quickWin.finishBy
    }
}
