/// The triangular law of a three-point estimate (Kotz and van Dorp, Beyond Beta, 2004, chapter 1).
public struct Triangular: ProbabilityDistribution {
    /// Lowest value.
    public let low: Double
    /// Mode.
    public let likely: Double
    /// Highest value.
    public let high: Double

    /// Makes the law; nil unless low ≤ likely ≤ high, all finite.
    public init?(low: Double, likely: Double, high: Double) {
        guard low <= likely, likely <= high, ((high - low) * (high - low)).isFinite else { return nil }
        self.low = low
        self.likely = likely
        self.high = high
    }

    /// Quadratic on both sides of the mode.
    public func cdf(_ x: Double) -> Double {
        if x >= high { return 1 }
        if x < low || low == high { return 0 }
        let range = high - low
        return x < likely
            ? (x - low) * (x - low) / (range * (likely - low))
            : 1 - (high - x) * (high - x) / (range * (high - likely))
    }

    /// The square roots that undo ``cdf(_:)``.
    public func quantile(_ p: Double) -> Double {
        let (range, rise) = (high - low, likely - low)
        let isLow = p * range < rise
        let root = ((isLow ? p : 1 - p) * range * (isLow ? rise : high - likely)).squareRoot()
        return isLow ? low + root : high - root
    }

    /// A third of the sum.
    public var mean: Double { low + ((likely - low) + (high - low)) / 3 }
    /// (a² + b² − ab) ÷ 18 with a = likely − low, b = high − low.
    public var variance: Double {
        let (a, b) = (likely - low, high - low)
        return (a * a + b * b - a * b) / 18
    }
}
