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
        let list = scarce.map(\.rawValue).joined(separator: ", ")
        return Violation(
            rule: .fundCeilings, place: place(of: scarce), excess: .rupiah(amount),
            message: .saying {
                "Belanja rencana melampaui pagu sebesar \($0.money(amount)); sumber dana yang kurang: \(list)."
            } english: {
                "The plan's spending exceeds the ceilings by \($0.money(amount)); funds that fall short: \(list)."
            })
    }

    private static func place(of funds: [Fund.ID]) -> ScenarioPath {
        let all = ScenarioPath().key("funds")
        guard let only = funds.first, funds.count == 1 else { return all }
        return all.id(only.rawValue).key("ceilings")
    }
}
