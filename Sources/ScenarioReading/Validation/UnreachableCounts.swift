import Portfolio

extension RuleID {
    /// More programs asked for than listed.
    static let countExceedsList = RuleID("count-exceeds-list")
}

extension Validation {
    /// Warns of groups and alternatives that ask for more programs than they list.
    func warnOfUnreachableCounts(_ scenario: Scenario) {
        for group in scenario.groups {
            switch group.kind {
            case .atLeast(let count), .exactly(let count):
                warn(ofCount: count, listed: group.of.count, at: group.place.key("k"))
            case .atMost, .allOrNone: break
            }
        }
        for alternative in scenario.programs.compactMap(\.requiresAny) {
            warn(
                ofCount: alternative.atLeast, listed: alternative.of.count,
                at: alternative.place.key("at_least"))
        }
    }

    private func warn(ofCount count: Int, listed: Int, at place: ScenarioPath) {
        guard count > listed else { return }
        reading.warning(
            .countExceedsList, at: location(place),
            LocalizedText(
                "Diminta \(count) program, tetapi hanya \(listed) yang terdaftar.",
                english: "\(count) programs are asked for, but only \(listed) are listed."),
            remedy: LocalizedText(
                "Turunkan jumlahnya, atau tambah daftarnya.", english: "Lower the number, or list more."))
    }
}
