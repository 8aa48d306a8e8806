import Portfolio

extension RuleID {
    /// Money that adds up to more than can be counted.
    static let sumOverflow = RuleID("sum-overflow")
}

extension Validation {
    /// All money of the scenario together, operating lines over the whole calendar, is at most what one
    /// amount may be, so that a report counts every sum exactly.
    func checkSums(_ draft: Draft) {
        let years = Int128(max(1, draft.calendar?.years.count ?? 1)) + 1
        var amounts: [(amount: Int128, place: ScenarioPath)] = []
        for program in draft.programs {
            for line in program.variants.flatMap(\.costs) {
                amounts.append((Int128(line.amount) * (line.kind == .operating ? years : 1), line.place))
            }
            amounts.append((Int128(program.yearlyReturn ?? 0) * years, program.place.key("yearly_return")))
        }
        for fund in draft.funds {
            let place = ScenarioPath().key("funds").id(fund.id.rawValue).key("ceilings")
            amounts += fund.ceilings.map { (2 * Int128($0.value), place.key("\($0.key)")) }
        }
        let total = amounts.reduce(Int128(0)) { $0 + $1.amount }
        guard total > Int128(MoneyText.largest), let largest = amounts.map(\.amount).max() else { return }
        for place in amounts.filter({ $0.amount == largest }).map(\.place).sorted().prefix(1) {
            reportSum(at: place)
        }
    }

    private func reportSum(at place: ScenarioPath) {
        let amount = place.key("amount")
        reading.error(
            .sumOverflow, at: location(sourceMap.locations[amount] == nil ? place : amount),
            LocalizedText(
                "Jumlah seluruh uang dalam skenario melebihi 9.000 triliun rupiah; ini yang terbesar.",
                english:
                    "All money of the scenario adds up to more than 9,000 trillion rupiah; this is the largest."
            ),
            remedy: LocalizedText("Periksa satuannya.", english: "Check the unit."))
    }
}
