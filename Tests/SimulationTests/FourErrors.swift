import Probability

@testable import Simulation

extension Estimate {
    /// Whether an exact value lies within four standard errors, of which the interval's half has 1.96.
    func isWithinFourErrors(of exact: Double) -> Bool {
        let half = Swift.max(high - estimate, estimate - low)
        return abs(estimate - exact) <= half * 4 / Interval.z
    }
}

extension Histogram {
    /// Whether an exact p-quantile lies between the order statistics four standard errors to either
    /// side, in units of `unit`.
    func hasQuantile(_ exact: Double, at p: Double, unit: Double) -> Bool {
        let center = p * Double(moments.count)
        let spread = 4 * (center * (1 - p)).squareRoot()
        let low = value(rank: Swift.max(1, Int((center - spread).rounded(.down))))
        let high = value(rank: Swift.min(moments.count, Int((center + spread).rounded(.up)) + 1))
        return Double(low - 1) * unit <= exact && exact <= Double(high + width) * unit
    }

    /// The share of values in the bin of a value.
    func share(of value: Int64) -> Double {
        let bin = Int((value - lowest) / width)
        return Double(counts[bin]) / Double(moments.count)
    }
}

/// Whether a share of so many trials is within four standard errors of a probability.
func isWithinFourErrors(_ share: Double, of p: Double, trials: Int) -> Bool {
    abs(share - p) <= 4 * (p * (1 - p) / Double(trials)).squareRoot()
}
