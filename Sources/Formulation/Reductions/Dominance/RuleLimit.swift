import Portfolio

/// How one portfolio rule limits one program in one span of time (model.md §10).
struct RuleLimit {
    private let amount: RuleAmount
    /// Whether less, or more, of the measure may break the rule: −1, 1 or both.
    private let signs: [Int64]

    /// What a rule says of a program, one limit for every span of time.
    static func all(of instance: RuleInstance, on program: Program, in scenario: Scenario) -> [RuleLimit] {
        let signs = signs(of: instance.rule, matching: instance.matches(program))
        guard !signs.isEmpty else { return [] }
        return instance.rule.spans(in: scenario.calendar).map { span in
            RuleLimit(
                amount: RuleAmount(rule: instance.rule, span: span, scenario: scenario), signs: signs)
        }
    }

    /// What a program adds counts [it matches] − share times in a row on a share, and [it matches] times in
    /// others; the sign of that factor is the same for all its starts.
    private static func signs(of rule: Rule, matching: Bool) -> [Int64] {
        var signs: Set<Int64> = []
        if matching, rule.min != nil { signs.insert(-1) }
        if matching, rule.max != nil { signs.insert(1) }
        for (share, sign) in [(rule.minShare, Int64(-1)), (rule.maxShare, 1)] {
            guard let share, share != (matching ? 1 : 0) else { continue }
            signs.insert(matching ? sign : -sign)
        }
        return signs.sorted()
    }

    /// What a choice adds to the measure, its sign turned where less of it may break the rule.
    func takes(_ choice: ProgramChoice) -> [Int64] {
        guard case .start(let candidate, let start) = choice,
            let whole = amount.whole(candidate, start: start)
        else { return signs.map { _ in 0 } }
        return signs.map { $0 * whole }
    }

    /// Points that a choice adds to a measure of benefit.
    func points(_ choice: ProgramChoice) -> Double {
        guard case .start(let candidate, let start) = choice else { return 0 }
        return amount.points(candidate, start: start)
    }
}
