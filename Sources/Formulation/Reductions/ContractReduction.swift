import Portfolio

/// §3 `contract: single_year`: year(t) = year(t+d−1).
struct ContractReduction: StartReduction {
    static let rule = RuleID.singleYearContract
    private let scenario: Scenario

    init(scenario: Scenario, candidates: [Candidate]) { self.scenario = scenario }

    func objection(to start: Int, of candidate: Candidate) -> LocalizedText? {
        let calendar = scenario.calendar
        guard scenario.programs[candidate.program].contract == .singleYear,
            calendar.year(of: start) != calendar.year(of: start + candidate.duration - 1)
        else { return nil }
        return LocalizedText(
            "kontrak tahun tunggal akan melewati akhir tahun",
            english: "a single-year contract would cross the end of a year")
    }
}
