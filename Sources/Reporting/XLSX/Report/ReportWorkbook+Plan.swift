import Portfolio

extension ReportWorkbook {
    /// The chosen programs in order of start, with a Gantt chart and live sums.
    func planSheet(_ plan: Report.Plan) -> Worksheet {
        var sheet = sheet(
            say("Rencana", "Plan"), title: say("Program terpilih dan jadwal", "Chosen programs and schedule"))
        sheet.frozenColumns = 2
        let programs = plan.programs.sorted { ($0.start, $0.candidate.id) < ($1.start, $1.candidate.id) }
        let first = sheet.nextRow + 1
        let rows = programs.enumerated().map { offset, program in
            planRow(program, row: first + offset)
        }
        sheet.addTable(head: planHead, rows: rows)
        guard !rows.isEmpty else { return sheet }
        let body = first...(first + rows.count - 1)
        sheet.add(planTotals(plan, rows: body))
        sheet.charts = [(sheet.nextRow + 1, 1, gantt(rows: body, programs: programs))]
        return sheet
    }

    private var years: [FiscalYear] { report.scenario.years }

    private var planHead: [String] {
        [
            "ID", "Program", say("OPD", "Agency"), say("Dimensi", "Dimension"), say("Varian", "Variant"),
            say("Mulai", "Start"), say("Selesai", "Finish"), say("Lama (hari)", "Days"), "Quick win",
            say("Nilai", "Value"),
        ] + years.map(fiscal) + [say("Jumlah", "Total")]
    }

    /// Column of the first fiscal year.
    private var firstYear: Int { 10 }

    private func planRow(_ program: Report.Program, row: Int) -> [Cell] {
        let candidate = program.candidate
        let last = CellName.cell(row, firstYear + years.count - 1)
        let head: [Cell] = [
            .text(candidate.id), .text(text(candidate.name)), .text(text(candidate.ownerName)),
            .text(text(candidate.dimensionName)), .text(variant(candidate)), .month(program.start),
            .month(program.finish), .number(days(program), .whole),
            .text(program.isQuickWin ? say("ya", "yes") : ""), .number(program.value.value, .decimal),
        ]
        return head + years.map { .whole(program.spend[$0]?.value ?? 0, .rupiah) }
            + [.formula("=SUM(\(CellName.cell(row, firstYear)):\(last))", value: program.cost.value, .rupiah)]
    }

    /// From the first day of the first to the last day of the last month, for the chart.
    private func days(_ program: Report.Program) -> Double {
        program.finish.advanced(by: 1).serial - program.start.serial
    }

    private func planTotals(_ plan: Report.Plan, rows: ClosedRange<Int>) -> [Cell] {
        let label = [Cell.text(say("Jumlah", "Total"))] + Array(repeating: Cell.blank, count: firstYear - 2)
        let sums = years.enumerated().map { offset, year in
            let spent = plan.years.first { $0.year == year }?.spent.value ?? 0
            return Cell.sum(column: firstYear + offset, rows: rows, value: spent)
        }
        let all = Cell.sum(column: firstYear + years.count, rows: rows, value: plan.cost.value)
        return label.map(\.asTotal) + [Cell.number(plan.value.value, .decimal).asTotal] + sums + [all]
    }

    private func gantt(rows: ClosedRange<Int>, programs: [Report.Program]) -> WorksheetChart {
        WorksheetChart(
            kind: .stackedBars, title: say("Jadwal", "Schedule"), rows: rows, categories: 1,
            series: [
                .init(name: say("Mulai", "Start"), column: 5, color: nil),
                .init(name: say("Lama (hari)", "Days"), column: 7, color: 0x1F5F8B),
            ], form: .month, least: programs.map(\.start.serial).min(),
            size: (900, min(4000, 90 + 22 * programs.count)))
    }
}
