extension Model {
    /// The model as CPLEX LP text, a minimisation; the constant is the cost of a column `constant`
    /// that is fixed to 1.
    public func lpText(name: String) -> String {
        var objective = columns.enumerated().filter { $0.element.cost != 0 }
            .map { Term($0.element.cost, Column($0.offset)) }.map(lpTerm)
        if constant != 0 { objective.append("\(lpNumber(constant)) constant") }
        if objective.isEmpty, let first = columns.first { objective = ["0 \(first.name)"] }
        var lines = ["\\ \(name)", "Minimize", lpSum("objective", objective), "Subject To"]
        lines += rows.flatMap(lpRows) + ["Bounds"] + columns.map(lpBounds)
        if constant != 0 { lines.append(" constant = 1") }
        let integers = columns.filter(\.isInteger).map { " \($0.name)" }
        if !integers.isEmpty { lines += ["Generals"] + integers }
        return (lines + ["End", ""]).joined(separator: "\n")
    }

    /// The rows of one row: a range is written twice, which every reader understands.
    private func lpRows(of row: RowData) -> [String] {
        let terms = row.terms.isEmpty ? columns.first.map { ["0 \($0.name)"] } ?? [] : row.terms.map(lpTerm)
        if row.lower == row.upper { return [lpSum(row.name, terms) + " = \(row.lower)"] }
        var lines: [String] = []
        let both = row.lower.isFinite && row.upper.isFinite
        if row.upper.isFinite { lines.append(lpSum(row.name, terms) + " <= \(row.upper)") }
        if row.lower.isFinite {
            lines.append(lpSum(both ? row.name + "_low" : row.name, terms) + " >= \(row.lower)")
        }
        return lines
    }

    private func lpSum(_ name: String, _ terms: [String]) -> String {
        var text = " \(name):"
        var length = text.count
        for term in terms {
            if length > 200 {
                text += "\n   "
                length = 0
            }
            text += " " + term
            length += term.count + 1
        }
        return text
    }

    private func lpTerm(_ term: Term) -> String {
        "\(lpNumber(term.coefficient)) \(columns[term.column.index].name)"
    }

    private func lpNumber(_ number: Double) -> String { number < 0 ? "- \(-number)" : "+ \(number)" }

    private func lpBounds(of column: ColumnData) -> String {
        if column.lower == column.upper { return " \(column.name) = \(column.lower)" }
        if column.lower == -.infinity, column.upper == .infinity { return " \(column.name) free" }
        let lower = column.lower == -.infinity ? "-inf" : "\(column.lower)"
        return column.upper == .infinity
            ? " \(column.name) >= \(lower)" : " \(lower) <= \(column.name) <= \(column.upper)"
    }
}
