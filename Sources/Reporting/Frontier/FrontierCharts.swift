/// The drawings of a frontier in one language.
struct FrontierCharts {
    let words: FrontierWords
    private var report: FrontierReport { words.report }
    private var forms: NumberForms { words.forms }

    /// Value over what is varied and, where simulated, over P(all quick wins on time).
    var figures: [DocumentFigure] {
        [
            figure(
                words.say(
                    "\(words.valueName) menurut \(words.varied)", "\(words.valueName) over \(words.varied)"),
                values, blanks, isPercent: report.isPercent, isJoined: true,
                marked: report.unit == .relative ? (1, words.say("skenario", "scenario")) : nil),
            figure(
                words.say(
                    "\(words.valueName) menurut P(semua quick win tepat waktu)",
                    "\(words.valueName) over P(all quick wins on time)"),
                chances, [], isPercent: true, isJoined: false, marked: nil),
        ].compactMap(\.self)
    }

    private var values: [FrontierChart.Point] {
        report.rows.compactMap { row in
            row.value.map { FrontierChart.Point(x: row.at, y: $0, isProved: row.isProved, label: "") }
        }
    }

    /// The spans of points without a plan.
    private var blanks: [ClosedRange<Double>] {
        report.rows.split { $0.value != nil }.compactMap { rows in
            guard let first = rows.first?.at, let last = rows.last?.at else { return nil }
            return min(first, last)...max(first, last)
        }
    }

    private var chances: [FrontierChart.Point] {
        report.rows.compactMap { row in
            guard let value = row.value, let chance = row.allQuickWins else { return nil }
            return FrontierChart.Point(
                x: chance.estimate, y: value, isProved: row.isProved, label: words.at(row))
        }
    }

    private func figure(
        _ caption: String, _ points: [FrontierChart.Point], _ blanks: [ClosedRange<Double>], isPercent: Bool,
        isJoined: Bool,
        marked: (x: Double, label: String)?
    ) -> DocumentFigure? {
        guard points.count > 1 else { return nil }
        let chart = FrontierChart(
            title: caption,
            summary: words.say(
                "Angka-angkanya ada di tabel di bawah.", "The figures are in the table below."),
            points: points, blanks: (blanks, words.say("tidak ada rencana", "no plan")), isJoined: isJoined,
            marked: marked,
            formX: { isPercent ? forms.percent($0, places: $1) : forms.decimal($0, places: $1) },
            unitX: isPercent ? 100 : 1, formY: { forms.decimal($0, places: $1) })
        return DocumentFigure(caption: caption, drawing: chart.drawing)
    }
}
