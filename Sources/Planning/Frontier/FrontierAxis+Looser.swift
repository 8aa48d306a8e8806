import Portfolio

extension FrontierAxis {
    /// A side of a point.
    enum Side: Hashable, Sendable {
        /// Points of smaller index.
        case below
        /// Points of larger index.
        case above
    }

    /// The side on which every point keeps all plans of the points before it; nil where that is not certain.
    ///
    /// - Larger ceilings: what was paid and carried still can be (model.md §5), since the carry limit, too,
    ///   is a share of the ceiling; no other law, goal or value looks at ceilings. Shares of rules are shares
    ///   of measures over the chosen programs, not of ceilings (§10).
    /// - A larger `max` or a smaller `min`.
    /// - A larger `max_share` or a smaller `min_share`, unless the measure is of benefits: what is shared out
    ///   may then be below 0, where a larger share is less.
    func looserSide(in scenario: Scenario) -> Side? {
        switch target {
        case .funds: return from < to ? .above : .below
        case .rule(let id, let limit):
            guard let rule = scenario.rules.first(where: { $0.id == id }),
                let first = self.limit(limit, of: rule, at: from),
                let last = self.limit(limit, of: rule, at: to)
            else { return nil }
            if case .benefit = rule.measure, limit == .minShare || limit == .maxShare { return nil }
            let isUpper = limit == .max || limit == .maxShare
            return (first < last) == isUpper ? .above : .below
        }
    }
}
