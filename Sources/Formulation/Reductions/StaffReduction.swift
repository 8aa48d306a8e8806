import Portfolio

/// §6: a need above an owner's whole staff can never be met.
struct StaffReduction: StartReduction {
    static let rule = RuleID.staffCapacity
    private let scenario: Scenario

    init(scenario: Scenario, candidates: [Candidate]) { self.scenario = scenario }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        for owner in scenario.owners {
            guard let staff = owner.staff, let need = candidate.variant.staff[owner.id], need > staff
            else { continue }
            return LocalizedText(
                "perlu \(need) orang dari \(owner.id), yang punya \(staff)",
                english: "needs \(need) persons of \(owner.id), which has \(staff)")
        }
        return nil
    }
}
