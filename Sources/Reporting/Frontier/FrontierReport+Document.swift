import Planning
import Portfolio

extension FrontierReport {
    /// The frontier as a document, for Markdown, a page and a workbook.
    public func document(in language: Language) -> Document {
        let words = FrontierWords(report: self, language: language)
        return Document(
            title: words.title, mark: words.mark,
            sections: [
                DocumentSection(
                    id: "points", heading: words.say("Titik-titik", "Points"), paragraphs: words.remarks,
                    tables: [words.points], figures: words.charts),
                DocumentSection(
                    id: "moves",
                    heading: words.say("Program yang masuk dan keluar", "Programs that enter and leave"),
                    paragraphs: words.movesRemarks, tables: [words.moves]),
                DocumentSection(
                    id: "programs",
                    heading: words.say("Jangkauan setiap program", "Where each program stays in"),
                    tables: [words.programs]),
            ])
    }

    /// A row per point, as CSV.
    public func csv(_ form: CSVForm, in language: Language) -> String {
        let table = FrontierWords(report: self, language: language).points
        return form.text(of: [table.columns.map { Cell.head($0.title) }] + table.rows.map(\.cells))
    }
}

/// The words and tables of a frontier in one language.
struct FrontierWords {
    let report: FrontierReport
    let language: Language
    private var forms: NumberForms { NumberForms(language) }

    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    var title: String {
        say("Kurva pertukaran: ", "Frontier: ") + report.scenario.name.text(in: language) + " · "
            + report.vary
    }

    var mark: String? {
        IllustrativeMark.isDue(report.scenario.name) ? IllustrativeMark.text(in: language) : nil
    }

    /// What a reader must know of the table.
    var remarks: [String] {
        let proved = report.rows.count { $0.isProved || $0.point.result.status == .infeasible }
        return [
            say(
                "\(proved) dari \(report.rows.count) titik terbukti: optimal, atau tidak layak. Setiap titik direncanakan dan diperiksa tersendiri; selisih (gap) disebut di mana bukti belum ada.",
                "\(proved) of \(report.rows.count) points are proved: optimal, or infeasible. Each is planned and verified by itself; a gap is given where there is no proof yet."
            ),
            say(
                "Nilai tambah per Rp1 miliar adalah selisih nilai dibagi selisih pagu terhadap titik sebelumnya, bukan harga bayangan.",
                "The gain per Rp1 billion is the difference in value over that in ceilings since the point before, not a shadow price."
            ),
        ]
    }

    /// What a move against the budget means.
    var movesRemarks: [String] {
        report.againstTheBudget.isEmpty
            ? []
            : [
                say(
                    "Ada program yang keluar saat pagu bertambah: pagu yang lebih besar membiayai gabungan lain yang nilainya lebih tinggi. Itu hitungan, bukan kesalahan.",
                    "Some programs leave when the ceilings grow: more money pays for another combination that is worth more. That is arithmetic and not an error."
                )
            ]
    }

    func at(_ row: FrontierReport.Row) -> String {
        let value = row.point.value.doubleValue
        return report.isPercent ? forms.plain((value * 100_000).rounded() / 1000) + "%" : forms.plain(value)
    }

    /// A row per point.
    var points: DocumentTable {
        let isSimulated = report.rows.contains { $0.risk != nil }
        var table = DocumentTable(
            id: "points",
            columns: [
                (report.vary.prefix { $0 != "=" }.description, false), (say("Jumlah pagu", "Ceilings"), true),
                (say("Nilai", "Value"), true), (say("Selisih (gap)", "Gap"), true),
                (say("Status", "Status"), false), (say("Belanja", "Spending"), true),
                (say("Program", "Programs"), true), ("Quick win", true),
                (say("Nilai per Rp1 miliar", "Value per Rp1 billion"), true),
            ]
                + (isSimulated
                    ? [(say("P(semua quick win tepat waktu)", "P(all quick wins on time)"), true)] : []),
            isInMillions: true)
        for row in report.rows {
            let figures = row.point.result.appraisal
            table.add(
                "\(row.point.index)",
                [
                    .text(at(row)), .whole(row.point.ceilings, .rupiah), .number(row.goal?.value, .decimal),
                    .number(row.goal?.gap, .precise), .text(status(row.point.result.status)),
                    .whole(figures?.cost, .rupiah), .number(row.chosen.map { Double($0.count) }, .whole),
                    .number(figures.map { Double($0.quickWins) }, .whole), .number(row.perBillion, .decimal),
                ] + (isSimulated ? [.number(row.risk?.portfolio.allQuickWins?.estimate, .percent)] : []))
        }
        return table
    }

    private func status(_ status: PlanStatus) -> String {
        switch status {
        case .optimal: "optimal"
        case .feasible: say("layak, belum terbukti", "feasible, not proved")
        case .infeasible: say("tidak layak", "infeasible")
        case .unknown: say("belum ada jawaban", "no answer yet")
        }
    }

    /// What changes at each point against the one before.
    var moves: DocumentTable {
        var table = DocumentTable(
            id: "moves",
            columns: [
                (say("Titik", "Point"), false), (say("Masuk", "Enters"), false),
                (say("Keluar", "Leaves"), false),
            ])
        for row in report.rows where !(row.entered.isEmpty && row.left.isEmpty) {
            table.add(
                "\(row.point.index)", [.text(at(row)), .text(names(row.entered)), .text(names(row.left))])
        }
        return table
    }

    /// Over which points each program is chosen.
    var programs: DocumentTable {
        var table = DocumentTable(
            id: "programs",
            columns: [(say("Program", "Program"), false), (say("Terpilih pada", "Chosen at"), false)])
        for (program, spans) in report.spans {
            let text = spans.map { span in
                let (first, last) = (at(report.rows[span.lowerBound]), at(report.rows[span.upperBound]))
                return span.count == 1 ? first : "\(first) – \(last)"
            }
            table.add(program.rawValue, [.text(names([program])), .text(text.joined(separator: "; "))])
        }
        return table
    }

    private func names(_ ids: [Program.ID]) -> String {
        ids.map { report.scenario.program($0)?.name.text(in: language) ?? $0.rawValue }.joined(
            separator: "; ")
    }

    /// Value over what is varied and, where simulated, over P(all quick wins on time).
    var charts: [DocumentFigure] {
        let value = report.rows.compactMap { row in
            row.goal.map {
                FrontierChart.Point(
                    x: row.point.value.doubleValue, y: $0.value, isProved: row.isProved, label: "")
            }
        }
        let chances = report.rows.compactMap { row -> FrontierChart.Point? in
            guard let goal = row.goal, let chance = row.risk?.portfolio.allQuickWins else { return nil }
            return FrontierChart.Point(
                x: chance.estimate, y: goal.value, isProved: row.isProved, label: at(row))
        }
        let percent = { (share: Double) in forms.percent(share, places: 0) }
        let plain = { (value: Double) in forms.plain(value) }
        return [
            figure(
                say("Nilai menurut ", "Value over ") + report.vary, value, isJoined: true,
                report.isPercent ? percent : plain),
            figure(
                say(
                    "Nilai menurut P(semua quick win tepat waktu)", "Value over P(all quick wins on time)"),
                chances, isJoined: false, percent),
        ].compactMap(\.self)
    }

    private func figure(
        _ caption: String, _ points: [FrontierChart.Point], isJoined: Bool,
        _ formX: @escaping (Double) -> String
    ) -> DocumentFigure? {
        guard points.count > 1 else { return nil }
        let chart = FrontierChart(
            title: caption,
            summary: say("Angka-angkanya ada di tabel di bawah.", "The figures are in the table below."),
            points: points, isJoined: isJoined, formX: formX,
            formY: { forms.decimal($0, places: 0) })
        return DocumentFigure(caption: caption, drawing: chart.drawing)
    }
}
