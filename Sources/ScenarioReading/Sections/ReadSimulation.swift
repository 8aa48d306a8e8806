import Portfolio

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
}
