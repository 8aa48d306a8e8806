import Portfolio

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What points are worth (model.md §8): weights, ramps, discounting.
struct Valuation {
    private let weights: [(dimension: Dimension.ID, weight: Double)]
    private let worth: [Double]
    private let periodsPerYear: Int

    /// Prepares weights and δ(s)/n of every period 0 … E−1.
    init(scenario: Scenario) {
        let n = scenario.calendar.periodsPerYear
        weights = scenario.dimensions.map { ($0.id, scenario.weight(of: $0.id)) }
        worth = (0..<scenario.calendar.horizon).map {
            pow(1 + scenario.discountRate, -Double($0 + 1) / Double(n)) / Double(n)
        }
        periodsPerYear = n
    }

    /// Σ_k W_k·b_k, points per year.
    func points(_ benefits: [Dimension.ID: Double]) -> Double {
        weights.reduce(0) { $0 + $1.weight * (benefits[$1.dimension] ?? 0) }
    }

    /// Σ_{s=from}^{E−1} r_{floor((s−from)/n)}·δ(s)/n: years at full operation, discounted.
    func years(from first: Int, ramp: [Double] = []) -> Double {
        var sum = 0.0
        for period in first..<max(first, worth.count) {
            let year = (period - first) / periodsPerYear
            sum += (ramp.isEmpty ? 1 : ramp[min(year, ramp.count - 1)]) * worth[period]
        }
        return sum
    }

    /// The value of a chosen program with its shares of help as realised (§7).
    func value(of chosen: ChosenProgram, finishes: [Program.ID: Int]) -> Double {
        let ramp = chosen.variant.ramp
        let helpless = chosen.program.helpedBy.reduce(Exact(0)) { $0.adding($1.share) }
        var years = helpless.remainder * self.years(from: chosen.finish, ramp: ramp)
        for help in chosen.program.helpedBy {
            guard let finish = finishes[help.program] else { continue }
            years += help.share.doubleValue * self.years(from: max(chosen.finish, finish), ramp: ramp)
        }
        return points(chosen.variant.benefits) * years
    }

    /// The value of a synergy that accrues from a period on.
    func value(of synergy: Synergy, from finish: Int) -> Double {
        points(synergy.benefits) * years(from: finish)
    }
}

extension Exact {
    /// 1 − this, as the nearest Double.
    fileprivate var remainder: Double { Double(denominator - numerator) / Double(denominator) }

    /// The sum, or this where it does not fit in 64 bits.
    fileprivate func adding(_ other: Exact) -> Exact {
        let top =
            Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator)
        return Exact(top, over: Int128(denominator) * Int128(other.denominator)) ?? self
    }
}
