/// A distribution compiled for drawing by inverse cdf, one uniform per variate.
///
/// Point masses, uniform, triangular and discrete laws are drawn exactly, with no operation beyond
/// the square root. The others, and uniform and triangular ones of a normal score, come from a table
/// over the score z ∈ [−6, 6] with 1,024 cells, linear within: |error| ≤ 2·10⁻⁵ standard deviations
/// where |z| ≤ 4.5 (of the lognormal and the exponential ones: of the value, where that is more); z is
/// clamped to its ends (a probability of 2·10⁻⁹).
public struct Sampler: Sendable {
    private enum Way: Sendable {
        case constant(Double)
        case uniform(UniformRange)
        case triangular(Triangular)
        case discrete(Discrete)
        case table
    }

    private let way: Way
    /// Values by normal score; nil where they are constant or discrete.
    private let scores: ScoreTable?
    /// All values that it can return.
    public let range: ClosedRange<Double>

    /// Compiles a law.
    public init(_ law: any ProbabilityDistribution) {
        switch law {
        case let law as PointMass: way = .constant(law.value)
        case let law as UniformRange: way = law.low == law.high ? .constant(law.low) : .uniform(law)
        case let law as Triangular: way = law.low == law.high ? .constant(law.low) : .triangular(law)
        case let law as Discrete: way = law.values.count == 1 ? .constant(law.values[0]) : .discrete(law)
        default: way = law.variance > 0 ? .table : .constant(law.mean)
        }
        switch way {
        case .constant, .discrete: scores = nil
        default: scores = ScoreTable(range: 6, cells: 1024) { Self.quantile(of: law, score: $0) }
        }
        if case .table = way, let scores {
            range = scores.ends
        } else {
            range = law.quantile(0)...law.quantile(1)
        }
    }

    /// The value, where it is always the same.
    public var constant: Double? {
        if case .constant(let value) = way { return value }
        return nil
    }

    /// The value of 32 random bits.
    public func value(bits: UInt32) -> Double {
        switch way {
        case .constant(let value): value
        case .uniform(let law): law.quantile(RandomStream.uniform(bits))
        case .triangular(let law): law.quantile(RandomStream.uniform(bits))
        case .discrete(let law): law.quantile(RandomStream.uniform(bits))
        case .table: value(normalScore: NormalScore.score(bits: bits))
        }
    }

    /// The value of a normal score.
    public func value(normalScore z: Double) -> Double {
        if let scores { return scores.value(z) }
        if case .discrete(let law) = way { return law.quantile(NormalScore.uniform(ofScore: z)) }
        return range.lowerBound
    }

    /// The values of a column of bits.
    public func fill(
        _ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>
    ) {
        if case .table = way, let scores {
            NormalScore.fill(output, bits: bits)
            return scores.replace(output)
        }
        for index in output.indices { output[index] = RandomStream.uniform(bits[index]) }
        replaceUniforms(output)
    }

    /// The values of a column of bits whose normal scores are tied to common ones.
    public func fill(
        _ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>,
        tiedTo common: UnsafeBufferPointer<Double>, by copula: GaussianCopula
    ) {
        NormalScore.fill(output, bits: bits)
        for index in output.indices { output[index] = copula.blend(common[index], output[index]) }
        if let scores { return scores.replace(output) }
        NormalScore.replaceByUniforms(output)
        replaceUniforms(output)
    }

    private func replaceUniforms(_ column: UnsafeMutableBufferPointer<Double>) {
        switch way {
        case .constant(let value): column.update(repeating: value)
        case .uniform(let law): for i in column.indices { column[i] = law.quantile(column[i]) }
        case .triangular(let law): for i in column.indices { column[i] = law.quantile(column[i]) }
        case .discrete(let law): for i in column.indices { column[i] = law.quantile(column[i]) }
        case .table: break
        }
    }

    /// The quantile of a score, by the smaller tail.
    private static func quantile(of law: any ProbabilityDistribution, score z: Double) -> Double {
        if let pert = law as? BetaPERT, z > 0 { return pert.upperQuantile(NormalScore.cdf(-z)) }
        if let exponential = law as? Exponential, z > 0 {
            return exponential.upperQuantile(NormalScore.cdf(-z))
        }
        if let normal = law as? NormalDistribution { return normal.mean + normal.sd * z }
        if let lognormal = law as? LogNormal { return lognormal.value(score: z) }
        return law.quantile(NormalScore.cdf(z))
    }
}

/// √ρ·common + √(1−ρ)·own: one-factor Gaussian copula (Li, On Default Correlation, 2000).
public struct GaussianCopula: Sendable {
    private let common: Double
    private let own: Double

    /// Makes the copula; nil unless 0 ≤ ρ < 1.
    public init?(rho: Double) {
        guard rho >= 0, rho < 1 else { return nil }
        common = rho.squareRoot()
        own = (1 - rho).squareRoot()
    }

    /// The score of a common and an own one.
    @inline(__always)
    func blend(_ common: Double, _ own: Double) -> Double { self.common * common + self.own * own }
}
