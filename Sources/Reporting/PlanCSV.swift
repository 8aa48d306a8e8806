import Portfolio

extension Outcome {
    /// The chosen programs as a table after RFC 4180: one row each, a column for every fund and year, a row of totals.
    ///
    /// - Parameter language: the language of the names; numbers are plain integers and decimal points.
    public func planCSV(in language: Language) -> String {
        guard let plan else { return CSV.row(Self.leadingColumns) }
        let columns = plan.funds.flatMap { fund in plan.years.map { (fund: fund.id, year: $0) } }
        let header =
            Self.leadingColumns + columns.map { "\($0.fund) \($0.year)" }
            + plan.years.map { "total \($0)" } + ["total"]
        let rows = plan.programs.map { program in
            program.leadingCells(language)
                + columns.map { "\(program.paidBy[$0.fund]?[$0.year] ?? 0)" }
                + plan.years.map { "\(program.spend[$0] ?? 0)" } + ["\(program.cost)"]
        }
        let spent = columns.map { column in
            let fund = plan.funds.first { $0.id == column.fund }
            return "\(fund?.years.first { $0.year == column.year }?.spent ?? 0)"
        }
        let totals =
            ["total", "", "", "", "", "", "", "\(plan.quickWins)", "\(plan.value)"] + spent
            + plan.years.map { "\(plan.spend[$0] ?? 0)" } + ["\(plan.cost)"]
        return ([header] + rows + [totals]).map(CSV.row).joined()
    }

    private static let leadingColumns = [
        "id", "name", "owner", "dimension", "variant", "start", "finish", "quick_win", "value",
    ]
}

extension ProgramRow {
    fileprivate func leadingCells(_ language: Language) -> [String] {
        [
            id.rawValue, name.text(in: language), owner.text(in: language), dimension.text(in: language),
            variant.rawValue, start.description, finish.description, isQuickWin ? "1" : "0", "\(value)",
        ]
    }
}

/// Rows of comma-separated values after RFC 4180.
enum CSV {
    /// One row with its line end; cells with commas, quotes or line breaks are quoted.
    static func row(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return cell
        }
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in cell.unicodeScalars {
            text.append(scalar)
            if scalar == "\"" { text.append(scalar) }
        }
        return String(text) + "\""
    }
}
