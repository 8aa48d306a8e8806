import Portfolio

/// The independent judge: recomputes every law of model.md §1–§10 from scenario and plan alone.
public struct Verifier: Sendable {
    /// The scenario whose laws hold.
    public let scenario: Scenario

    /// Makes a verifier.
    public init(scenario: Scenario) { self.scenario = scenario }

    /// Judges a plan; without an allocation, whether the plan can be funded at all.
    ///
    /// Any plan may be judged, also one that names what does not exist. Spending and portfolio
    /// rules are judged only where every entry is known, single and inside the calendar: without
    /// that there is nothing to sum.
    public func verify(_ plan: Plan, allocation: Allocation? = nil) -> Verdict {
        let resolved = ResolvedPlan(scenario: scenario, plan: plan, allocation: allocation)
        let violations = Self.laws.flatMap { law in
            law.violations(in: resolved).enumerated()
                .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
                .map(\.element)
        }
        return Verdict(violations: violations, appraisal: resolved.appraisal)
    }

    private static let laws: [any Law.Type] = [
        OneStart.self, CalendarBounds.self, Windows.self, Must.self, MustNot.self,
        SingleYearContracts.self, InProgress.self, FundCeilings.self, StaffCapacity.self,
        Requirements.self, AlternativeRequirements.self, Groups.self, PortfolioRules.self,
    ]
}

/// One law of the model as arithmetic.
protocol Law: Sendable {
    /// Every breach of the law by a plan.
    static func violations(in plan: ResolvedPlan) -> [Violation]
}
