import Probability
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct StatisticsTests {
    @Test("NIST's hard sums come out exactly", arguments: [Int64](arrayLiteral: 1, 1_000_000, 10_000_000))
    func numAcc(x: Int64) throws {
        var moments = ExactMoments()
        moments.add(10 * x + 2)
        for _ in 0..<500 {
            moments.add(10 * x + 1)
            moments.add(10 * x + 3)
        }
        let (mean, sd) = (try #require(moments.mean), try #require(moments.sd))
        #expect(mean == Double(10 * x + 2))
        #expect(abs(sd - 1) < 1e-15)
    }

    @Test("Quantile ranks and the worth of a P80")
    func ranks() {
        #expect(Interval.quantileRanks(0.1, of: 10).rank == 1)
        #expect(Interval.quantileRanks(0.8, of: 1000).rank == 800)
        let worths = [
            (1_000, 77.5, 82.4, 0.1), (10_000, 79.2, 80.8, 0.1), (100_000, 79.75, 80.25, 0.01),
            (1_000_000, 79.92, 80.08, 0.01),
        ]
        for (n, low, high, digit) in worths {
            let ranks = Interval.quantileRanks(0.8, of: n)
            // Half of the last published digit, and the rank by which the order statistics are widened.
            let tolerance = digit / 2 + 200 / Double(n)
            #expect(abs(100 * Double(ranks.low) / Double(n) - low) <= tolerance)
            #expect(abs(100 * Double(ranks.high) / Double(n) - high) <= tolerance)
        }
    }

    @Test("Looked at every 100 trials, a standard deviation is first within 3 % at 95 % with n = 2200")
    func stopRule() throws {
        // A normal variable has the kurtosis 3.
        let first = stride(from: 100, through: 5_000, by: 100).first { n in
            Interval.standardDeviation(count: n, sd: 1, kurtosis: 3).map { $0.high - 1 <= 0.03 } ?? false
        }
        #expect(first == 2_200)
        // The same by chi-square: P(|s/σ − 1| ≤ 0.03) with n − 1 degrees of freedom.
        let exact = stride(from: 100, through: 5_000, by: 100).first { n in
            let degrees = Double(n - 1)
            return chiSquare(degrees * 1.03 * 1.03, degrees) - chiSquare(degrees * 0.97 * 0.97, degrees)
                >= 0.95
        }
        #expect(exact == 2_200)
    }

    /// The chi-square distribution function by the series of the incomplete gamma function (DLMF 8.7.1).
    private func chiSquare(_ x: Double, _ degrees: Double) -> Double {
        let (a, z) = (degrees / 2, x / 2)
        var (term, sum, k) = (1 / a, 1 / a, a)
        while term > 1e-17 * sum {
            k += 1
            term *= z / k
            sum += term
        }
        return sum * exp(a * log(z) - z - lgamma(a))
    }

    @Test("Intervals have the digits of the textbooks")
    func intervals() throws {
        let wilson = try #require(Interval.wilson(successes: 8, of: 10))
        #expect(abs(wilson.low - 0.4901625) < 1e-6 && abs(wilson.high - 0.9433178) < 1e-6)
        let mean = try #require(Interval.mean(count: 10, mean: 0, sd: 10.0.squareRoot()))
        #expect(abs(mean.high - 2.262157162740992) < 1e-9)
        #expect(Interval.wilson(successes: 0, of: 0) == nil)
        #expect(Interval.mean(count: 5, mean: 3, sd: 0) == Estimate(exactly: 3))
    }

    @Test("Histograms merge in any order to the same bits, and narrow ones are exact")
    func histograms() {
        let values = (0..<1000).map { Int64($0 * $0 % 997) }
        func filled(_ part: some Sequence<Int64>) -> Histogram {
            var histogram = Histogram(lowest: 0, highest: 996, bins: 2000)
            for value in part { histogram.add(value) }
            return histogram
        }
        var forward = filled(values[..<300])
        forward.merge(filled(values[300...]))
        var backward = filled(values[300...])
        backward.merge(filled(values[..<300]))
        #expect(forward == backward && forward == filled(values))
        let sorted = values.sorted()
        for rank in [1, 17, 500, 999, 1000] { #expect(forward.value(rank: rank) == sorted[rank - 1]) }
    }

    @Test("A column adds to a histogram what its values add one by one", arguments: [1, 64, 1_000_000])
    func columns(scale: Int64) {
        let stream = RandomStream(seed: 4, what: 1, which: UInt64(scale))
        for values in [
            (0..<512).map { Int64(stream.bits(trial: UInt64($0)) % 2_000) * scale - 100 * scale },
            Array(repeating: 7 * scale, count: 300), [3 * scale], [],
        ] {
            var (one, other) = (
                Histogram(lowest: 0, highest: 1_500 * scale, bins: 4096),
                Histogram(lowest: 0, highest: 1_500 * scale, bins: 4096)
            )
            for value in values { one.add(value) }
            values.withUnsafeBufferPointer { other.add($0) }
            #expect(one == other)
        }
    }

    @Test("Rank correlation gives ties their mean rank")
    func spearman() throws {
        #expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 40]) == 1)
        #expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
        let tied = try #require(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4]))
        #expect(abs(tied - 0.9486832980505138) < 1e-12)
        #expect(rankCorrelation([1, 1], [1, 2]) == nil)
    }
}
