/// The laws of model.md that a plan must keep.
extension RuleID {
    /// §3: a chosen program has one known variant and one start period, listed once.
    public static let oneStart = RuleID("one-start")
    /// §1: t ≥ 0 and t + d ≤ T.
    public static let calendar = RuleID("calendar")
    /// §3: `window` of the variant: earliest, latest finish, start months.
    public static let window = RuleID("window")
    /// §3: `must`.
    public static let must = RuleID("must")
    /// §3: `must_not`.
    public static let mustNot = RuleID("must-not")
    /// §3: `contract: single_year`.
    public static let singleYearContract = RuleID("single-year-contract")
    /// §3: a program in progress is chosen and starts in period 0.
    public static let inProgress = RuleID("in-progress")
    /// §5: every year's spend can be, and is, paid by the funds that may pay it.
    public static let fundCeilings = RuleID("fund-ceilings")
    /// §6: staff of an owner in every period.
    public static let staffCapacity = RuleID("staff-capacity")
    /// §7: `requires`.
    public static let requirement = RuleID("requirement")
    /// §7: `requires_any`.
    public static let alternativeRequirement = RuleID("alternative-requirement")
    /// §7: groups.
    public static let group = RuleID("group")
    /// §10: portfolio rules.
    public static let portfolioRule = RuleID("portfolio-rule")

    /// Every law, in the order of the model.
    public static let laws: [RuleID] = [
        .oneStart, .calendar, .window, .must, .mustNot, .singleYearContract, .inProgress,
        .fundCeilings, .staffCapacity, .requirement, .alternativeRequirement, .group,
        .portfolioRule,
    ]
}
