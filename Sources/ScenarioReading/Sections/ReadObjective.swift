import Portfolio

extension RuleID {
    /// Text that is not a goal.
    static let unknownGoal = RuleID("unknown-goal")
}

private let namedGoals: [Goal] = [
    .maximiseValue, .maximiseQuickWins, .maximiseCount, .minimiseCost, .minimiseFinish,
]

extension Place {
    /// Reads `maximise value`, `{maximise benefit: governance}`.
    func goal() -> Goal? {
        guard entry.members == nil else {
            guard let fields = Fields(self, known: ["maximise benefit"]) else { return nil }
            let dimension: Dimension.ID? = fields.required("maximise benefit")?.reference(to: .dimension)
            return dimension.map(Goal.maximiseBenefit)
        }
        guard let text = text() else { return nil }
        if let goal = namedGoals.first(where: { $0.description == text }) { return goal }
        let names = namedGoals.map(\.description)
        let near = nearestName(to: text, among: names)
        let list = (names + ["{maximise benefit: …}"]).joined(separator: ", ")
        error(
            .unknownGoal, LocalizedText("`\(text)` bukan tujuan.", english: "`\(text)` is not a goal."),
            remedy: near.map { LocalizedText("Maksudnya `\($0)`?", english: "Did you mean `\($0)`?") }
                ?? LocalizedText("Pilihannya: \(list).", english: "The goals are: \(list)."))
        return nil
    }
}
