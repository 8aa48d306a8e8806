import Portfolio
import Probability

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// H(u) = ∫₀ᵘ (1+ρ)^(−v/12) dv/12: the years, discounted continuously, up to month u (model.md §12).
///
/// A table by eighths of a month and a series between them, so that no trial calls a transcendental
/// function; `log` and `exp` are used once, when the table is made, and may differ between machines
/// in their last bit.
struct DiscountedYears: Sendable {
    /// E, the last month that counts.
    let horizon: Double
    private let rate: Double
    private let nodes: Table<Node>
    private static let steps = 8.0

    private struct Node: BitwiseCopyable {
        let sum: Double
        let factor: Double
    }

    /// Makes the table for a discount rate per year and a horizon in months.
    init(discountRate: Double, horizon: Double) {
        self.horizon = horizon
        let rate = log(1 + discountRate)
        self.rate = rate
        let count = Int(horizon * Self.steps) + 2
        nodes = Table(
            (0..<count).map {
                let years = Double($0) / (12 * Self.steps)
                return Node(sum: rate == 0 ? years : -expm1(-rate * years) / rate, factor: exp(-rate * years))
            })
    }

    /// H(u), 0 ≤ u; beyond the horizon H of the horizon.
    @inline(__always)
    func upTo(_ month: Double) -> Double {
        let month = month < horizon ? month : horizon
        let (index, rest) = WholeNumber.cell(of: month * Self.steps)
        return upTo(index, rest)
    }

    /// H of a part of a step of the table.
    @inline(__always)
    private func upTo(_ index: Int, _ rest: Double) -> Double {
        let x = rest * (1 / (12 * Self.steps))
        let y = rate * x
        let node = nodes[index]
        return node.sum + node.factor * x * (1 - y * (1.0 / 2 - y * (1.0 / 6 - y * (1.0 / 24))))
    }

    /// H of a column of months, in place.
    func replace(_ column: UnsafeMutablePointer<Double>, count: Int) {
        let horizon = horizon
        Strip.each(of: count) { first, count, places in
            let column = column + first
            for trial in 0..<count {
                let month = column[trial] < horizon ? column[trial] : horizon
                (places[trial], column[trial]) = WholeNumber.cell(of: month * Self.steps)
            }
            for trial in 0..<count { column[trial] = upTo(places[trial], column[trial]) }
        }
    }
}

/// What operating from an instant on is worth, in discounted years at full operation.
struct WorthCurve: Sendable {
    private let years: DiscountedYears
    private let ramp: Table<Double>
    /// H of the horizon.
    private let whole: Double

    /// Makes the curve of a ramp; an empty one is full operation at once.
    init(years: DiscountedYears, ramp: [Double]) {
        self.years = years
        self.ramp = Table(ramp.isEmpty ? [1] : ramp)
        whole = years.upTo(years.horizon)
    }

    /// ∫ r·(1+ρ)^(−u/12) du/12 from a month to the horizon.
    @inline(__always)
    func from(_ month: Double) -> Double {
        guard ramp.count == 1 else { return between(month, years.horizon, from: month) }
        return month < years.horizon ? ramp[0] * (whole - years.upTo(month)) : 0
    }

    /// The same for a column of months, in place.
    func replace(_ column: UnsafeMutablePointer<Double>, count: Int) {
        guard ramp.count == 1 else {
            for trial in 0..<count { column[trial] = from(column[trial]) }
            return
        }
        years.replace(column, count: count)
        let (full, whole) = (ramp[0], whole)
        for trial in 0..<count { column[trial] = full * (whole - column[trial]) }
    }

    /// The part of that which accrues between two months, operating since `start`.
    func between(_ low: Double, _ high: Double, from start: Double) -> Double {
        let (low, high) = (max(low, start), min(high, years.horizon))
        guard low < high else { return 0 }
        var (sum, year) = (0.0, 0)
        var (edge, before) = (low, years.upTo(low))
        while edge < high {
            let isLast = year == ramp.count - 1
            let next = isLast ? high : min(high, start + 12 * Double(year + 1))
            if next > edge {
                let after = years.upTo(next)
                sum += ramp[year] * (after - before)
                (edge, before) = (next, after)
            }
            if isLast { break }
            year += 1
        }
        return sum
    }
}
