/// The law of a random variable.
public protocol ProbabilityDistribution: Sendable {
    /// P(X ≤ x).
    func cdf(_ x: Double) -> Double
    /// The smallest x with P(X ≤ x) ≥ p, 0 ≤ p ≤ 1; the ends of the support at 0 and 1.
    func quantile(_ p: Double) -> Double
    /// E X.
    var mean: Double { get }
    /// E (X − E X)².
    var variance: Double { get }
}

/// Always the same value.
public struct PointMass: ProbabilityDistribution {
    /// The value.
    public let value: Double

    /// Makes the law; nil unless the value is finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.value = value
    }

    /// 0 below the value, 1 from it on.
    public func cdf(_ x: Double) -> Double { x >= value ? 1 : 0 }
    /// The value.
    public func quantile(_ p: Double) -> Double { value }
    /// The value.
    public var mean: Double { value }
    /// 0.
    public var variance: Double { 0 }
}
