import Portfolio

extension RuleID {
    /// An expectation without a condition, or with several.
    static let expectationCondition = RuleID("expectation-condition")
}

private let conditionKeys = ["is", "at_least", "at_most", "within"]

extension Place {
    /// Reads `simulation: {trials, seed, policy, start}`.
    func simulation() -> SimulationSettings? {
        guard let fields = Fields(self, known: ["trials", "seed", "policy", "start"]) else { return nil }
        var settings = SimulationSettings()
        if let trials = fields["trials"]?.integer(in: 1...10_000_000) { settings.trials = trials }
        if let seed = fields["seed"]?.seed() { settings.seed = seed }
        if let policy: SimulationSettings.Policy = fields["policy"]?.choice() { settings.policy = policy }
        if let start: SimulationSettings.Start = fields["start"]?.choice() { settings.start = start }
        return settings
    }

    private func seed() -> UInt64? {
        guard let text = text() else { return nil }
        if text.utf8.allSatisfy(isDigit), let seed = UInt64(text) {
            keep("\(seed)")
            return seed
        }
        error(
            .invalidNumber, LocalizedText("`\(text)` bukan benih acak.", english: "`\(text)` is not a seed."),
            remedy: LocalizedText(
                "Tulis bilangan bulat dari 0 sampai \(UInt64.max).",
                english: "Write a whole number from 0 to \(UInt64.max)."))
        return nil
    }

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
        let limits: ClosedRange<Exact> = -4_000_000_000_000_000_000...4_000_000_000_000_000_000
        switch key {
        case "is": return text().map(Expectation.Condition.equals)
        case "at_least": return double(.share, in: limits).map(Expectation.Condition.atLeast)
        case "at_most": return double(.share, in: limits).map(Expectation.Condition.atMost)
        default:
            guard let items = list() else { return nil }
            let bounds = items.compactMap { $0.double(.share, in: limits) }
            if items.count == 2, bounds.count == 2, bounds[0] <= bounds[1] {
                return .within(bounds[0], bounds[1])
            }
            if bounds.count == items.count { reportConditions() }
            return nil
        }
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
