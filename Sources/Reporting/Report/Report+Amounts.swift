import Portfolio

extension Report {
    /// The most that a figure of money may be on either side of zero: what a spreadsheet's or a
    /// browser's number still counts rupiah by rupiah, and what no sum of a report can overflow with.
    private static let most: Rupiah = 1 << 53

    /// Makes sure that every amount of the plan can be counted exactly.
    ///
    /// - Throws: ``UnusableOutcome`` naming the first that cannot.
    func checkAmounts() throws(UnusableOutcome) {
        guard let plan else { return }
        let accounts = plan.years + plan.funds.flatMap(\.years)
        let programs = plan.programs.flatMap { program in
            [program.cost] + program.spend.values + program.paidBy.values.flatMap(\.values)
        }
        let amounts =
            [plan.cost, plan.operatingAfter, plan.count, plan.quickWins] + programs
            + accounts.flatMap {
                [$0.ceiling, $0.carriedIn, $0.spent, $0.carriedOut, $0.lapsed, $0.slack]
            }
        let beyond = amounts.filter { !(-Self.most...Self.most).contains($0.value) }
        guard let path = beyond.map(\.path).min() else { return }
        throw UnusableOutcome(
            path: path,
            expected: LocalizedText(
                "jumlah paling besar \(Self.most)", english: "an amount of at most \(Self.most)"))
    }
}
