#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A figure with its 95 % interval.
public struct Estimate: Sendable, Hashable {
    /// The sample's own figure.
    public let estimate: Double
    /// Lower end.
    public let low: Double
    /// Upper end.
    public let high: Double

    /// Makes a figure.
    public init(estimate: Double, low: Double, high: Double) {
        self.estimate = estimate
        self.low = low
        self.high = high
    }

    /// Makes a figure without variation.
    public init(exactly value: Double) { self.init(estimate: value, low: value, high: value) }
}

/// The 95 % intervals of model.md §12; nil where a figure does not exist.
public enum Interval {
    /// z of 95 %.
    public static let z = 1.959963984540054

    /// A probability (Wilson, JASA 22, 1927); the estimate is the share itself.
    public static func wilson(successes: Int, of n: Int) -> Estimate? {
        guard n > 0 else { return nil }
        let (count, share) = (Double(n), Double(successes) / Double(n))
        let center = share + z * z / (2 * count)
        let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        return Estimate(
            estimate: share, low: successes == 0 ? 0 : max(0, (center - spread) / scale),
            high: successes == n ? 1 : min(1, (center + spread) / scale))
    }

    /// A mean, by Student's t; one value alone has no interval but itself.
    public static func mean(count: Int, mean: Double, sd: Double) -> Estimate? {
        guard count > 0 else { return nil }
        guard count > 1, sd > 0 else { return Estimate(exactly: mean) }
        let half =
            StudentT(degreesOfFreedom: Double(count - 1)).quantile(0.975) * sd
            / Double(count).squareRoot()
        return Estimate(estimate: mean, low: mean - half, high: mean + half)
    }

    /// A standard deviation: sd·(1 ± z·√((k − 1)/(4n))) with the kurtosis k = m4/m2².
    public static func standardDeviation(count: Int, sd: Double, kurtosis: Double?) -> Estimate? {
        guard count > 0 else { return nil }
        guard sd > 0, let kurtosis else { return Estimate(exactly: sd) }
        let part = z * (max(0, kurtosis - 1) / (4 * Double(count))).squareRoot()
        return Estimate(estimate: sd, low: max(0, sd * (1 - part)), high: sd * (1 + part))
    }

    /// A rank correlation: tanh(artanh r ± z·1.03/√(n − 3)) (Fieller, Hartley and Pearson, Biometrika
    /// 44, 1957).
    public static func spearman(_ r: Double, count: Int) -> Estimate? {
        guard count > 3 else { return nil }
        guard abs(r) < 1 else { return Estimate(exactly: r) }
        let half = z * 1.03 / Double(count - 3).squareRoot()
        return Estimate(estimate: r, low: tanh(atanh(r) - half), high: tanh(atanh(r) + half))
    }

    /// The ranks of a p-quantile and of its interval: ⌈p·n⌉, ⌊np − z√(np(1−p))⌋ and
    /// ⌈np + z√(np(1−p))⌉ + 1, within 1…n.
    public static func quantileRanks(_ p: Double, of n: Int) -> (rank: Int, low: Int, high: Int) {
        let center = p * Double(n)
        let whole = center.rounded()
        let rank = abs(center - whole) < 1e-9 * max(1, whole) ? whole : center.rounded(.up)
        let spread = z * (center * (1 - p)).squareRoot()
        let (low, high) = ((center - spread).rounded(.down), (center + spread).rounded(.up) + 1)
        func clamped(_ value: Double) -> Int { max(1, min(n, Int(value))) }
        return (clamped(rank), clamped(low), clamped(high))
    }
}

/// Student's t law (DLMF 8.17 for its distribution function).
struct StudentT {
    private let degrees: Double
    private let beta: BetaFunction

    init(degreesOfFreedom: Double) {
        degrees = degreesOfFreedom
        beta = BetaFunction(a: degreesOfFreedom / 2, b: 0.5)
    }

    /// The quantile of p > ½.
    func quantile(_ p: Double) -> Double {
        // Beyond a million degrees of freedom the first term of the expansion is exact to 1e-12.
        let z = NormalScore.quantile(p)
        if degrees > 1e6 { return z + (z * z * z + z) / (4 * degrees) }
        let x = beta.inverse(2 * (1 - p))
        return (degrees * (1 - x) / x).squareRoot()
    }
}
