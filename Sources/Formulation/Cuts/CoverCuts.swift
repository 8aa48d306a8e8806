import Linear

/// Separates lifted covers of all knapsacks of a scenario.
public struct CoverCuts: Sendable {
    private let knapsacks: [Knapsack]
    private let starts: [StartedBy]

    /// Most rows that one call gives.
    private static let mostRows = 60
    /// What a row must at least be broken by, relative to the length of its coefficients.
    private static let leastViolation = 0.02

    init(knapsacks: [Knapsack], starts: [StartedBy]) {
        self.knapsacks = knapsacks
        self.starts = starts
    }

    /// Rows that every plan keeps and that values of the formulation's columns break, the most broken
    /// first.
    public func separate(_ values: [Double]) -> [SolutionVerdict.Cut] {
        let shares = starts.map { start in
            let by = start.columns.map { values[$0.index] }
            return by.indices.map { max(0, $0 == 0 ? by[0] : by[$0] - by[$0 - 1]) }
        }
        let broken = knapsacks.compactMap { brokenRow(of: $0, shares) }
            .sorted { $0.violation > $1.violation }
        return broken.prefix(Self.mostRows).map(\.cut)
    }

    private func brokenRow(
        of knapsack: Knapsack, _ shares: [[Double]]
    ) -> (cut: SolutionVerdict.Cut, violation: Double)? {
        guard let thresholds = CoverSearch(knapsack: knapsack, shares: shares).cover() else { return nil }
        let cover = LiftedCover(thresholds, above: knapsack.capacity)
        let (terms, sum) = row(of: cover, in: knapsack, shares)
        let length = terms.reduce(0) { $0 + $1.coefficient * $1.coefficient }.squareRoot()
        let violation = (sum - Double(cover.bound)) / max(1, length)
        guard violation >= Self.leastViolation else { return nil }
        let cut = SolutionVerdict.Cut(terms: terms, bounds: (-.infinity)...Double(cover.bound))
        return (cut, violation)
    }

    private func row(
        of cover: LiftedCover, in knapsack: Knapsack, _ shares: [[Double]]
    ) -> (terms: [Model.Term], sum: Double) {
        var terms: [Model.Term] = []
        var sum = 0.0
        for (position, item) in knapsack.items.enumerated() {
            for weights in item.candidates {
                let coefficients = weights.amounts.map { Double(cover.coefficient(of: $0, item: position)) }
                guard coefficients.contains(where: { $0 != 0 }) else { continue }
                var rest = coefficients[...]
                terms += starts[weights.candidate].sum { _ in rest.popFirst() ?? 0 }
                for (share, coefficient) in zip(shares[weights.candidate], coefficients) {
                    sum += share * coefficient
                }
            }
        }
        return (terms.merged, sum)
    }
}

extension MIPFormulation {
    /// The separation of covers, for the solver.
    public var coverCuts: CoverCuts {
        CoverCuts(knapsacks: Knapsacks(scenario: scenario, starts: starts).all, starts: starts)
    }
}
