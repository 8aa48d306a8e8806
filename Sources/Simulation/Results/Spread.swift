import Probability

/// The distribution of a figure over the trials, every number with its 95 % interval.
public struct Spread: Sendable, Hashable {
    /// Mean.
    public let mean: Estimate
    /// Standard deviation.
    public let sd: Estimate
    /// Quantiles at 10, 50, 80, 90 and 95 percent.
    public let p10, p50, p80, p90, p95: Estimate

    /// Reads a histogram of whole multiples of a unit; nil without values.
    init?(_ histogram: Histogram, unit: Double = 1) {
        guard let mean = histogram.moments.meanEstimate(unit: unit),
            let sd = histogram.sdEstimate(unit: unit),
            let p10 = histogram.quantile(0.1, unit: unit), let p50 = histogram.quantile(0.5, unit: unit),
            let p80 = histogram.quantile(0.8, unit: unit), let p90 = histogram.quantile(0.9, unit: unit),
            let p95 = histogram.quantile(0.95, unit: unit)
        else { return nil }
        self.mean = mean
        self.sd = sd
        (self.p10, self.p50, self.p80, self.p90, self.p95) = (p10, p50, p80, p90, p95)
    }
}
