import Portfolio

extension RuleID {
    /// A program in two correlations of the same quantity.
    static let correlationOverlap = RuleID("correlation-overlap")
}

extension Validation {
    /// Model §12: a program may be in one `among` per quantity.
    func checkCorrelations(_ draft: Draft) {
        for quantity in Correlation.Quantity.allCases {
            var taken: Set<Program.ID> = []
            for (position, correlation) in draft.risk.correlation.enumerated()
            where correlation.quantity == quantity {
                let members = draft.programs.filter(correlation.among.matches).map(\.id)
                if let double = members.first(where: taken.contains) { report(double, quantity, position) }
                taken.formUnion(members)
            }
        }
    }

    private func report(_ program: Program.ID, _ quantity: Correlation.Quantity, _ position: Int) {
        reading.error(
            .correlationOverlap,
            at: location(ScenarioPath().key("risk").key("correlation").index(position)),
            LocalizedText(
                "`\(program)` sudah termasuk dalam korelasi `\(quantity.rawValue)` yang lain.",
                english: "`\(program)` is already in another correlation of `\(quantity.rawValue)`."),
            remedy: LocalizedText(
                "Batasi `among` agar setiap program termasuk paling banyak satu kali.",
                english: "Narrow `among` so that each program is in at most one."))
    }
}
