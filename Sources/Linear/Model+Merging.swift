extension Model {
    /// The model in which rows that say the same of the same columns, up to a factor, are one row with the
    /// tighter bounds; no solution is lost and none is added.
    ///
    /// Factors must be exact: rows that only rounding makes parallel stay apart. Where bounds exclude each
    /// other the rows stay as they are.
    ///
    /// Source: E. D. Andersen and K. D. Andersen, Presolving in linear programming, Mathematical Programming
    /// 71 (1995), doi:10.1007/BF01586000, §3.5.
    ///
    /// - Parameter told: told each row that goes, and why.
    func mergingParallelRows(told: (Removal) -> Void = { _ in }) -> Model {
        var merged: [RowData] = []
        var placesOf: [[Int]: [Int]] = [:]
        for row in rows {
            let key = row.terms.map(\.column.index)
            let parallel = placesOf[key, default: []].lazy.compactMap { place in
                merged[place].merged(with: row).map { (place, $0) }
            }.first
            if let (place, both) = parallel, !key.isEmpty {
                told(Removal(name: row.name, reason: .parallel(both.name)))
                merged[place] = both
            } else {
                placesOf[key, default: []].append(merged.count)
                merged.append(row)
            }
        }
        return with(merged)
    }
}

extension Model.RowData {
    /// This row with what a parallel one over the same columns says too; nil where it is not parallel.
    fileprivate func merged(with other: Self) -> Self? {
        guard let first = terms.first, let theirs = other.terms.first,
            zip(terms, other.terms).allSatisfy({
                isSameProduct($0.coefficient, theirs.coefficient, first.coefficient, $1.coefficient)
            })
        else { return nil }
        let factor = first.coefficient / theirs.coefficient
        let ends = [other.lower * factor, other.upper * factor]
        var both = self
        both.lower = max(lower, min(ends[0], ends[1]))
        both.upper = min(upper, max(ends[0], ends[1]))
        return both.lower <= both.upper ? both : nil
    }
}

/// Whether a·b = c·d without rounding.
private func isSameProduct(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Bool {
    let (one, other) = (a * b, c * d)
    return one == other && (-one).addingProduct(a, b) == (-other).addingProduct(c, d)
}
