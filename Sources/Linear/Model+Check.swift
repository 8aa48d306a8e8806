extension Model {
    /// Whether every number that must be finite is: costs, coefficients; and no bound is NaN.
    public var isFinite: Bool {
        constant.isFinite
            && columns.allSatisfy { $0.cost.isFinite && areBounds($0.lower, $0.upper) }
            && rows.allSatisfy { row in
                areBounds(row.lower, row.upper) && row.terms.allSatisfy { $0.coefficient.isFinite }
            }
    }

    /// The objective of a point, constant included.
    public func objective(of values: [Double]) -> Double {
        zip(columns, values).reduce(constant) { $0 + $1.0.cost * $1.1 }
    }

    /// The largest violation of a bound, row or integrality; 0 for a feasible point, infinity for
    /// one of another size.
    public func violation(of values: [Double]) -> Double {
        guard values.count == columns.count else { return .infinity }
        var worst = 0.0
        for (column, value) in zip(columns, values) {
            worst = max(worst, excess(value, column.lower, column.upper))
            if column.isInteger { worst = max(worst, abs(value - value.rounded())) }
        }
        for row in rows {
            let activity = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.column.index] }
            worst = max(worst, excess(activity, row.lower, row.upper))
        }
        return worst
    }

    private func areBounds(_ lower: Double, _ upper: Double) -> Bool {
        lower <= upper && lower < .infinity && upper > -.infinity
    }

    private func excess(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
        value.isNaN ? .infinity : max(lower - value, value - upper, 0)
    }
}
