/// What values of two binary columns exclude each other, as rows where a relaxation breaks them.
public struct Implications: Sendable {
    private let clauses: [Clause]
    /// For every column those that cannot be 1 beside it.
    private let rivals: [Int: Set<Int>]

    /// Most rows that one call gives.
    private static let mostRows = 60
    /// What a row must at least be broken by.
    private static let leastViolation = 0.02

    init(_ clauses: Set<Clause>) {
        self.clauses = clauses.sorted()
        var rivals: [Int: Set<Int>] = [:]
        for clause in clauses where !clause.first.isOne && !clause.second.isOne {
            rivals[clause.first.column, default: []].insert(clause.second.column)
            rivals[clause.second.column, default: []].insert(clause.first.column)
        }
        self.rivals = rivals
    }

    /// Rows that every solution keeps and that values break, the most broken first: cliques of columns of
    /// which one at most is 1, and single implications.
    public func separate(_ values: [Double]) -> [SolutionVerdict.Cut] {
        let cliques = cliques(values).map { ($0, sum($0, values) - 1) }.filter(isBroken)
            .map { (row(of: $0.0), $0.1) }
        let single = clauses.filter { !isClique($0) }
            .map { ($0, 1 - worth($0.first, values) - worth($0.second, values)) }.filter(isBroken)
            .map { (row(of: $0.0), $0.1) }
        return (cliques + single).sorted { $0.1 > $1.1 }.prefix(Self.mostRows).map(\.0)
    }

    private func isBroken<Candidate>(_ candidate: (Candidate, violation: Double)) -> Bool {
        candidate.violation >= Self.leastViolation
    }

    private func isClique(_ clause: Clause) -> Bool { !clause.first.isOne && !clause.second.isOne }

    /// Cliques grown from each column, the largest values first.
    private func cliques(_ values: [Double]) -> [[Int]] {
        let order = rivals.keys.filter { values[$0] > 1e-6 }
            .sorted { (values[$1], $0) < (values[$0], $1) }
        let grown = order.map { seed in
            order.reduce(into: [seed]) { clique, column in
                let fits = clique.allSatisfy { rivals[column]?.contains($0) ?? false }
                if fits { clique.append(column) }
            }.sorted()
        }
        return Set(grown).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func sum(_ clique: [Int], _ values: [Double]) -> Double { clique.reduce(0) { $0 + values[$1] } }

    private func worth(_ literal: Clause.Literal, _ values: [Double]) -> Double {
        literal.isOne ? values[literal.column] : 1 - values[literal.column]
    }

    /// Σ x ≤ 1.
    private func row(of clique: [Int]) -> SolutionVerdict.Cut {
        SolutionVerdict.Cut(terms: clique.map { Model.Term(1, Model.Column($0)) }, bounds: (-.infinity)...1)
    }

    /// Σ of the literals, x or 1 − x, ≥ 1.
    private func row(of clause: Clause) -> SolutionVerdict.Cut {
        let literals = [clause.first, clause.second]
        let terms = literals.map { Model.Term($0.isOne ? 1 : -1, Model.Column($0.column)) }
        let negated = Double(literals.count { !$0.isOne })
        return SolutionVerdict.Cut(terms: terms, bounds: (1 - negated)...(.infinity))
    }
}
