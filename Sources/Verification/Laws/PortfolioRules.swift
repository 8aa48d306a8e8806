import Portfolio

/// §10: min ≤ m ≤ max and min_share·M ≤ m ≤ max_share·M, in every span of `per`.
///
/// m is the measure over the programs that match, M over all chosen. Points are compared within
/// 1e-9·max(1, |M|), all else exactly.
///
/// The excess is the least whole amount by which the measure must change; of points the distance.
enum PortfolioRules: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        guard let appraisal = plan.appraisal else { return [] }
        let instances = Dictionary(
            plan.scenario.ruleInstances.map { ($0.name, $0.rule) }, uniquingKeysWith: { first, _ in first })
        return appraisal.rules.flatMap { figures -> [Violation] in
            guard let rule = instances[figures.name] else { return [] }
            return limits(of: rule).compactMap { limit in
                excess(of: figures, over: limit, in: rule.measure).map {
                    violation(of: rule, figures, limit, by: $0)
                }
            }
        }
    }

    /// One bound of a rule.
    fileprivate struct Limit {
        let bound: Exact
        let isMinimum: Bool
        let isShare: Bool
    }

    private static func limits(of rule: Rule) -> [Limit] {
        [
            rule.min.map { Limit(bound: $0, isMinimum: true, isShare: false) },
            rule.max.map { Limit(bound: $0, isMinimum: false, isShare: false) },
            rule.minShare.map { Limit(bound: $0, isMinimum: true, isShare: true) },
            rule.maxShare.map { Limit(bound: $0, isMinimum: false, isShare: true) },
        ].compactMap { $0 }
    }

    private static func excess(
        of figures: Appraisal.RuleFigures, over limit: Limit, in measure: Rule.Measure
    ) -> Violation.Excess? {
        switch (figures.measure, figures.whole) {
        case (.whole(let part), .whole(let whole)):
            guard let amount = excess(of: part, whole: whole, over: limit) else { return nil }
            return measure.isMoney ? .rupiah(amount) : .count(Int(amount))
        case (.points(let part), .points(let whole)):
            return excess(of: part, whole: whole, over: limit).map(Violation.Excess.points)
        default: return nil
        }
    }

    private static func excess(of part: Int64, whole: Int64, over limit: Limit) -> Int64? {
        let base = limit.isShare ? Int128(whole) : 1
        let (top, bottom) = (Int128(limit.bound.numerator) * base, Int128(limit.bound.denominator))
        let beyond = limit.isMinimum ? top - Int128(part) * bottom : Int128(part) * bottom - top
        return beyond > 0 ? Int64(clamping: (beyond + bottom - 1) / bottom) : nil
    }

    private static func excess(of part: Double, whole: Double, over limit: Limit) -> Double? {
        let bound = limit.bound.doubleValue * (limit.isShare ? whole : 1)
        let beyond = limit.isMinimum ? bound - part : part - bound
        return beyond > 1e-9 * max(1, abs(whole)) ? beyond : nil
    }

    private static func violation(
        of rule: Rule, _ figures: Appraisal.RuleFigures, _ limit: Limit, by excess: Violation.Excess
    ) -> Violation {
        let text: (Words) -> String = {
            $0.sentence(on: figures, limit, in: rule) + (rule.reason.map { " (\($0))" } ?? "")
        }
        return Violation(
            rule: .portfolioRule, place: rule.place, excess: excess,
            message: .saying(text, english: text))
    }
}

extension Rule.Measure {
    /// Whether the measure is an amount of rupiah.
    fileprivate var isMoney: Bool {
        switch self {
        case .spend, .capital, .operating: true
        case .count, .quickWins, .benefit, .starts: false
        }
    }
}

extension Words {
    /// What a rule finds and asks for: name, span, measure, limit.
    fileprivate func sentence(
        on figures: Appraisal.RuleFigures, _ limit: PortfolioRules.Limit, in rule: Rule
    ) -> String {
        let isIndonesian = language == .indonesian
        let span = figures.span.map { " (\($0))" } ?? ""
        let whole = limit.isShare ? "\(isIndonesian ? " dari " : " of ")\(amount(figures.whole, rule))" : ""
        let demand =
            limit.isMinimum
            ? (isIndonesian ? "paling sedikit" : "at least") : (isIndonesian ? "paling banyak" : "at most")
        return "\(isIndonesian ? "Aturan" : "Rule") \(figures.name)\(span): "
            + "\(amount(figures.measure, rule))\(whole), \(demand) \(bound(limit, rule))."
    }

    private func amount(_ measured: Appraisal.Measured, _ rule: Rule) -> String {
        switch measured {
        case .whole(let amount): rule.measure.isMoney ? money(amount) : "\(amount)"
        case .points(let points): decimal("\(points)")
        }
    }

    private func bound(_ limit: PortfolioRules.Limit, _ rule: Rule) -> String {
        guard limit.isShare else {
            return rule.measure.isMoney && limit.bound.denominator == 1
                ? money(limit.bound.numerator) : decimal("\(limit.bound)")
        }
        let percent = Exact(Int128(limit.bound.numerator) * 100, over: Int128(limit.bound.denominator))
        return percent.map { decimal("\($0)") + "%" } ?? "\(limit.bound)"
    }

    private func decimal(_ text: String) -> String {
        guard language == .indonesian else { return text }
        return String(text.map { $0 == "." ? "," : $0 })
    }
}
