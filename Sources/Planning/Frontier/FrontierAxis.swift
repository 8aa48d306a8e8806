import Portfolio

/// What a frontier varies, from where to where, and at how many points.
public struct FrontierAxis: Hashable, Sendable {
    /// What is varied.
    public enum Target: Hashable, Sendable {
        /// The ceilings of one fund, or of all where none is named, in every fiscal year.
        case funds(Fund.ID?)
        /// A limit of a rule.
        case rule(Rule.ID, Limit)
    }

    /// The limits of a rule.
    public enum Limit: String, Hashable, Sendable, CaseIterable {
        /// The smallest measure.
        case min
        /// The largest measure.
        case max
        /// The smallest share.
        case minShare = "min_share"
        /// The largest share.
        case maxShare = "max_share"
    }

    /// What is varied.
    public let target: Target
    /// Whether the ends are shares of what the scenario writes, and not values of their own.
    public let isRelative: Bool
    /// The first and the last value: shares, or values in the limit's own unit.
    public let from, to: Exact
    /// Number of points, both ends among them, ≥ 2.
    public let points: Int

    /// Makes an axis.
    ///
    /// - Precondition: `points` ≥ 2.
    public init(target: Target, isRelative: Bool, from: Exact, to: Exact, points: Int) {
        precondition(points >= 2)
        (self.target, self.isRelative, self.from, self.to, self.points) =
            (target, isRelative, from, to, points)
    }

    /// The value at a point: from + (to − from)·index / (points − 1), exactly; nil where that does not fit
    /// in 64 bits.
    public func value(at index: Int) -> Exact? {
        let (fn, fd) = (Int128(from.numerator), Int128(from.denominator))
        let (tn, td) = (Int128(to.numerator), Int128(to.denominator))
        let (top, topOverflows) = (fn * td).multipliedReportingOverflow(by: Int128(points - 1 - index))
        let (rest, restOverflows) = (tn * fd).multipliedReportingOverflow(by: Int128(index))
        let (bottom, bottomOverflows) = (fd * td).multipliedReportingOverflow(by: Int128(points - 1))
        guard !topOverflows, !restOverflows, !bottomOverflows else { return nil }
        return Exact(top + rest, over: bottom)
    }

    /// The scenario with the value of a point: ceilings in whole rupiah, rounded down; nil where a
    /// value is out of range or does not fit.
    public func scenario(_ scenario: Scenario, at index: Int) -> Scenario? {
        guard let value = value(at: index), value >= 0 else { return nil }
        var varied = scenario
        switch target {
        case .funds(let id):
            for position in varied.funds.indices where id == nil || varied.funds[position].id == id {
                guard let ceilings = Self.scaled(varied.funds[position].ceilings, by: value) else {
                    return nil
                }
                varied.funds[position].ceilings = ceilings
            }
        case .rule(let id, let limit):
            guard let position = varied.rules.firstIndex(where: { $0.id == id }),
                let new = self.limit(limit, of: varied.rules[position], at: value)
            else { return nil }
            varied.rules[position][limit] = new
        }
        return varied
    }

    /// The rupiah that are varied, at one of the axis's scenarios: Σ of all ceilings, or the limit of a rule on
    /// money; nil where no money is varied.
    public func money(in varied: Scenario) -> Double? {
        switch target {
        case .funds:
            return Double(varied.sumOfCeilings)
        case .rule(let id, let limit):
            guard let rule = varied.rules.first(where: { $0.id == id }), limit == .min || limit == .max,
                rule.measure.isMoney
            else { return nil }
            return rule[limit]?.doubleValue
        }
    }

    /// What a limit becomes at a value of the axis; nil where the rule does not write it or it does not fit.
    func limit(_ limit: Limit, of rule: Rule, at value: Exact) -> Exact? {
        rule[limit].flatMap { isRelative ? $0 * value : value }
    }

    private static func scaled(
        _ ceilings: [FiscalYear: Rupiah], by share: Exact
    ) -> [FiscalYear: Rupiah]? {
        var scaled: [FiscalYear: Rupiah] = [:]
        for (year, ceiling) in ceilings {
            let amount = Int128(share.numerator) * Int128(ceiling) / Int128(share.denominator)
            guard let rupiah = Rupiah(exactly: amount), rupiah <= Self.mostRupiah else { return nil }
            scaled[year] = rupiah
        }
        return scaled
    }

    /// The most that a ceiling may become, so that no sum of ceilings overflows.
    private static let mostRupiah: Rupiah = 1 << 53
}

extension Exact {
    /// The exact product; nil where it does not fit in 64 bits.
    fileprivate static func * (left: Exact, right: Exact) -> Exact? {
        Exact(
            Int128(left.numerator) * Int128(right.numerator),
            over: Int128(left.denominator) * Int128(right.denominator))
    }
}

extension Scenario {
    /// Σ of all ceilings over all fiscal years, rupiah.
    var sumOfCeilings: Rupiah { funds.reduce(0) { $0 + $1.ceilings.values.reduce(0, +) } }
}

extension Rule.Measure {
    /// Whether it is in rupiah.
    fileprivate var isMoney: Bool {
        switch self {
        case .spend, .capital, .operating: true
        case .count, .quickWins, .benefit, .starts: false
        }
    }
}

extension Rule {
    /// One of its limits.
    subscript(limit: FrontierAxis.Limit) -> Exact? {
        get {
            switch limit {
            case .min: min
            case .max: max
            case .minShare: minShare
            case .maxShare: maxShare
            }
        }
        set {
            switch limit {
            case .min: min = newValue
            case .max: max = newValue
            case .minShare: minShare = newValue
            case .maxShare: maxShare = newValue
            }
        }
    }
}
