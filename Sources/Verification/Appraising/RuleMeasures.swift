import Portfolio

/// The measures of the portfolio rules over a plan's programs (model.md §10).
struct RuleMeasures {
    /// A chosen program with what a rule can measure of it.
    struct Entry {
        /// The program, variant, start.
        let chosen: ChosenProgram
        /// Its lines' spending.
        let curves: [SpendCurve]
        /// Whether it is a quick win.
        let isQuickWin: Bool
    }

    /// The span of time that a measure is restricted to.
    enum Span {
        /// The whole calendar.
        case all
        /// One planning period.
        case period(Int)
        /// One fiscal year.
        case year(FiscalYear)
    }

    /// The scenario.
    let scenario: Scenario
    /// The chosen programs, sorted by id.
    let entries: [Entry]

    /// Every rule's measures, sorted by name, then span.
    func figures() -> [Appraisal.RuleFigures] {
        scenario.ruleInstances.sorted { $0.name < $1.name }.flatMap { instance in
            spans(of: instance.rule).map { span in figures(of: instance, over: span) }
        }
    }

    private func figures(of instance: RuleInstance, over span: Span) -> Appraisal.RuleFigures {
        let counted = entries.filter { isCounted($0, by: instance.rule.by) }
        let matching = counted.filter { instance.matches($0.chosen.program) }
        return Appraisal.RuleFigures(
            name: instance.name, span: name(of: span, in: instance.rule),
            measure: measure(instance.rule.measure, of: matching, over: span),
            whole: measure(instance.rule.measure, of: counted, over: span))
    }

    private func spans(of rule: Rule) -> [Span] {
        switch (rule.per, rule.inYear) {
        case (.period, _): (0..<scenario.calendar.periodCount).map(Span.period)
        case (.year, _): scenario.calendar.years.map(Span.year)
        case (nil, let year?): [.year(year)]
        case (nil, nil): [.all]
        }
    }

    private func name(of span: Span, in rule: Rule) -> String? {
        guard rule.per != nil else { return nil }
        switch span {
        case .all: return nil
        case .period(let period): return scenario.calendar.firstMonth(of: period).description
        case .year(let year): return year.description
        }
    }

    private func isCounted(_ entry: Entry, by month: Month?) -> Bool {
        month.map { scenario.calendar.lastMonth(of: entry.chosen.finish - 1) <= $0 } ?? true
    }

    private func contains(_ span: Span, _ period: Int) -> Bool {
        switch span {
        case .all: true
        case .period(let only): period == only
        case .year(let year): scenario.calendar.year(of: period) == year
        }
    }

    private func measure(
        _ measure: Rule.Measure, of entries: [Entry], over span: Span
    ) -> Appraisal.Measured {
        switch measure {
        case .count: .whole(Int64(entries.count))
        case .quickWins: .whole(Int64(entries.count { $0.isQuickWin }))
        case .spend: .whole(spend(of: entries, over: span) { _ in true })
        case .capital: .whole(spend(of: entries, over: span) { $0.kind == .capital })
        case .operating: .whole(operating(of: entries))
        case .benefit(let dimension):
            .points(entries.reduce(0) { $0 + ($1.chosen.variant.benefits[dimension] ?? 0) })
        case .starts: .whole(Int64(entries.count { contains(span, $0.chosen.start) }))
        }
    }

    private func spend(
        of entries: [Entry], over span: Span, where counts: (CostLine) -> Bool
    ) -> Rupiah {
        entries.flatMap(\.curves).filter { counts($0.line) }.reduce(0) { sum, curve in
            curve.periods.indices.reduce(sum) {
                contains(span, $1) ? $0 + curve.periods[$1] : $0
            }
        }
    }

    private func operating(of entries: [Entry]) -> Rupiah {
        entries.lazy.flatMap(\.chosen.variant.costs).filter { $0.kind == .operating }
            .reduce(0) { $0 + $1.amount }
    }
}
