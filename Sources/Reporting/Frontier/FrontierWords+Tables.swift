import Portfolio

extension FrontierWords {
    /// A row per point.
    var points: DocumentTable {
        var table = DocumentTable(id: "points", columns: pointColumns, isInMillions: true)
        for (position, row) in report.rows.enumerated() {
            table.add("\(position)", cells(of: row))
        }
        return table
    }

    private var pointColumns: [(title: String, isNumeric: Bool)] {
        let gain = [(say("Nilai per Rp1 miliar", "Value per Rp1 billion"), true)]
        let chance = [(say("P(semua quick win tepat waktu)", "P(all quick wins on time)"), true)]
        return [
            (varied.prefix(1).uppercased() + varied.dropFirst(), false),
            (say("Jumlah pagu", "Ceilings"), true),
            (valueName, true), (say("Selisih (gap)", "Gap"), true), (say("Status", "Status"), false),
            (say("Belanja", "Spending"), true), (say("Program", "Programs"), true), ("Quick win", true),
        ] + (report.isOfMoney ? gain : []) + (report.isSimulated ? chance : [])
    }

    private func cells(of row: FrontierReport.Row) -> [Cell] {
        [
            .text(at(row)), .whole(row.ceilings, .rupiah), .number(row.value, .decimal),
            .number(row.gap, row.gap == 0 ? .whole : .precise), .text(status(row.status)),
            .whole(row.cost, .rupiah),
            .whole(row.programs.map { Int64($0.count) }, .whole), .whole(row.quickWins, .whole),
        ] + (report.isOfMoney ? [.number(row.perBillion, .decimal)] : [])
            + (report.isSimulated ? [.number(row.allQuickWins?.estimate, .percent)] : [])
    }

    /// What changes at each point against the one before.
    var moves: DocumentTable {
        var table = DocumentTable(
            id: "moves",
            columns: [
                (say("Titik", "Point"), false), (say("Masuk", "Enters"), false),
                (say("Keluar", "Leaves"), false),
            ])
        for (position, row) in report.rows.enumerated() where !(row.entered.isEmpty && row.left.isEmpty) {
            table.add("\(position)", [.text(at(row))] + movement(at: row))
        }
        return table
    }

    /// What enters and leaves at a point.
    func movement(at row: FrontierReport.Row) -> [Cell] {
        [.text(names(row.entered)), .text(names(row.left))]
    }

    /// Over which points, and budgets, each program is chosen; those chosen at the fewest points first.
    var programs: DocumentTable {
        let budgets = [(say("Jumlah pagu (Rp juta)", "Ceilings (Rp million)"), false)]
        var table = DocumentTable(
            id: "programs",
            columns: [(say("Program", "Program"), false), (say("Terpilih pada", "Chosen at"), false)]
                + (report.isOfFunds ? budgets : []))
        let fewest = report.spans.sorted {
            let (one, other) = (Self.count($0.spans), Self.count($1.spans))
            return one != other ? one < other : $0.program < $1.program
        }
        for (program, spans) in fewest {
            table.add(
                program,
                [.text(names([program])), text(spans, at)]
                    + (report.isOfFunds ? [text(spans) { forms.millions($0.ceilings) }] : []))
        }
        return table
    }

    private static func count(_ spans: [ClosedRange<Int>]) -> Int { spans.reduce(0) { $0 + $1.count } }

    private func text(_ spans: [ClosedRange<Int>], _ form: (FrontierReport.Row) -> String) -> Cell {
        let parts = spans.map { span in
            let (first, last) = (form(report.rows[span.lowerBound]), form(report.rows[span.upperBound]))
            return span.count == 1 ? first : "\(first) – \(last)"
        }
        return .text(parts.joined(separator: "; "))
    }
}
