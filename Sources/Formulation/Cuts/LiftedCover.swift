/// Programs that cannot all take as much as a threshold of a knapsack, with every start's coefficient.
///
///     Σ_p Σ_t α(w[p,t])·x[p,t] ≤ |C| − 1,   α(w) = max([p ∈ C and w ≥ a_p], max {h : S_h ≤ w})
///
/// The thresholds a_p of the cover C sum to more than the capacity; S_h is the sum of the h largest. A
/// choice that keeps the knapsack and breaks the row would take at least Σ a_p.
///
/// Source: E. Balas, Facets of the knapsack polytope, Mathematical Programming 8 (1975),
/// doi:10.1007/BF01580440, here with one start per program.
struct LiftedCover {
    /// Threshold of each program in the cover, by the item's position in the knapsack.
    let thresholds: [Int: Int64]
    /// The sums S_0 = 0, S_1 and so on.
    private let sums: [Int64]

    /// Makes the row of a cover.
    ///
    /// The largest thresholds are first lowered to one level, as far as the sum stays above the capacity:
    /// more starts then reach them.
    init(_ weights: [Int: Int64], above capacity: Int64) {
        let level = Self.level(of: weights.values.sorted(), above: capacity)
        thresholds = weights.mapValues { min($0, level) }
        sums = thresholds.values.sorted(by: >).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    /// |C| − 1.
    var bound: Int { thresholds.count - 1 }

    /// α of a start with a weight.
    func coefficient(of weight: Int64, item: Int) -> Int {
        var fitting = 0
        while fitting + 1 < sums.count, sums[fitting + 1] <= weight { fitting += 1 }
        guard fitting == 0, let threshold = thresholds[item] else { return fitting }
        return weight >= threshold ? 1 : 0
    }

    /// The least level L with Σ min(w, L) > capacity, for weights in ascending order.
    private static func level(of weights: [Int64], above capacity: Int64) -> Int64 {
        var below: Int64 = 0
        for (position, weight) in weights.enumerated() {
            let left = Int64(weights.count - position)
            let level = (capacity + 1 - below + left - 1) / left
            if level <= weight { return level }
            below += weight
        }
        return weights.last ?? 0
    }
}
