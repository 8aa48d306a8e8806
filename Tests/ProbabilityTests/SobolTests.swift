import Probability
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Sobol indices of the Ishigami function by pick and freeze (Saltelli et al., Computer Physics
/// Communications 181, 2010; totals after Jansen): two independent sets of streams, in one of which a
/// single input is exchanged.
@Suite struct SobolTests {
    private static let trials = 200_000
    private static let inputs = ["x1", "x2", "x3"]

    private func ishigami(_ x: [Double]) -> Double {
        sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }

    /// The inputs of a trial, drawn from streams of one purpose.
    private func draws(what: UInt8) throws -> [[Double]] {
        let sampler = Sampler(try #require(UniformRange(low: -.pi, high: .pi)))
        let streams = Self.inputs.map {
            RandomStream(seed: 20_220_615, what: what, which: StableHash.hash($0))
        }
        return (0..<UInt64(Self.trials)).map { trial in
            streams.map { sampler.value(bits: $0.bits(trial: trial)) }
        }
    }

    /// Whether the mean of values lies within four standard errors of what it must be.
    private func check(_ values: [Double], mean expected: Double) {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
        #expect(abs(mean - expected) < 4 * (variance / n).squareRoot(), "\(mean) instead of \(expected)")
    }

    @Test("Ishigami's variance, first-order and total indices are the exact ones")
    func ishigamiIndices() throws {
        let (a, b) = (try draws(what: 201), try draws(what: 202))
        let (ya, yb) = (a.map(ishigami), b.map(ishigami))
        let variance = 13.844588
        check(ya.map { ($0 - 3.5) * ($0 - 3.5) }, mean: variance)
        let exact = [(0.313905, 0.557589), (0.442411, 0.442411), (0, 0.243684)]
        for (input, (first, total)) in exact.enumerated() {
            let mixed = zip(a, b).map { row, other in
                var x = row
                x[input] = other[input]
                return ishigami(x)
            }
            check(mixed.indices.map { yb[$0] * (mixed[$0] - ya[$0]) }, mean: first * variance)
            check(
                mixed.indices.map { (ya[$0] - mixed[$0]) * (ya[$0] - mixed[$0]) / 2 }, mean: total * variance)
        }
    }
}
