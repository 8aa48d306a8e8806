import Probability
import Testing

/// A law with a name for the test's report.
struct NamedLaw: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let law: any ProbabilityDistribution
}

private let candidates: [(String, (any ProbabilityDistribution)?)] = [
    ("uniform", UniformRange(low: -1, high: 3)),
    ("triangular", Triangular(low: 0.95, likely: 1.05, high: 1.2)),
    ("triangular, mode at the low end", Triangular(low: 1, likely: 1, high: 2)),
    ("triangular, mode at the high end", Triangular(low: 0.5, likely: 1.25, high: 1.25)),
    ("PERT", BetaPERT(low: 2, likely: 5, high: 14)),
    ("PERT, mode at the low end", BetaPERT(low: 0, likely: 0, high: 1)),
    ("normal", NormalDistribution(mean: 8, sd: 1.5)),
    ("normal by quantiles", NormalDistribution(p10: 1, p90: 4)),
    ("lognormal", LogNormal(mean: 3, sd: 1)),
    ("lognormal by quantiles", LogNormal(p10: 1, p90: 4)),
    ("exponential", Exponential(mean: 1.5)),
]

private let laws = candidates.compactMap { name, law in
    law.map { NamedLaw(testDescription: name, law: $0) }
}

@Suite struct DistributionTests {
    @Test("The published quantiles are met to their last digit, and the mean exactly")
    func published() throws {
        let triangular = try #require(Triangular(low: 0.95, likely: 1.05, high: 1.2))
        for (p, x) in [(0.1, 1.0), (0.5, 1.063069), (0.8, 1.113397), (0.9, 1.138763)] {
            #expect(abs(triangular.quantile(p) - x) < 5e-7)
        }
        let pert = try #require(BetaPERT(low: 2, likely: 5, high: 14))
        for (p, x) in [(0.1, 3.346820), (0.5, 5.765722), (0.8, 7.882308), (0.9, 9.006684)] {
            #expect(abs(pert.quantile(p) - x) < 5e-7)
        }
        #expect(abs(pert.mean - 6) < 1e-12)
    }

    @Test(
        "Quantiles, mean and variance are those of 50 digits to 1e-9, out to 1e-9 in the tails",
        arguments: laws)
    func references(named: NamedLaw) throws {
        let reference = try #require(referenceTable.first { $0.name == named.testDescription })
        for (p, x) in reference.quantiles {
            #expect(abs(named.law.quantile(p) - x) < 1e-9 * max(1, abs(x)), "p = \(p)")
        }
        #expect(abs(named.law.mean - reference.mean) < 1e-9)
        #expect(abs(named.law.variance - reference.variance) < 1e-9)
    }

    @Test("quantile undoes cdf wherever the law has density", arguments: laws)
    func inverse(named: NamedLaw) {
        let (low, high) = (named.law.quantile(0.001), named.law.quantile(0.999))
        for step in 1..<50 {
            let x = low + (high - low) * Double(step) / 50
            #expect(abs(named.law.quantile(named.law.cdf(x)) - x) < 1e-9 * max(1, abs(x)))
        }
    }

    @Test(
        "At 0 and 1 stand the ends of the support, and draws from the outermost bits lie within",
        arguments: laws)
    func edges(named: NamedLaw) {
        let (low, high) = (named.law.quantile(0), named.law.quantile(1))
        #expect(low < high && !low.isNaN && !high.isNaN)
        #expect(named.law.cdf(low) == 0 && named.law.cdf(high) == 1)
        #expect(low <= named.law.quantile(1e-300) && named.law.quantile(1 - 0x1p-53) <= high)
        let sampler = Sampler(named.law)
        for bits: UInt32 in [0, 1, .max - 1, .max] {
            let value = sampler.value(bits: bits)
            #expect(value.isFinite && low <= value && value <= high && sampler.range.contains(value))
        }
        for score in [-40, -8, 8, 40.0] { #expect(sampler.range.contains(sampler.value(normalScore: score))) }
    }

    @Test("The normal quantile has the digits of the tables")
    func normal() {
        #expect(abs(NormalScore.quantile(0.975) - 1.959963984540054) < 1e-12)
        #expect(abs(NormalScore.quantile(0.9) - 1.2815515655446004) < 1e-12)
        #expect(abs(NormalScore.quantile(1e-9) + 5.997807015007686) < 1e-9)
        #expect(NormalScore.quantile(0.5) == 0)
    }

    @Test("cdf undoes quantile", arguments: laws)
    func identity(named: NamedLaw) {
        for p in stride(from: 0.001, through: 0.999, by: 0.0499) {
            #expect(abs(named.law.cdf(named.law.quantile(p)) - p) < 1e-9)
        }
    }

    @Test("Draws pass Kolmogorov and Smirnov at 0.001, and have the law's mean and variance", arguments: laws)
    func draws(named: NamedLaw) {
        let count = 40_000
        let sampler = Sampler(named.law)
        let stream = RandomStream(seed: 20_220_615, what: 200, which: 1)
        let values = (0..<count).map { sampler.value(bits: stream.bits(trial: UInt64($0))) }.sorted()
        var distance = 0.0
        for (index, value) in values.enumerated() {
            let share = named.law.cdf(value)
            distance = max(distance, abs(share - Double(index) / Double(count)))
            distance = max(distance, abs(share - Double(index + 1) / Double(count)))
        }
        #expect(distance < 1.9495 / Double(count).squareRoot())
        let mean = values.reduce(0, +) / Double(count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
        let fourth =
            values.reduce(0) { sum, x in
                let square = (x - mean) * (x - mean)
                return sum + square * square
            } / Double(count)
        #expect(abs(mean - named.law.mean) < 4 * (named.law.variance / Double(count)).squareRoot())
        #expect(
            abs(variance - named.law.variance) < 4
                * ((fourth - variance * variance) / Double(count)).squareRoot())
    }

    @Test("Columns of draws equal the draws one by one, tied to scores or not", arguments: laws)
    func columns(named: NamedLaw) {
        let sampler = Sampler(named.law)
        let bits = (0..<300).map { RandomStream(seed: 1, what: 2, which: 3).bits(trial: $0) }
        var column = [Double](repeating: 0, count: 300)
        column.withUnsafeMutableBufferPointer { column in
            bits.withUnsafeBufferPointer { sampler.fill(column, bits: $0) }
        }
        #expect(column == bits.map(sampler.value(bits:)))
        for (index, word) in bits.enumerated() {
            let tied = sampler.value(normalScore: NormalScore.score(bits: word))
            #expect(abs(tied - column[index]) < 1e-4 * named.law.variance.squareRoot())
        }
    }

    @Test("The table of normal scores has the law's quantiles to 2e-5 standard deviations", arguments: laws)
    func scores(named: NamedLaw) {
        let (sampler, sd) = (Sampler(named.law), named.law.variance.squareRoot())
        for z in stride(from: -4.5, through: 4.5, by: 0.00137) {
            let exact = named.law.quantile(NormalScore.cdf(z))
            #expect(abs(sampler.value(normalScore: z) - exact) <= 2e-5 * max(sd, abs(exact)), "z = \(z)")
        }
    }

    @Test("A discrete law takes the smallest value whose cumulative weight reaches the uniform")
    func discrete() throws {
        let law = try #require(Discrete(values: [(1, 70), (0.65, 30)]))
        #expect(law.quantile(0.3) == 0.65 && law.quantile(0.300001) == 1)
        #expect(law.quantile(0) == 0.65 && law.quantile(1) == 1)
        #expect(abs(law.mean - 0.895) < 1e-12)
    }

    @Test(
        "Draws of a discrete law have its probabilities, mean and variance; those of a point mass its value")
    func discreteDraws() throws {
        let count = 40_000
        let law = try #require(Discrete(values: [(1, 0.5), (4, 0.3), (2, 0.2)]))
        #expect(abs(law.mean - 2.1) < 1e-12 && abs(law.variance - 1.69) < 1e-12)
        let (sampler, stream) = (Sampler(law), RandomStream(seed: 20_220_615, what: 204, which: 1))
        let values = (0..<UInt64(count)).map { sampler.value(bits: stream.bits(trial: $0)) }
        for (value, p) in [(1, 0.5), (2, 0.2), (4.0, 0.3)] {
            let share = Double(values.count { $0 == value }) / Double(count)
            #expect(abs(share - p) < 4 * (p * (1 - p) / Double(count)).squareRoot())
        }
        let mean = values.reduce(0, +) / Double(count)
        #expect(abs(mean - 2.1) < 4 * 1.3 / Double(count).squareRoot())
        let fixed = Sampler(try #require(PointMass(3)))
        #expect(values.indices.allSatisfy { fixed.value(bits: UInt32($0) &* 100_000) == 3 })
    }

    @Test("Every law of the list exists")
    func complete() { #expect(laws.map(\.testDescription) == referenceTable.map(\.name)) }

    @Test("Impossible parameters make no law")
    func impossible() {
        #expect(UniformRange(low: 2, high: 1) == nil)
        #expect(
            Triangular(low: 1, likely: 3, high: 2) == nil && Triangular(low: 2, likely: 1, high: 3) == nil)
        #expect(BetaPERT(low: 1, likely: 3, high: 2) == nil)
        #expect(NormalDistribution(mean: 0, sd: -1) == nil && NormalDistribution(p10: 2, p90: 1) == nil)
        #expect(LogNormal(mean: 0, sd: 1) == nil && LogNormal(p10: 0, p90: 1) == nil)
        #expect(LogNormal(mean: 1, sd: -1) == nil && LogNormal(p10: 2, p90: 1) == nil)
        #expect(Exponential(mean: 0) == nil && Exponential(mean: -1) == nil)
        #expect(Discrete(values: []) == nil && Discrete(values: [(1, 0)]) == nil)
        #expect(Discrete(values: [(1, -1), (2, 3)]) == nil)
        #expect(GaussianCopula(rho: 1) == nil && GaussianCopula(rho: -0.1) == nil)
    }

    @Test("NaN and infinity in any place make no law", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(x: Double) {
        #expect(PointMass(x) == nil && GaussianCopula(rho: x) == nil && Exponential(mean: x) == nil)
        #expect(UniformRange(low: x, high: 1) == nil && UniformRange(low: 1, high: x) == nil)
        for (low, likely, high) in [(x, 1, 2), (1, x, 2), (1, 2, x)] {
            #expect(Triangular(low: low, likely: likely, high: high) == nil)
            #expect(BetaPERT(low: low, likely: likely, high: high) == nil)
        }
        for (one, other) in [(x, 1.0), (1, x)] {
            #expect(
                NormalDistribution(mean: one, sd: other) == nil
                    && NormalDistribution(p10: one, p90: other) == nil)
            #expect(LogNormal(mean: one, sd: other) == nil && LogNormal(p10: one, p90: other) == nil)
            #expect(Discrete(values: [(one, other)]) == nil)
        }
    }

    @Test("Degenerate ranges are point masses")
    func degenerate() throws {
        #expect(Sampler(try #require(Triangular(low: 2, likely: 2, high: 2))).constant == 2)
        #expect(Sampler(try #require(BetaPERT(low: 2, likely: 2, high: 2))).constant == 2)
        #expect(Sampler(try #require(UniformRange(low: 2, high: 2))).constant == 2)
        #expect(Sampler(try #require(NormalDistribution(mean: 2, sd: 0))).constant == 2)
        #expect(Sampler(try #require(NormalDistribution(p10: 2, p90: 2))).constant == 2)
        #expect(Sampler(try #require(Discrete(values: [(2, 5), (3, 0)]))).constant == 2)
        for law in [LogNormal(mean: 2, sd: 0), LogNormal(p10: 2, p90: 2)] {
            let value = law.map { Sampler($0) }?.constant ?? .nan
            #expect(abs(value - 2) < 1e-15)
        }
    }
}
