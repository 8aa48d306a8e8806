import Portfolio
import Probability

extension Sampler {
    /// Compiles a distribution as written in a scenario.
    ///
    /// - Throws: ``SimulationError/impossibleDistribution(_:)`` where its parameters are beyond what
    ///   arithmetic in Double can carry.
    init(_ written: Distribution) throws(SimulationError) {
        guard let law = Self.law(written) else { throw .impossibleDistribution("\(written)") }
        self.init(law)
    }

    private static func law(_ written: Distribution) -> (any ProbabilityDistribution)? {
        switch written {
        case .constant(let value): PointMass(value)
        case .triangular(let low, let likely, let high): Triangular(low: low, likely: likely, high: high)
        case .pert(let low, let likely, let high): BetaPERT(low: low, likely: likely, high: high)
        case .uniform(let low, let high): UniformRange(low: low, high: high)
        case .normal(let mean, let sd): NormalDistribution(mean: mean, sd: sd)
        case .lognormal(let mean, let sd): LogNormal(mean: mean, sd: sd)
        case .exponential(let mean): Exponential(mean: mean)
        case .normalQuantiles(let p10, let p90): NormalDistribution(p10: p10, p90: p90)
        case .lognormalQuantiles(let p10, let p90): LogNormal(p10: p10, p90: p90)
        case .discrete(let values): Discrete(values: values.map { ($0.value, $0.weight) })
        }
    }
}
