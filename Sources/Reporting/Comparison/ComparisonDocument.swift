import Portfolio

/// Lays out the differences of outcomes from the first as a document; it computes nothing.
public struct ComparisonDocument: Sendable {
    let differences: [OutcomeDifference]
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the document of one or more differences that have their first side in common.
    public init(of differences: [OutcomeDifference], in language: Language) {
        self.differences = differences
        self.language = language
    }

    /// The document.
    public var document: Document {
        Document(title: title, mark: mark, sections: sections.filter { !$0.isEmpty })
    }

    private var sections: [DocumentSection] {
        guard let first = differences.first else { return [] }
        let overview = [decision, sides, figures]
        guard differences.count == 1 else {
            return overview + [across] + differences.map { programs($0) }
                + [ceilings, spending, parts(\.dimensions), parts(\.owners), risk, premises]
        }
        return overview + [
            programs(first), ceilings, spending, parts(\.dimensions), parts(\.owners), risk, premises,
        ]
    }

    /// Chooses the wording of the document's language.
    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// A text of an outcome in the document's language.
    func text(_ text: LocalizedText) -> String { text.text(in: language) }

    /// All sides, the first before the others.
    var allSides: [ComparisonSide] {
        differences.prefix(1).map(\.base) + differences.map(\.other)
    }

    /// `A → B`, needed where there are several.
    func arrow(_ difference: OutcomeDifference) -> String {
        "\(difference.base.letter) → \(difference.other.letter)"
    }

    private var title: String {
        say("Perbandingan hasil ", "Comparison of outcomes ")
            + allSides.map { "\($0.letter) (\($0.label))" }.joined(separator: ", ")
    }

    private var mark: String? {
        allSides.contains { $0.report.scenario.isIllustrative } ? IllustrativeMark.text(in: language) : nil
    }

    /// What is compared: where from, how sure, under which luck.
    private var sides: DocumentSection {
        var table = DocumentTable(
            id: "sides",
            columns: [
                ("", false), (say("Hasil", "Outcome"), false), (say("Skenario", "Scenario"), false),
                (say("Status", "Status"), false), (say("Putaran", "Trials"), true), ("Seed", false),
                (say("Kebijakan", "Policy"), false), (say("Sidik skenario", "Scenario digest"), false),
            ])
        for side in allSides {
            let risk = side.report.risk
            table.add(
                side.letter,
                [
                    .text(side.letter), .text(side.label), .text(text(side.report.scenario.name)),
                    .text(status(side)), .whole(risk?.trials.value, .whole),
                    risk.map { .text($0.seed) } ?? .blank, risk.map { .text($0.policy) } ?? .blank,
                    .text(side.report.scenario.digest),
                ])
        }
        return DocumentSection(
            id: "sides", heading: say("Yang dibandingkan", "What is compared"), tables: [table])
    }

    private func status(_ side: ComparisonSide) -> String {
        switch side.report.status {
        case .optimal: say("terbukti optimal", "proved optimal")
        case .feasible: say("layak, belum terbukti optimal", "feasible, not proved optimal")
        case .infeasible, .unknown: side.report.status.rawValue
        }
    }

    /// On what the outcomes do not rest alike.
    private var premises: DocumentSection {
        let lines = differences.flatMap { difference in
            difference.premises.map { premise in
                let scale =
                    premise.movesValues
                    ? say(
                        " Nilai kedua sisi karena itu tidak berskala sama dan tidak diperbandingkan.",
                        " The values of both sides are therefore not on one scale and not compared.") : ""
                return "\(arrow(difference)): \(text(premise.text)).\(scale)"
            }
        }
        return DocumentSection(
            id: "premises", heading: say("Dasar yang berbeda", "What they do not rest on alike"),
            paragraphs: lines)
    }
}
