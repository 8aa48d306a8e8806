import Linear

/// The "started by" columns of one candidate.
///
/// z[i] = 1 when it has started by its i-th possible start. x[i] = z[i] − z[i−1], and z[last] says whether it is chosen at all.
///
/// Requirements become z ≤ z, and branching on z splits time in half.
struct StartedBy {
    let candidate: Candidate
    /// One column per possible start.
    let columns: [Model.Column]

    /// Σ_i coefficient(start_i)·x[i], written in z by telescoping.
    func sum(_ coefficient: (Int) -> Double) -> [Model.Term] {
        let values = candidate.starts.map(coefficient)
        return columns.indices.map { index in
            let next = index + 1 < values.count ? values[index + 1] : 0
            return Model.Term(values[index] - next, columns[index])
        }
    }

    /// 1 when it has started in period t or before.
    func started(by period: Int) -> [Model.Term] {
        guard let index = candidate.starts.lastIndex(where: { $0 <= period }) else { return [] }
        return [Model.Term(1, columns[index])]
    }

    /// 1 when it operates in period t: finished at f ≤ t.
    func operating(by period: Int) -> [Model.Term] { started(by: period - candidate.duration) }

    /// 1 when it works in period t.
    func working(in period: Int) -> [Model.Term] {
        started(by: period) + operating(by: period).negated
    }

    /// 1 when it is chosen.
    var chosen: [Model.Term] { columns.last.map { [Model.Term(1, $0)] } ?? [] }
}

extension [Model.Term] {
    /// The same sum with all signs turned.
    var negated: [Model.Term] { scaled(by: -1) }

    /// The sum times a factor.
    func scaled(by factor: Double) -> [Model.Term] {
        map { Model.Term(factor * $0.coefficient, $0.column) }
    }
}
