/// Every value between two ends alike.
public struct UniformRange: ProbabilityDistribution {
    /// Lower end.
    public let low: Double
    /// Upper end.
    public let high: Double

    /// Makes the law; nil unless low ≤ high, both finite.
    public init?(low: Double, high: Double) {
        guard low <= high, (high - low).isFinite else { return nil }
        self.low = low
        self.high = high
    }

    /// (x − low) ÷ (high − low) between the ends.
    public func cdf(_ x: Double) -> Double {
        x >= high ? 1 : x <= low ? 0 : (x - low) / (high - low)
    }
    /// low + p·(high − low).
    public func quantile(_ p: Double) -> Double { low + p * (high - low) }
    /// (low + high) ÷ 2.
    public var mean: Double { low + (high - low) / 2 }
    /// (high − low)² ÷ 12.
    public var variance: Double { (high - low) * (high - low) / 12 }
}
