import Portfolio

/// §5: Σ_{F∈S} pays[S,F,y] = D[S,y]; Σ_S pays[S,F,y] + carry[F,y] ≤ B[F,y] + carry[F,y−1]; carry[F,y] ≤ floor(q_F·B[F,y]); carry of the last year = 0.
///
/// With an allocation every sentence is held against it; without one, against the largest flow.
enum FundCeilings: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        guard let appraisal = plan.appraisal else { return [] }
        if let allocation = plan.allocation {
            return AllocationAudit(
                scenario: plan.scenario, appraisal: appraisal, allocation: allocation
            ).violations()
        }
        return shortfall(of: appraisal, in: plan.scenario).map { [$0] } ?? []
    }

    private static func shortfall(of appraisal: Appraisal, in scenario: Scenario) -> Violation? {
        let needs = appraisal.programs.flatMap(\.lines).flatMap { line in
            line.years.map { FundingNeed(funds: line.eligibleFunds, year: $0.key, amount: $0.value) }
        }
        let (amount, scarce) = FundingFlow(scenario: scenario).shortfall(needs: needs)
        guard amount > 0 else { return nil }
        return Violation(
            rule: .fundCeilings, place: place(of: Set(scarce.map(\.fund.id))), excess: .rupiah(amount),
            message: .saying {
                "Belanja rencana melampaui pagu sebesar \($0.money(amount)); yang kurang: \($0.list(of: scarce))."
            } english: {
                "The plan's spending exceeds the ceilings by \($0.money(amount)); short are: \($0.list(of: scarce))."
            })
    }

    /// The one fund that falls short, or all funds.
    private static func place(of funds: Set<Fund.ID>) -> ScenarioPath {
        let all = ScenarioPath().key("funds")
        guard let only = funds.first, funds.count == 1 else { return all }
        return all.id(only.rawValue).key("ceilings")
    }
}

extension Words {
    /// Funds and years, such as `“PAD” TA 2023, “DAU” TA 2024`.
    fileprivate func list(of fundYears: [FundingFlow.FundInYear]) -> String {
        guard !fundYears.isEmpty else {
            return language == .indonesian
                ? "sumber dana yang boleh membiayai" : "funds that may pay"
        }
        return fundYears.map { "\(name($0.fund.name)) \(year($0.year))" }.joined(separator: ", ")
    }
}
