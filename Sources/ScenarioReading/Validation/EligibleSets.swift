import Portfolio

extension RuleID {
    /// A cost line that no fund may pay.
    static let noEligibleFund = RuleID("no-eligible-fund")
}

extension Validation {
    /// Model §5: the eligible set of a line must not be empty.
    func checkEligibleFunds(_ draft: Draft) {
        guard draft.fundsAreComplete else { return }
        for program in draft.programs {
            for line in program.variants.flatMap(\.costs) where line.eligibleFunds.isEmpty {
                reading.error(
                    .noEligibleFund, at: location(line.place),
                    LocalizedText(
                        "Tidak ada sumber dana yang boleh membayar `\(line.name)` dari `\(program.id)`.",
                        english: "No fund may pay `\(line.name)` of `\(program.id)`."),
                    remedy: LocalizedText(
                        "Sesuaikan `funds` baris ini dengan `pays_for` sumber dana.",
                        english: "Bring the line's `funds` and the funds' `pays_for` into line."))
            }
        }
    }
}
