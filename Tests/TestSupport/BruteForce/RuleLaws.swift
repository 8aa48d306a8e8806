import Portfolio

/// The portfolio rules of model.md §10.
struct RuleLaws {
    private let scenario: Scenario

    init(_ scenario: Scenario) { self.scenario = scenario }

    /// Whether every rule holds, for every value of its `each` and every span of its `per`.
    func allHold(in selection: Selection) -> Bool {
        scenario.rules.allSatisfy { rule in
            values(of: rule.each).allSatisfy { value in
                spans(of: rule).allSatisfy { holds(rule, value: value, in: $0, selection) }
            }
        }
    }

    /// Whether a rule holds for one value of its `each` within some periods.
    private func holds(_ rule: Rule, value: String?, in span: [Int], _ selection: Selection) -> Bool {
        let counted = selection.chosen.filter { choice in
            guard let month = rule.by else { return true }
            return choice.finishMonth(in: scenario.calendar) <= month
        }
        let matching = counted.filter { counts($0.program, for: rule, value: value) }
        if case .benefit(let dimension) = rule.measure {
            return keepsLimits(points(matching, dimension), of: points(counted, dimension), rule)
        }
        let measure = matching.reduce(0) { $0 + amount($1, rule.measure, in: span) }
        let whole = counted.reduce(0) { $0 + amount($1, rule.measure, in: span) }
        return keepsLimits(measure, of: whole, rule)
    }

    private func amount(_ choice: Choice, _ measure: Rule.Measure, in span: [Int]) -> Int {
        switch measure {
        case .count: 1
        case .quickWins: choice.isQuickWin ? 1 : 0
        case .starts: span.contains(choice.start) ? 1 : 0
        case .spend: spend(choice, in: span) { _ in true }
        case .capital: spend(choice, in: span) { $0 == .capital }
        case .operating:
            choice.variant.costs.filter { $0.kind == .operating }.reduce(0) { $0 + Int($1.amount) }
        case .benefit: 0
        }
    }

    private func spend(_ choice: Choice, in span: [Int], of kind: (CostLine.Kind) -> Bool) -> Int {
        zip(choice.variant.costs, choice.spending).filter { kind($0.0.kind) }
            .reduce(0) { sum, line in span.reduce(sum) { $0 + line.1[$1] } }
    }

    private func points(_ choices: [Choice], _ dimension: Dimension.ID) -> Double {
        choices.reduce(0) { $0 + ($1.variant.benefits[dimension] ?? 0) }
    }

    private func keepsLimits(_ measure: Int, of whole: Int, _ rule: Rule) -> Bool {
        func compare(_ limit: Exact?, of base: Int, _ isKept: (Int, Int) -> Bool) -> Bool {
            guard let limit else { return true }
            return isKept(measure * Int(limit.denominator), Int(limit.numerator) * base)
        }
        return compare(rule.min, of: 1, >=) && compare(rule.max, of: 1, <=)
            && compare(rule.minShare, of: whole, >=) && compare(rule.maxShare, of: whole, <=)
    }

    private func keepsLimits(_ measure: Double, of whole: Double, _ rule: Rule) -> Bool {
        let tolerance = 1e-9 * Swift.max(1, abs(whole))
        let least = [rule.min?.doubleValue, rule.minShare.map { $0.doubleValue * whole }]
        let most = [rule.max?.doubleValue, rule.maxShare.map { $0.doubleValue * whole }]
        return least.allSatisfy { $0.map { measure >= $0 - tolerance } ?? true }
            && most.allSatisfy { $0.map { measure <= $0 + tolerance } ?? true }
    }

    /// The periods of each part of time in which the limit holds by itself.
    private func spans(of rule: Rule) -> [[Int]] {
        let calendar = scenario.calendar
        let all = Array(0..<calendar.periodCount)
        if let year = rule.inYear { return [all.filter { calendar.year(of: $0) == year }] }
        switch rule.per {
        case .period: return all.map { [$0] }
        case .year: return calendar.years.map { year in all.filter { calendar.year(of: $0) == year } }
        case nil: return [all]
        }
    }

    private func values(of each: Rule.Each?) -> [String?] {
        guard let each else { return [nil] }
        return Set(scenario.programs.compactMap { property(each, of: $0) }).sorted()
    }

    private func property(_ each: Rule.Each, of program: Program) -> String? {
        switch each {
        case .dimension: program.dimension.rawValue
        case .owner: program.owner.rawValue
        case .proposedBy: program.proposedBy
        }
    }

    private func counts(_ program: Program, for rule: Rule, value: String?) -> Bool {
        if let each = rule.each, property(each, of: program) != value { return false }
        let selector = rule.matching
        if let list = selector.dimensions, !list.contains(program.dimension) { return false }
        if let list = selector.owners, !list.contains(program.owner) { return false }
        if let list = selector.programs, !list.contains(program.id) { return false }
        if let list = selector.tags, Set(list).isDisjoint(with: program.tags) { return false }
        guard let list = selector.proposedBy else { return true }
        return list.contains { $0 == program.proposedBy }
    }
}
