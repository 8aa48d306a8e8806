import Portfolio

extension FrontierReport {
    /// The frontier as a document, for Markdown, a page and a workbook.
    public func document(in language: Language) -> Document {
        let words = FrontierWords(report: self, language: language)
        return Document(
            title: words.title, mark: words.mark,
            sections: [
                DocumentSection(
                    id: "points", heading: words.say("Titik-titik", "Points"),
                    paragraphs: words.remarks + words.provenance,
                    tables: [words.points], figures: FrontierCharts(words: words).figures),
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

    /// A row per point, with what enters and leaves there, as CSV.
    public func csv(_ form: CSVForm, in language: Language) -> String {
        let words = FrontierWords(report: self, language: language)
        let (points, moves) = (words.points, words.moves)
        let head = (points.columns + moves.columns.dropFirst()).map { Cell.head($0.title) }
        let cells = zip(points.rows, rows).map { $0.cells + words.movement(at: $1) }
        return form.text(of: [head] + cells)
    }
}
