extension Model {
    /// The model as free MPS text, a minimisation; the constant is the cost of a column `constant`
    /// that is fixed to 1, because readers disagree about constants.
    public func mpsText(name: String) -> String {
        var lines = ["* minimisation", "NAME \(name)", "ROWS", " N objective"]
        lines += rows.map { " \(mpsType(of: $0)) \($0.name)" } + ["COLUMNS"]
        lines += mpsColumns() + ["RHS"] + rows.flatMap(mpsRightHandSide)
        lines += ["RANGES"] + rows.compactMap(mpsRange) + ["BOUNDS"] + columns.flatMap(mpsBounds)
        if constant != 0 { lines.append(" FX BOUND constant 1") }
        return (lines + ["ENDATA", ""]).joined(separator: "\n")
    }

    private func mpsType(of row: RowData) -> String {
        if row.lower == row.upper { return "E" }
        if row.upper < .infinity { return "L" }
        return row.lower > -.infinity ? "G" : "N"
    }

    private func mpsColumns() -> [String] {
        var entries = [[String]](repeating: [], count: columns.count)
        for (index, column) in columns.enumerated() where column.cost != 0 {
            entries[index].append(" \(column.name) objective \(column.cost)")
        }
        for row in rows {
            for term in row.terms {
                let index = term.column.index
                entries[index].append(" \(columns[index].name) \(row.name) \(term.coefficient)")
            }
        }
        var lines: [String] = []
        var isInteger = false
        for (column, entry) in zip(columns, entries) {
            if column.isInteger != isInteger {
                isInteger = column.isInteger
                lines.append(" MARKER 'MARKER' \(isInteger ? "'INTORG'" : "'INTEND'")")
            }
            lines += entry.isEmpty ? [" \(column.name) objective 0"] : entry
        }
        if isInteger { lines.append(" MARKER 'MARKER' 'INTEND'") }
        return constant == 0 ? lines : lines + [" constant objective \(constant)"]
    }

    private func mpsRightHandSide(of row: RowData) -> [String] {
        let side = row.upper < .infinity ? row.upper : row.lower
        return side.isFinite && side != 0 ? [" RHS \(row.name) \(side)"] : []
    }

    private func mpsRange(of row: RowData) -> String? {
        guard row.lower.isFinite, row.upper.isFinite, row.lower < row.upper else { return nil }
        return " RANGE \(row.name) \(row.upper - row.lower)"
    }

    private func mpsBounds(of column: ColumnData) -> [String] {
        let name = column.name
        if column.lower == column.upper { return [" FX BOUND \(name) \(column.lower)"] }
        if column.lower == -.infinity, column.upper == .infinity { return [" FR BOUND \(name)"] }
        var lines: [String] = []
        if column.lower == -.infinity {
            lines.append(" MI BOUND \(name)")
        } else if column.lower != 0 {
            lines.append(" LO BOUND \(name) \(column.lower)")
        }
        lines.append(column.upper < .infinity ? " UP BOUND \(name) \(column.upper)" : " PL BOUND \(name)")
        return lines
    }
}
