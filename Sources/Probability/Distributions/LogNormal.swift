#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The law of a variable whose logarithm is normal (Johnson, Kotz and Balakrishnan, Continuous
/// Univariate Distributions 1, chapter 14).
public struct LogNormal: ProbabilityDistribution {
    /// Mean of the logarithm.
    public let mu: Double
    /// Standard deviation of the logarithm.
    public let sigma: Double

    /// Makes the law from mean and standard deviation of the variable itself; nil unless mean > 0,
    /// sd ≥ 0, both finite.
    public init?(mean: Double, sd: Double) {
        guard mean > 0, sd >= 0, mean.isFinite, (sd / mean).isFinite else { return nil }
        let square = log1p((sd / mean) * (sd / mean))
        self.init(mu: log(mean) - square / 2, sigma: square.squareRoot())
    }

    /// Makes the law from its 10 % and 90 % quantiles; nil unless 0 < p10 ≤ p90, both finite.
    public init?(p10: Double, p90: Double) {
        guard p10 > 0, p10 <= p90, p90.isFinite else { return nil }
        let (low, high) = (log(p10), log(p90))
        self.init(mu: (low + high) / 2, sigma: (high - low) / (2 * NormalScore.quantile(0.9)))
    }

    private init?(mu: Double, sigma: Double) {
        guard sigma.isFinite, exp(mu + 6 * sigma).isFinite else { return nil }
        self.mu = mu
        self.sigma = sigma
    }

    /// Φ((ln x − μ) ÷ σ).
    public func cdf(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return sigma == 0 ? (log(x) >= mu ? 1 : 0) : NormalScore.cdf((log(x) - mu) / sigma)
    }
    /// exp(μ + σ·Φ⁻¹(p)).
    public func quantile(_ p: Double) -> Double {
        sigma == 0 ? exp(mu) : exp(mu + sigma * NormalScore.quantile(p))
    }
    /// exp(μ + σ·z).
    func value(score z: Double) -> Double { exp(mu + sigma * z) }
    /// exp(μ + σ²/2).
    public var mean: Double { exp(mu + sigma * sigma / 2) }
    /// (exp(σ²) − 1)·mean².
    public var variance: Double { expm1(sigma * sigma) * mean * mean }
}
