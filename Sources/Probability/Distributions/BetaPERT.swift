/// The beta-PERT law with λ = 4 (Malcolm, Roseboom, Clark and Fazar, Operations Research 7, 1959;
/// shape parameters after Vose, Risk Analysis, 2008).
public struct BetaPERT: ProbabilityDistribution {
    /// Lowest value.
    public let low: Double
    /// Highest value.
    public let high: Double
    private let beta: BetaFunction

    /// Makes the law; nil unless low ≤ likely ≤ high, all finite.
    public init?(low: Double, likely: Double, high: Double) {
        guard low <= likely, likely <= high, (high - low).isFinite else { return nil }
        self.low = low
        self.high = high
        let position = high > low ? (likely - low) / (high - low) : 0.5
        beta = BetaFunction(a: 1 + 4 * position, b: 1 + 4 * (1 - position))
    }

    /// The regularised incomplete beta function of the position between the ends.
    public func cdf(_ x: Double) -> Double {
        if x >= high { return 1 }
        return x <= low ? 0 : beta.regularised((x - low) / (high - low))
    }
    /// Its inverse.
    public func quantile(_ p: Double) -> Double {
        high == low ? low : low + (high - low) * beta.inverse(p)
    }
    /// The value that is exceeded with probability p.
    func upperQuantile(_ p: Double) -> Double {
        high == low ? high : high - (high - low) * BetaFunction(a: beta.b, b: beta.a).inverse(p)
    }
    /// (low + 4·likely + high) ÷ 6.
    public var mean: Double { low + (high - low) * beta.a / (beta.a + beta.b) }
    /// The beta law's, stretched.
    public var variance: Double {
        let sum = beta.a + beta.b
        return (high - low) * (high - low) * beta.a * beta.b / (sum * sum * (sum + 1))
    }
}
