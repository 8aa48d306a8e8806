import Portfolio

/// Lays out a report as a workbook: plan, money, payments, programs, risk, what is not funded, assumptions.
public struct ReportWorkbook: Sendable {
    let report: Report
    let language: Language

    /// Makes the workbook of a report in a language.
    public init(of report: Report, in language: Language) {
        self.report = report
        self.language = language
    }

    /// The workbook.
    public var workbook: Workbook {
        Workbook(title: text(report.scenario.name), language: language, sheets: sheets)
    }

    private var sheets: [Worksheet] {
        guard let plan = report.plan else { return [conflicts, assumptions(nil)] }
        let payments = PaymentsSheet(of: self, plan)
        let risk = report.risk.map { [riskSheet($0)] } ?? []
        return [
            planSheet(plan), moneySheet(plan, paidIn: payments), payments.sheet, programs(plan),
        ] + risk + [notFunded, assumptions(plan)]
    }

    /// Chooses the wording of the workbook's language.
    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// A text of the outcome in the workbook's language.
    func text(_ text: LocalizedText) -> String { text.text(in: language) }

    /// TA 2023 or FY 2023.
    func fiscal(_ year: FiscalYear) -> String { say("TA \(year)", "FY \(year)") }

    /// A program's variant in words; nothing where it has one alone.
    func variant(_ candidate: Report.Candidate) -> String {
        guard candidate.variant != "default" else { return "" }
        return candidate.variantName.map(text) ?? candidate.variant
    }

    /// A sheet with its title and what must be known of all of it.
    func sheet(_ name: String, title: String) -> Worksheet {
        var sheet = Worksheet(name: name)
        let mark =
            report.scenario.isIllustrative ? IllustrativeMark.text(in: language) + " " : ""
        sheet.add([.title("\(title) – \(text(report.scenario.name))")])
        sheet.add([
            .note(
                "\(mark)\(say("Status", "Status")): \(status). \(say("Sidik", "Digest")) \(report.scenario.digest)"
            )
        ])
        sheet.addSpace()
        return sheet
    }

    /// How sure the answer is, in words.
    var status: String {
        switch report.status {
        case .optimal: say("terbukti optimal", "proved optimal")
        case .feasible: say("layak, belum terbukti optimal", "feasible, not proved optimal")
        case .infeasible: say("tidak layak", "infeasible")
        case .unknown: say("belum ada jawaban", "no answer yet")
        }
    }

    private var conflicts: Worksheet {
        var sheet = sheet(
            say("Pertentangan", "Conflicts"),
            title: say("Kendala yang bertentangan", "Statements in conflict"))
        sheet.addTable(
            head: [say("Ketentuan", "Law"), say("Tempat", "Place"), say("Bunyi", "What it says")],
            rows: report.conflicts.map { [.text($0.rule), .text($0.at ?? ""), .text(text($0.says))] })
        return sheet
    }
}
