/// A distribution as written in a scenario; its parameters were checked by the reader.
public enum Distribution: Hashable, Sendable {
    /// Always this value.
    case constant(Double)
    /// low ≤ likely ≤ high.
    case triangular(low: Double, likely: Double, high: Double)
    /// PERT-beta with λ = 4; low ≤ likely ≤ high.
    case pert(low: Double, likely: Double, high: Double)
    /// low ≤ high.
    case uniform(low: Double, high: Double)
    /// Mean and standard deviation > 0.
    case normal(mean: Double, sd: Double)
    /// Mean > 0 and standard deviation > 0 of the variable itself.
    case lognormal(mean: Double, sd: Double)
    /// Mean > 0.
    case exponential(mean: Double)
    /// 10 % and 90 % quantiles, p10 < p90.
    case normalQuantiles(p10: Double, p90: Double)
    /// 10 % and 90 % quantiles, 0 < p10 < p90.
    case lognormalQuantiles(p10: Double, p90: Double)
    /// Values with weights ≥ 0, not all 0; sorted by value.
    case discrete([WeightedValue])

    /// A value and its weight.
    public struct WeightedValue: Hashable, Sendable {
        /// The value.
        public let value: Double
        /// Its weight, ≥ 0.
        public let weight: Double

        /// Makes a weighted value.
        public init(value: Double, weight: Double) {
            self.value = value
            self.weight = weight
        }
    }
}
