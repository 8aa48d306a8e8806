import Linear
import Portfolio

/// §10: limits on one measure over the chosen programs that match.
///
///     min ≤ measure ≤ max,   min_share·whole ≤ measure ≤ max_share·whole
struct PortfolioRules {
    func add(to builder: inout ModelBuilder) {
        for instance in builder.scenario.ruleInstances {
            for span in instance.rule.spans(in: builder.calendar) { add(instance, span, to: &builder) }
        }
    }

    private func add(_ instance: RuleInstance, _ span: RuleSpan, to builder: inout ModelBuilder) {
        let rule = instance.rule
        let measure = RuleMeasure(rule: rule, span: span, builder: builder)
        let part = measure.sum { instance.matches($0) }
        let unit = rule.measure.isMoney ? builder.moneyUnit : 1
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

/// A rule's measure as a sum over starts, money in the model's unit.
struct RuleMeasure {
    private let amount: RuleAmount
    private let builder: ModelBuilder

    init(rule: Rule, span: RuleSpan, builder: ModelBuilder) {
        amount = RuleAmount(rule: rule, span: span, scenario: builder.scenario)
        self.builder = builder
    }

    /// Σ over the starts of matching programs that count.
    func sum(where matches: (Program) -> Bool) -> [Model.Term] {
        builder.starts.flatMap { start -> [Model.Term] in
            guard matches(builder.program(of: start)) else { return [] }
            return start.sum { coefficient(start.candidate, $0) }
        }
    }

    private func coefficient(_ candidate: Candidate, _ start: Int) -> Double {
        guard let whole = amount.whole(candidate, start: start) else {
            return amount.points(candidate, start: start)
        }
        return amount.rule.measure.isMoney ? builder.money(whole) : Double(whole)
    }
}
