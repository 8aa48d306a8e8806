import Portfolio
import Probability

/// A cost line made ready for trials.
struct RolloutLine: BitwiseCopyable, @unchecked Sendable {
    /// The program.
    let program: Int
    /// Whether it is spent while the program works.
    let isCapital: Bool
    /// As planned, rupiah; per year for operating.
    let amount: Rupiah
    /// Position of the eligible set.
    let set: Int
    /// w_0 + … + w_{k−1} for k = 0 … d, in memory of the rollout (capital only); lines with the same
    /// profile have the same memory.
    let weights: UnsafePointer<Double>
    /// d.
    let periods: Int
    /// Months for which an operating line is paid at most.
    let months: Double

    /// The cumulative weight at a fraction of the work, piecewise linear between the planned periods;
    /// all of it from 1 on.
    @inline(__always)
    func weight(at fraction: Double) -> Double {
        if fraction >= 1 { return weights[periods] }
        var position = fraction * Double(periods)
        guard position > 0 else { return 0 }
        let nearest = Double(Int(position + 0.5))
        if abs(position - nearest) < 1e-9 { position = nearest }
        let index = min(Int(position), periods - 1)
        let (low, high) = (weights[index], weights[index + 1])
        return low + (position - Double(index)) * (high - low)
    }

    /// Spend up to a fraction of the work (§4, §12): round-half-up(amount × cumulative profile).
    @inline(__always)
    func spent(at fraction: Double, of amount: Rupiah) -> Rupiah {
        fraction >= 1 ? amount : spent(weight: weight(at: fraction), of: amount)
    }

    /// Spend up to a cumulative weight.
    @inline(__always)
    func spent(weight: Double, of amount: Rupiah) -> Rupiah {
        Self.share(of: amount, weight, over: weights[periods])
    }

    /// Spend of an operating line so many months after the finish: round-half-up(amount × months ÷ 12).
    @inline(__always)
    func operated(for elapsed: Double, of amount: Rupiah) -> Rupiah {
        guard elapsed > 0 else { return 0 }
        return Self.share(of: amount, elapsed < months ? elapsed : months, over: 12)
    }

    /// Spends of an operating line so many months after the finishes, in a column; nothing where it has
    /// not finished.
    @inline(__always)
    func operated(
        until end: Double, from finishes: UnsafeMutableBufferPointer<Double>,
        of amounts: UnsafeMutableBufferPointer<Rupiah>, _ body: (Int, Rupiah) -> Void
    ) {
        var most: Rupiah = 0
        for amount in amounts { most = amount > most ? amount : most }
        guard Double(most) * (end < months ? end : months) < 0x1p50 else {
            for index in amounts.indices {
                body(index, operated(for: end - finishes[index], of: amounts[index]))
            }
            return
        }
        for index in amounts.indices {
            let elapsed = end - finishes[index]
            let paid = elapsed < months ? elapsed : months
            body(index, Self.small(WholeNumber.double(amounts[index]) * (paid > 0 ? paid : 0), over: 12))
        }
    }

    /// round-half-up(amount × weight ÷ total), by integers where the weight is whole.
    @inline(__always)
    private static func share(of amount: Rupiah, _ weight: Double, over total: Double) -> Rupiah {
        let product = Double(amount) * weight
        return product < 0x1p50 ? small(product, over: total) : large(amount, weight, over: total)
    }

    @inline(__always)
    private static func small(_ product: Double, over total: Double) -> Rupiah {
        WholeNumber.floor(product / total + 0.5)
    }

    @inline(never)
    private static func large(_ amount: Rupiah, _ weight: Double, over total: Double) -> Rupiah {
        let product = Double(amount) * weight
        if product < 0x1p53 { return Rupiah((product / total + 0.5).rounded(.down)) }
        guard weight == weight.rounded() else { return Rupiah((product / total).rounded()) }
        return roundHalfUp(Int128(amount) * Int128(weight), over: Int128(total))
    }
}
