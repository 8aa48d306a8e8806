import Probability
import Testing

/// Normal variables tied by the copula.
@Suite struct CorrelationTests {
    private static let trials = 100_000

    /// Columns of three normals with means 10, 15, 20 and variances 4, 9, 16.
    ///
    /// Loadings a with a₁a₂ = 0.5, a₁a₃ = 0.3, a₂a₃ = 0.4 give these correlations; a² are the rhos.
    private func columns(rhos: [Double]?) throws -> [[Double]] {
        let parameters: [(Double, Double)] = [(10, 2), (15, 3), (20, 4)]
        return try parameters.enumerated().map { index, parameter in
            let sampler = Sampler(try #require(NormalDistribution(mean: parameter.0, sd: parameter.1)))
            let bits = bits(which: UInt64(index + 1))
            guard let rho = rhos?[index] else { return bits.map(sampler.value(bits:)) }
            return try tied(sampler, bits, rho: rho)
        }
    }

    private func bits(which: UInt64) -> [UInt32] {
        let stream = RandomStream(seed: 7, what: 203, which: which)
        return (0..<UInt64(Self.trials)).map { stream.bits(trial: $0) }
    }

    /// A column of draws tied to the scores of stream 0.
    private func tied(_ sampler: Sampler, _ bits: [UInt32], rho: Double) throws -> [Double] {
        let copula = try #require(GaussianCopula(rho: rho))
        let common = self.bits(which: 0).map(NormalScore.score(bits:))
        var values = [Double](repeating: 0, count: bits.count)
        values.withUnsafeMutableBufferPointer { values in
            bits.withUnsafeBufferPointer { bits in
                common.withUnsafeBufferPointer { sampler.fill(values, bits: bits, tiedTo: $0, by: copula) }
            }
        }
        return values
    }

    private func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1))
    }

    private func check(_ values: [Double], mean: Double, variance: Double) {
        let (found, n) = (moments(values), Double(values.count))
        #expect(abs(found.mean - mean) < 4 * (variance / n).squareRoot())
        // The variance of a normal sample's variance is 2σ⁴/(n − 1).
        #expect(abs(found.variance - variance) < 4 * variance * (2 / (n - 1)).squareRoot())
    }

    @Test("Correlations .5, .3 and .4 leave every marginal and the total's mean, and widen the total to 49.4")
    func total() throws {
        let (alone, tied) = (try columns(rhos: nil), try columns(rhos: [0.375, 2.0 / 3, 0.24]))
        for columns in [alone, tied] {
            for (column, (mean, variance)) in zip(columns, [(10.0, 4.0), (15.0, 9.0), (20.0, 16.0)]) {
                check(column, mean: mean, variance: variance)
            }
        }
        func totals(_ columns: [[Double]]) -> [Double] {
            columns[0].indices.map { columns[0][$0] + columns[1][$0] + columns[2][$0] }
        }
        check(totals(alone), mean: 45, variance: 29)
        check(totals(tied), mean: 45, variance: 49.4)
    }

    @Test("Each pair has its correlation, within four standard errors of Fisher's z")
    func pairs() throws {
        let tied = try columns(rhos: [0.375, 2.0 / 3, 0.24])
        for (one, other, rho) in [(0, 1, 0.5), (0, 2, 0.3), (1, 2, 0.4)] {
            let (x, y) = (moments(tied[one]), moments(tied[other]))
            let products = tied[one].indices.map { (tied[one][$0] - x.mean) * (tied[other][$0] - y.mean) }
            let r =
                products.reduce(0, +) / Double(products.count - 1) / (x.variance * y.variance).squareRoot()
            #expect(abs(r - rho) < 4 * (1 - rho * rho) / Double(products.count - 3).squareRoot())
        }
    }

    @Test(
        "A tied marginal passes Kolmogorov and Smirnov at 0.001, skewed, with corners or even",
        arguments: [
            BetaPERT(low: 2, likely: 5, high: 14) as (any ProbabilityDistribution)?,
            Triangular(low: 1, likely: 2, high: 7), UniformRange(low: 0, high: 3),
        ])
    func marginals(law: (any ProbabilityDistribution)?) throws {
        let law = try #require(law)
        let values = try tied(Sampler(law), bits(which: 9), rho: 0.6).sorted()
        let n = Double(values.count)
        let distance = values.enumerated().reduce(0.0) { most, entry in
            let share = law.cdf(entry.element)
            return max(most, share - Double(entry.offset) / n, Double(entry.offset + 1) / n - share)
        }
        #expect(distance < 1.9495 / n.squareRoot())
    }

    @Test("Tied draws of a discrete law have its probabilities, those of a point mass its value")
    func discrete() throws {
        let law = try #require(Discrete(values: [(1, 0.5), (4, 0.3), (2, 0.2)]))
        let values = try tied(Sampler(law), bits(which: 9), rho: 0.6)
        for (value, p) in [(1, 0.5), (2, 0.2), (4.0, 0.3)] {
            let share = Double(values.count { $0 == value }) / Double(values.count)
            #expect(abs(share - p) < 4 * (p * (1 - p) / Double(values.count)).squareRoot())
        }
        let fixed = try tied(Sampler(try #require(PointMass(3))), bits(which: 9), rho: 0.6)
        #expect(fixed.allSatisfy { $0 == 3 })
    }
}
