import Portfolio

extension Report {
    /// The chosen programs as a table: a row each, a column for every fund and year, a row of totals.
    ///
    /// - Parameters:
    ///   - form: for programs, with the names of `outcome.json` as heads, or for a spreadsheet, with
    ///     heads in words.
    ///   - language: the language of names and heads.
    public func planCSV(_ form: CSVForm, in language: Language) -> String {
        PlanTable(report: self, language: language, hasWords: form != .plain).csv(form)
    }
}

/// The rows of `plan.csv`.
private struct PlanTable {
    let report: Report
    let language: Language
    let hasWords: Bool

    func csv(_ form: CSVForm) -> String {
        guard let plan = report.plan else { return form.text(of: [leadingHeads]) }
        let years = report.scenario.years
        let columns = plan.funds.flatMap { fund in years.map { (fund: fund, year: $0) } }
        let heads =
            leadingHeads
            + columns.map { head("\($0.fund.id) \($0.year)", "\(text($0.fund.name)) \($0.year)") }
            + years.map { head("total \($0)", "\(say("Jumlah", "Total")) \($0)") }
            + [head("total", say("Jumlah", "Total"))]
        let rows = plan.programs.map { program in
            leadingCells(program)
                + columns.map { amount(program.paidBy[$0.fund.id]?[$0.year]?.value) }
                + years.map { amount(program.spend[$0]?.value) } + [amount(program.cost.value)]
        }
        return form.text(of: [heads] + rows + [totals(plan, columns.map { ($0.fund, $0.year) })])
    }

    private func totals(_ plan: Report.Plan, _ columns: [(Report.Fund, FiscalYear)]) -> [Cell] {
        let lead: [Cell] = [head("total", say("Jumlah", "Total"))] + Array(repeating: .blank, count: 6)
        let spent = columns.map { fund, year in fund.years.first { $0.year == year }?.spent.value }
        let years = report.scenario.years.map { year in
            plan.years.first { $0.year == year }?.spent.value
        }
        return lead + [.whole(plan.quickWins.value, .whole), .number(plan.value.value, .decimal)]
            + (spent + years).map(amount) + [amount(plan.cost.value)]
    }

    private var leadingHeads: [Cell] {
        [
            ("id", "ID"), ("name", "Program"), ("owner", say("OPD", "Agency")),
            ("dimension", say("Dimensi", "Dimension")), ("variant", say("Varian", "Variant")),
            ("start", say("Mulai", "Start")), ("finish", say("Selesai", "Finish")),
            ("quick_win", "Quick win"), ("value", say("Nilai", "Value")),
        ].map(head)
    }

    private func leadingCells(_ program: Report.Program) -> [Cell] {
        let candidate = program.candidate
        return [
            .text(candidate.id), .text(text(candidate.name)), .text(text(candidate.ownerName)),
            .text(text(candidate.dimensionName)), .text(candidate.variant), .month(program.start),
            .month(program.finish), .whole(program.isQuickWin ? 1 : 0, .whole),
            .number(program.value.value, .decimal),
        ]
    }

    private func head(_ name: String, _ words: String) -> Cell { .text(hasWords ? words : name) }

    private func amount(_ amount: Rupiah?) -> Cell { .whole(amount ?? 0, .rupiah) }

    private func text(_ text: LocalizedText) -> String { text.text(in: language) }

    private func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }
}
