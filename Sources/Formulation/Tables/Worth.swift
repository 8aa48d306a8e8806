import Portfolio

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What benefits are worth that accrue from a period on (model.md §8).
struct Worth {
    private let scenario: Scenario
    private let discount: [Double]

    /// Prepares δ(s) = (1+ρ)^−((s+1)/n) for every period s of the horizon E.
    init(scenario: Scenario) {
        self.scenario = scenario
        let perYear = Double(scenario.calendar.periodsPerYear)
        discount = (0..<scenario.calendar.horizon).map {
            pow(1 + scenario.discountRate, -(Double($0) + 1) / perYear)
        }
    }

    /// Σ_k W_k·b_k in the order of dimensions.
    func weightedPoints(_ benefits: [Dimension.ID: Double]) -> Double {
        scenario.dimensions.reduce(0) { $0 + scenario.weight(of: $1.id) * (benefits[$1.id] ?? 0) }
    }

    /// Σ_{s=from}^{E−1} r_{floor((s−from)/n)}·δ(s)/n: the worth of one point a year from a period on.
    func worth(from finish: Int, ramp: [Double] = []) -> Double {
        let perYear = scenario.calendar.periodsPerYear
        var sum = 0.0
        for period in stride(from: finish, to: scenario.calendar.horizon, by: 1) {
            let year = (period - finish) / perYear
            sum += (ramp.isEmpty ? 1 : ramp[min(year, ramp.count - 1)]) * discount[period] / Double(perYear)
        }
        return sum
    }
}
