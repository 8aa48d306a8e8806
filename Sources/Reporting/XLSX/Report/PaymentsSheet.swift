import Portfolio

/// Which fund pays which program how much in which year; the money sheet sums its columns.
struct PaymentsSheet {
    /// The sheet.
    let sheet: Worksheet
    private let years: [FiscalYear]
    private let rows: ClosedRange<Int>?
    private static let (fundColumn, firstYear) = (2, 4)

    init(of book: ReportWorkbook, _ plan: Report.Plan) {
        years = book.report.scenario.years
        var sheet = book.sheet(
            book.say("Pembayaran", "Payments"),
            title: book.say("Siapa membayar program mana", "Who pays which program"))
        sheet.frozenColumns = 2
        let first = sheet.nextRow + 1
        let pairs = plan.programs.flatMap { program in
            plan.funds.compactMap { fund in program.paidBy[fund.id].map { (program, fund, $0) } }
        }
        sheet.addTable(
            head: ["ID", "Program", book.say("ID dana", "Fund ID"), book.say("Sumber dana", "Fund")]
                + years.map(book.fiscal) + [book.say("Jumlah", "Total")],
            rows: pairs.enumerated().map { offset, pair in
                Self.row(pair.0, pair.1, pair.2, at: first + offset, of: book)
            })
        rows = pairs.isEmpty ? nil : first...(first + pairs.count - 1)
        if let rows { sheet.add(Self.totals(plan, rows: rows, of: book)) }
        self.sheet = sheet
    }

    /// What a fund pays in a year as a formula of another sheet; nil where nobody is paid or the year
    /// is none of the calendar's.
    ///
    /// - Parameter criterion: the cell with the fund's id.
    func sum(of year: FiscalYear, criterion: String) -> String? {
        guard let rows, let offset = years.firstIndex(of: year) else { return nil }
        let funds = CellName.fixedRange(sheet: sheet.name, column: Self.fundColumn, rows: rows)
        let amounts = CellName.fixedRange(sheet: sheet.name, column: Self.firstYear + offset, rows: rows)
        return "=SUMIF(\(funds),\(criterion),\(amounts))"
    }

    private static func row(
        _ program: Report.Program, _ fund: Report.Fund, _ paid: [FiscalYear: Figure<Rupiah>], at row: Int,
        of book: ReportWorkbook
    ) -> [Cell] {
        let years = book.report.scenario.years
        let last = CellName.cell(row, firstYear + years.count - 1)
        let total = paid.values.reduce(0) { $0 + $1.value }
        return [
            .text(program.candidate.id), .text(book.text(program.candidate.name)), .text(fund.id),
            .text(book.text(fund.name)),
        ] + years.map { .whole(paid[$0]?.value ?? 0, .rupiah) }
            + [.formula("=SUM(\(CellName.cell(row, firstYear)):\(last))", value: total, .rupiah)]
    }

    private static func totals(
        _ plan: Report.Plan, rows: ClosedRange<Int>, of book: ReportWorkbook
    ) -> [Cell] {
        let years = book.report.scenario.years
        let label = [Cell.text(book.say("Jumlah", "Total")), .blank, .blank, .blank].map(\.asTotal)
        let sums = years.enumerated().map { offset, year in
            let spent = plan.years.first { $0.year == year }?.spent.value ?? 0
            return Cell.sum(column: firstYear + offset, rows: rows, value: spent)
        }
        return label + sums + [.sum(column: firstYear + years.count, rows: rows, value: plan.cost.value)]
    }
}
