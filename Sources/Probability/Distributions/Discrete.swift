/// Finitely many values with weights.
public struct Discrete: ProbabilityDistribution {
    /// The values with positive weight, ascending.
    public let values: [Double]
    /// Cumulative weights.
    public let cumulative: [Double]

    /// Makes the law; nil unless all values are finite and the weights finite, ≥ 0 and not all 0.
    public init?(values: [(value: Double, weight: Double)]) {
        guard values.allSatisfy({ $0.value.isFinite && $0.weight >= 0 }) else { return nil }
        let sorted = values.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
        var total = 0.0
        let sums = sorted.map { entry in
            total += entry.weight
            return total
        }
        guard total > 0, total.isFinite else { return nil }
        self.values = sorted.map(\.value)
        cumulative = sums
    }

    private var total: Double { cumulative[cumulative.count - 1] }

    private func weight(at index: Int) -> Double {
        index == 0 ? cumulative[0] : cumulative[index] - cumulative[index - 1]
    }

    /// The share of the weights up to x.
    public func cdf(_ x: Double) -> Double {
        values.lastIndex { $0 <= x }.map { cumulative[$0] / total } ?? 0
    }

    /// The smallest value whose cumulative weight is at least p of the whole.
    public func quantile(_ p: Double) -> Double {
        let wanted = p * total
        var (low, high) = (0, values.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] >= wanted { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }

    /// Σ w·v ÷ Σ w.
    public var mean: Double {
        values.indices.reduce(0) { $0 + values[$1] * weight(at: $1) } / total
    }
    /// Σ w·(v − mean)² ÷ Σ w.
    public var variance: Double {
        let center = mean
        return values.indices.reduce(0) {
            $0 + (values[$1] - center) * (values[$1] - center) * weight(at: $1)
        } / total
    }
}
