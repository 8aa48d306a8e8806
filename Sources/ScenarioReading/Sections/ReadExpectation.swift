import Portfolio

extension RuleID {
    /// An expectation without a condition, or with several.
    static let expectationCondition = RuleID("expectation-condition")
}

private let conditionKeys = ["is", "at_least", "at_most", "within"]

extension Place {
    /// Reads `{value, is | at_least | at_most | within}`.
    func expectation() -> Expectation? {
        guard let fields = Fields(self, known: ["value"] + conditionKeys) else { return nil }
        let value = fields.required("value")?.text()
        let given = conditionKeys.filter { fields[$0] != nil }
        guard given.count == 1, let key = given.first, let place = fields[key] else {
            reportConditions()
            return nil
        }
        guard let condition = place.condition(key), let value else { return nil }
        return Expectation(value: value, condition: condition, place: path)
    }

    private func condition(_ key: String) -> Expectation.Condition? {
        switch key {
        case "is": return same().map(Expectation.Condition.equals)
        case "at_least": return bound().map(Expectation.Condition.atLeast)
        case "at_most": return bound().map(Expectation.Condition.atMost)
        default:
            guard let items = list() else { return nil }
            let bounds = items.compactMap { $0.bound() }
            if items.count == 2, bounds.count == 2, bounds[0] <= bounds[1] {
                return .within(bounds[0], bounds[1])
            }
            if bounds.count == items.count { reportConditions() }
            return nil
        }
    }

    /// A number, a share or money with a unit, as a number.
    private func bound() -> Double? {
        if let rupiah = amountWithUnit { return Double(rupiah) }
        return double(.share, in: -4_000_000_000_000_000_000...4_000_000_000_000_000_000)
    }

    /// A text or number to be met exactly; a share or money with a unit becomes its number.
    private func same() -> String? {
        if let rupiah = amountWithUnit { return "\(rupiah)" }
        guard let text = text() else { return nil }
        if text.hasSuffix("%"), case .number(let share) = NumberText(share: text) {
            return "\(share.doubleValue)"
        }
        return text
    }

    /// Rupiah written with a unit or `Rp`, which no other value of an outcome looks like.
    private var amountWithUnit: Rupiah? {
        guard let text = entry.text, text.utf8.last.map(isDigit) != true || text.lowercased().hasPrefix("rp"),
            case .rupiah(let rupiah) = MoneyText(text)
        else { return nil }
        keep("\(rupiah)")
        return rupiah
    }

    private func reportConditions() {
        error(
            .expectationCondition,
            LocalizedText(
                "Harapan ini tidak menyebut tepat satu syarat.",
                english: "This expectation does not state exactly one condition."),
            remedy: LocalizedText(
                "Tulis satu dari: `is: …`, `at_least: …`, `at_most: …`, `within: [dari, sampai]`.",
                english: "Write one of: `is: …`, `at_least: …`, `at_most: …`, `within: [from, to]`."))
    }
}
