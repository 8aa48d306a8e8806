import Linear
import Portfolio

/// §10: limits on one measure over the chosen programs that match.
///
///     min ≤ measure ≤ max,   min_share·whole ≤ measure ≤ max_share·whole
struct PortfolioRules {
    func add(to builder: inout ModelBuilder) {
        for instance in builder.scenario.ruleInstances {
            for span in spans(of: instance.rule, builder.calendar) { add(instance, span, to: &builder) }
        }
    }

    /// The spans in which the limit holds separately; the whole calendar where it is one.
    private func spans(of rule: Rule, _ calendar: PlanningCalendar) -> [RuleSpan] {
        switch rule.per {
        case .period: (0..<calendar.periodCount).map(RuleSpan.period)
        case .year: calendar.years.map(RuleSpan.year)
        case nil: [rule.inYear.map(RuleSpan.year) ?? .all]
        }
    }

    private func add(_ instance: RuleInstance, _ span: RuleSpan, to builder: inout ModelBuilder) {
        let rule = instance.rule
        let measure = RuleMeasure(rule: rule, span: span, builder: builder)
        let part = measure.sum { instance.matches($0) }
        let unit = measure.isMoney ? builder.moneyUnit : 1
        if let least = rule.min {
            let name = name(instance.name, span, "least", &builder)
            builder.addRow(name, part, in: least.doubleValue / unit...(.infinity))
        }
        if let most = rule.max {
            let name = name(instance.name, span, "most", &builder)
            builder.addRow(name, part, in: (-.infinity)...most.doubleValue / unit)
        }
        guard rule.minShare != nil || rule.maxShare != nil else { return }
        let whole = measure.sum { _ in true }
        for (share, sign) in [(rule.minShare, 1.0), (rule.maxShare, -1.0)] {
            guard let share else { continue }
            let terms = (part + whole.scaled(by: -share.doubleValue)).scaled(by: sign)
            builder.addRow(name(instance.name, span, "share", &builder), terms, in: 0...(.infinity))
        }
    }

    private func name(_ rule: String, _ span: RuleSpan, _ kind: String, _ builder: inout ModelBuilder)
        -> String
    {
        switch span {
        case .all: builder.names.name(kind, rule)
        case .year(let year): builder.names.name(kind, rule, year.description)
        case .period(let period):
            builder.names.name(kind, rule, builder.calendar.firstMonth(of: period).description)
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

/// A rule's measure as a sum over starts.
struct RuleMeasure {
    let rule: Rule
    let span: RuleSpan
    let builder: ModelBuilder

    /// Whether the measure is money, which the model counts in its own unit.
    var isMoney: Bool {
        switch rule.measure {
        case .spend, .capital, .operating: true
        default: false
        }
    }

    /// Σ over the starts of matching programs that count.
    func sum(where matches: (Program) -> Bool) -> [Model.Term] {
        builder.starts.flatMap { start -> [Model.Term] in
            let program = builder.program(of: start)
            return matches(program) ? start.sum { amount(start.candidate, program, $0) } : []
        }
    }

    private func amount(_ candidate: Candidate, _ program: Program, _ start: Int) -> Double {
        let last = start + candidate.duration - 1
        if let by = rule.by, builder.calendar.lastMonth(of: last) > by { return 0 }
        switch rule.measure {
        case .count: return 1
        case .quickWins: return builder.isQuickWin(candidate, start: start) ? 1 : 0
        case .benefit(let dimension): return candidate.variant.benefits[dimension] ?? 0
        case .starts: return span.contains(start, builder.calendar) ? 1 : 0
        case .operating:
            return candidate.variant.costs.filter { $0.kind == .operating }
                .reduce(0) { $0 + builder.money($1.amount) }
        case .spend: return money(candidate.variant.costs, candidate, start)
        case .capital: return money(candidate.variant.costs.filter { $0.kind == .capital }, candidate, start)
        }
    }

    private func money(_ lines: [CostLine], _ candidate: Candidate, _ start: Int) -> Double {
        lines.reduce(0.0) { sum, line in
            let spend = builder.spending.spend(of: line, start: start, duration: candidate.duration)
            return sum
                + builder.money(
                    spend.indices.reduce(0) { span.contains($1, builder.calendar) ? $0 + spend[$1] : $0 })
        }
    }
}

extension ModelBuilder {
    /// §9: planning duration within `max_duration`, finished by `finish_by`.
    func isQuickWin(_ candidate: Candidate, start: Int) -> Bool {
        guard let quickWin = scenario.quickWin else { return false }
        return candidate.variant.duration.planned <= quickWin.maxDuration
            && calendar.lastMonth(of: start + candidate.duration - 1) <= quickWin.finishBy
    }
}
