import Portfolio

/// A statement on which the two outcomes do not rest alike.
public struct Premise: Sendable, Hashable {
    /// What it is about.
    public enum Subject: String, Sendable, Hashable {
        /// First or last month of the plan, or the last in which benefits count.
        case calendar
        /// The discount rate.
        case discount
        /// Dimensions and their weights.
        case weights
        /// What makes a quick win.
        case quickWin = "quick_win"
        /// Candidates that one side alone knows.
        case candidates
        /// Funds that one side alone knows.
        case funds
        /// Statements that force the plan.
        case forced
        /// How sure the answers are.
        case status
    }

    /// What it is about.
    public let subject: Subject
    /// The difference in words.
    public let text: LocalizedText
    /// Whether the portfolio values of both sides are therefore not on one scale.
    public let movesValues: Bool

    static func all(from base: ComparisonSide, to other: ComparisonSide) -> [Premise] {
        [
            calendar(base, other), discount(base, other), weights(base, other), quickWin(base, other),
            names(.candidates, "usulan program", "candidates", base, other, candidates),
            names(.funds, "sumber dana", "funds", base, other) { $0.plan.funds.map(\.id) },
            names(.forced, "keputusan yang dipaksakan", "forced decisions", base, other) {
                $0.plan.forced.map(\.what)
            },
            status(base, other),
        ].compactMap(\.self)
    }

    private static func calendar(_ base: ComparisonSide, _ other: ComparisonSide) -> Premise? {
        func span(_ side: ComparisonSide) -> String {
            let scenario = side.report.scenario
            return "\(side.letter) \(scenario.start) – \(scenario.end) (\(scenario.benefitsUntil))"
        }
        let keys = [base, other].map { side in
            [side.report.scenario.start, side.report.scenario.end, side.report.scenario.benefitsUntil]
        }
        guard keys[0] != keys[1] else { return nil }
        return Premise(
            subject: .calendar,
            text: LocalizedText(
                "kalender (manfaat dihitung sampai): \(span(base)), \(span(other))",
                english: "calendar (benefits counted until): \(span(base)), \(span(other))"),
            movesValues: true)
    }

    private static func discount(_ base: ComparisonSide, _ other: ComparisonSide) -> Premise? {
        let rates = [base, other].map { $0.report.scenario.discountRate.value }
        guard rates[0] != rates[1] else { return nil }
        func text(_ language: Language) -> String {
            let forms = NumberForms(language)
            return "\(base.letter) \(forms.percent(rates[0])), \(other.letter) \(forms.percent(rates[1]))"
        }
        return Premise(
            subject: .discount,
            text: LocalizedText(
                "tingkat diskonto: \(text(.indonesian))", english: "discount rate: \(text(.english))"),
            movesValues: true)
    }

    private static func weights(_ base: ComparisonSide, _ other: ComparisonSide) -> Premise? {
        let sides = [base, other].map { side in
            Dictionary(side.report.scenario.dimensions.map { ($0.id, $0.weight.value) }) { $1 }
        }
        let ids = Set(sides[0].keys).union(sides[1].keys).sorted().filter { sides[0][$0] != sides[1][$0] }
        guard !ids.isEmpty else { return nil }
        func list(_ language: Language) -> String {
            ids.map { id in
                let weights = sides.map { side in
                    side[id].map { NumberForms(language).percent($0) } ?? "–"
                }
                return "\(id) \(weights[0]) → \(weights[1])"
            }.joined(separator: "; ")
        }
        return Premise(
            subject: .weights,
            text: LocalizedText(
                "bobot dimensi: \(list(.indonesian))", english: "weights of dimensions: \(list(.english))"),
            movesValues: true)
    }

    private static func quickWin(_ base: ComparisonSide, _ other: ComparisonSide) -> Premise? {
        func text(_ side: ComparisonSide, _ months: String, _ none: String) -> String {
            guard let win = side.report.scenario.quickWin else { return "\(side.letter) \(none)" }
            return "\(side.letter) \(win.finishBy), \(win.maxDuration.value) \(months)"
        }
        let keys = [base, other].map { $0.report.scenario.quickWin }
        guard
            keys[0]?.finishBy != keys[1]?.finishBy
                || keys[0]?.maxDuration.value != keys[1]?.maxDuration.value
        else { return nil }
        return Premise(
            subject: .quickWin,
            text: LocalizedText(
                "syarat quick win: \(text(base, "bulan", "tidak ada")); \(text(other, "bulan", "tidak ada"))",
                english:
                    "terms of a quick win: \(text(base, "months", "none")); \(text(other, "months", "none"))"
            ), movesValues: false)
    }

    private static func candidates(_ side: ComparisonSide) -> [String] {
        side.plan.programs.map(\.candidate.id) + side.report.leftOut.map(\.candidate.id)
    }

    private static func names(
        _ subject: Subject, _ indonesian: String, _ english: String, _ base: ComparisonSide,
        _ other: ComparisonSide, _ list: (ComparisonSide) -> [String]
    ) -> Premise? {
        let (one, two) = (Set(list(base)), Set(list(other)))
        guard one != two else { return nil }
        func text(_ only: String) -> String {
            [(base, one.subtracting(two)), (other, two.subtracting(one))].filter { !$0.1.isEmpty }
                .map { "\(only) \($0.0.letter): \($0.1.sorted().joined(separator: ", "))" }
                .joined(separator: "; ")
        }
        return Premise(
            subject: subject,
            text: LocalizedText(
                "\(indonesian) – \(text("hanya di"))", english: "\(english) – \(text("only in"))"),
            movesValues: false)
    }

    private static func status(_ base: ComparisonSide, _ other: ComparisonSide) -> Premise? {
        let open = [base, other].filter { $0.report.status != .optimal }.map(\.letter)
        guard !open.isEmpty else { return nil }
        let list = open.joined(separator: ", ")
        return Premise(
            subject: .status,
            text: LocalizedText(
                "belum terbukti optimal: \(list); sebagian perubahan dapat berasal dari selisih itu",
                english: "not proved optimal: \(list); a part of the changes may come from that gap"),
            movesValues: false)
    }
}
