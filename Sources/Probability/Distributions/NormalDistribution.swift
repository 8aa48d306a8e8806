/// The normal law.
public struct NormalDistribution: ProbabilityDistribution {
    /// E X.
    public let mean: Double
    /// Standard deviation.
    public let sd: Double

    /// Makes the law; nil unless the mean is finite and the standard deviation finite and ≥ 0.
    public init?(mean: Double, sd: Double) {
        guard mean.isFinite, sd >= 0, (mean + 40 * sd).isFinite else { return nil }
        self.mean = mean
        self.sd = sd
    }

    /// Makes the law from its 10 % and 90 % quantiles; nil unless p10 ≤ p90, both finite.
    public init?(p10: Double, p90: Double) {
        guard p10 <= p90 else { return nil }
        self.init(mean: (p10 + p90) / 2, sd: (p90 - p10) / (2 * NormalScore.quantile(0.9)))
    }

    /// Φ((x − mean) ÷ sd).
    public func cdf(_ x: Double) -> Double {
        sd == 0 ? (x >= mean ? 1 : 0) : NormalScore.cdf((x - mean) / sd)
    }
    /// mean + sd·Φ⁻¹(p).
    public func quantile(_ p: Double) -> Double { sd == 0 ? mean : mean + sd * NormalScore.quantile(p) }
    /// sd².
    public var variance: Double { sd * sd }
}
