#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The exponential law.
public struct Exponential: ProbabilityDistribution {
    /// E X.
    public let mean: Double

    /// Makes the law; nil unless the mean is positive and finite.
    public init?(mean: Double) {
        guard mean > 0, (40 * mean).isFinite else { return nil }
        self.mean = mean
    }

    /// 1 − exp(−x ÷ mean).
    public func cdf(_ x: Double) -> Double { x <= 0 ? 0 : -expm1(-x / mean) }
    /// −mean·ln(1 − p).
    public func quantile(_ p: Double) -> Double { -mean * log1p(-p) }
    /// The value that is exceeded with probability p.
    func upperQuantile(_ p: Double) -> Double { -mean * log(p) }
    /// mean².
    public var variance: Double { mean * mean }
}
