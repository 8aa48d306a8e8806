import Portfolio

extension ReportWorkbook {
    /// Every fund's ceilings and what becomes of them, then all funds by year, with live formulas.
    func moneySheet(_ plan: Report.Plan, paidIn payments: PaymentsSheet) -> Worksheet {
        var sheet = sheet(
            say("Dana", "Money"),
            title: say("Pagu per sumber dana dan tahun anggaran", "Ceilings by fund and fiscal year"))
        sheet.frozenColumns = 2
        let first = sheet.nextRow + 1
        let accounts = plan.funds.flatMap { fund in fund.years.map { (fund, $0) } }
        sheet.addTable(
            head: moneyHead(["ID", say("Sumber dana", "Fund"), say("TA", "FY")]),
            rows: accounts.enumerated().map { offset, pair in
                fundRow(pair.0, pair.1, at: first + offset, paidIn: payments)
            })
        guard !accounts.isEmpty else { return sheet }
        let body = first...(first + accounts.count - 1)
        sheet.addSpace()
        let firstSum = sheet.nextRow + 1
        sheet.addTable(
            head: moneyHead(["", say("Semua sumber dana", "All funds"), say("TA", "FY")]),
            rows: plan.years.enumerated().map { offset, account in
                yearRow(account, at: firstSum + offset, rows: body)
            })
        guard !plan.years.isEmpty else { return sheet }
        let sums = firstSum...(firstSum + plan.years.count - 1)
        sheet.add(moneyTotals(plan, rows: sums))
        sheet.charts = [(sheet.nextRow + 1, 1, moneyChart(rows: sums))]
        return sheet
    }

    private func moneyHead(_ first: [String]) -> [String] {
        first + [
            say("Pagu", "Ceiling"), say("Luncuran masuk", "Carried in"), say("Terpakai", "Spent"),
            say("Luncuran keluar", "Carried out"), say("Hangus", "Lapses"), say("Serapan", "Absorption"),
        ]
    }

    private func fundRow(
        _ fund: Report.Fund, _ account: Report.Account, at row: Int, paidIn payments: PaymentsSheet
    ) -> [Cell] {
        let spent =
            payments.sum(of: account.year, criterion: CellName.cell(row, 0)).map {
                Cell.formula($0, value: account.spent.value, .rupiah)
            } ?? .whole(account.spent.value, .rupiah)
        return [
            .text(fund.id), .text(text(fund.name)), .number(Double(account.year.year), .year),
            .whole(account.ceiling.value, .rupiah), .whole(account.carriedIn.value, .rupiah), spent,
            .whole(account.carriedOut.value, .rupiah),
        ] + balance(of: account, at: row)
    }

    /// What lapses and how much is absorbed, as formulas of the row's other cells.
    private func balance(of account: Report.Account, at row: Int) -> [Cell] {
        let (d, e, f, g) = (3, 4, 5, 6)
        let cells = [d, e, f, g].map { CellName.cell(row, $0) }
        let available = account.ceiling.value + account.carriedIn.value
        let lapsed = Cell.formula(
            "=\(cells[0])+\(cells[1])-\(cells[2])-\(cells[3])", value: account.lapsed.value, .rupiah)
        guard available > 0 else { return [lapsed, .blank] }
        let share = Cell(
            content: .formula(
                "=\(cells[2])/(\(cells[0])+\(cells[1]))",
                value: Double(account.spent.value) / Double(available)),
            form: .percent)
        return [lapsed, share]
    }

    private func yearRow(_ account: Report.Account, at row: Int, rows: ClosedRange<Int>) -> [Cell] {
        let figures = [account.ceiling, account.carriedIn, account.spent, account.carriedOut]
        let years = CellName.range(column: 2, rows: rows)
        let sums = figures.enumerated().map { offset, figure in
            let amounts = CellName.range(column: 3 + offset, rows: rows)
            return Cell.formula(
                "=SUMIF(\(years),\(CellName.cell(row, 2)),\(amounts))", value: figure.value, .rupiah)
        }
        let label = [Cell.blank, .text(fiscal(account.year)), .number(Double(account.year.year), .year)]
        return label + sums + balance(of: account, at: row)
    }

    /// Ceilings, spending and lapse add up over the years; what is carried would count twice.
    private func moneyTotals(_ plan: Report.Plan, rows: ClosedRange<Int>) -> [Cell] {
        func sum(_ column: Int, _ figure: (Report.Account) -> Figure<Rupiah>) -> Cell {
            .sum(column: column, rows: rows, value: plan.years.reduce(0) { $0 + figure($1).value })
        }
        return [
            .blank.asTotal, .text(say("Jumlah", "Total")).asTotal, .blank.asTotal, sum(3, \.ceiling),
            .blank.asTotal, sum(5, \.spent), .blank.asTotal, sum(7, \.lapsed), .blank.asTotal,
        ]
    }

    private func moneyChart(rows: ClosedRange<Int>) -> WorksheetChart {
        WorksheetChart(
            kind: .stackedColumns, title: say("Pagu menurut tahun anggaran", "Ceilings by fiscal year"),
            rows: rows, categories: 1,
            series: [
                .init(name: say("Terpakai", "Spent"), column: 5, color: 0x1F5F8B),
                .init(name: say("Luncuran keluar", "Carried out"), column: 6, color: 0x8FB8D4),
                .init(name: say("Hangus", "Lapses"), column: 7, color: 0xD98E3F),
            ], form: .rupiah, least: 0, size: (720, 340))
    }
}
