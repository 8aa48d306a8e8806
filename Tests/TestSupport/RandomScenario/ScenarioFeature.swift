import Portfolio

/// Something that model.md §1–§10 lets a scenario say.
public struct ScenarioFeature: Sendable {
    /// Its name.
    public let name: String
    /// Whether a scenario says it.
    public let isUsed: @Sendable (Scenario) -> Bool

    /// Every feature.
    public static let all: [ScenarioFeature] = time + money + programs + links + rules + goals

    private init(_ name: String, _ isUsed: @escaping @Sendable (Scenario) -> Bool) {
        self.name = name
        self.isUsed = isUsed
    }

    private static func ofVariant(
        _ name: String, _ has: @escaping @Sendable (Variant) -> Bool
    ) -> ScenarioFeature {
        .init(name) { $0.programs.flatMap(\.variants).contains(where: has) }
    }

    private static func ofProgram(
        _ name: String, _ has: @escaping @Sendable (Program) -> Bool
    ) -> ScenarioFeature {
        .init(name) { $0.programs.contains(where: has) }
    }

    private static func ofLine(
        _ name: String, _ has: @escaping @Sendable (CostLine) -> Bool
    ) -> ScenarioFeature {
        .init(name) { $0.programs.flatMap(\.variants).flatMap(\.costs).contains(where: has) }
    }

    private static func ofRule(_ name: String, _ has: @escaping @Sendable (Rule) -> Bool) -> ScenarioFeature {
        .init(name) { $0.rules.contains(where: has) }
    }

    private static let time: [ScenarioFeature] =
        PlanningCalendar.Step.allCases.map { step in .init("step \(step)") { $0.calendar.step == step } } + [
            .init("benefits beyond") { $0.calendar.horizon > $0.calendar.periodCount },
            .init("discount") { $0.discountRate > 0 }, .init("quick win") { $0.quickWin != nil },
            ofVariant("fraction of a month") { $0.duration.planned.denominator > 1 },
            ofVariant("earliest") { $0.window.earliest != nil },
            ofVariant("latest finish") { $0.window.latestFinish != nil },
            ofVariant("start months") { $0.window.startMonths != nil },
        ]

    private static let money: [ScenarioFeature] =
        [SpendProfile.even, .front, .back, .start, .finish].map { profile in
            ofLine("profile \(profile)") { $0.kind == .capital && $0.profile == profile }
        } + [
            ofLine("weights") { if case .weights = $0.profile { true } else { false } },
            ofLine("operating") { $0.kind == .operating }, ofLine("years") { $0.years != nil },
            ofLine("named funds") { $0.funds != nil }, ofLine("amount 0") { $0.amount == 0 },
            .init("several funds") { $0.funds.count > 1 },
            .init("pays for") { $0.funds.contains { $0.paysFor != nil } },
            .init("lapse") { $0.funds.contains { $0.unspent == .lapse } },
            .init("carry") { $0.funds.contains { $0.unspent != .lapse } },
            .init("ceiling 0") { $0.funds.contains { $0.ceilings.values.contains { $0 < 3 } } },
        ]

    private static let programs: [ScenarioFeature] = [
        ofProgram("variants") { $0.variants.count > 1 }, ofProgram("must") { $0.must != nil },
        ofProgram("must not") { $0.mustNot != nil }, ofProgram("in progress") { $0.inProgress != nil },
        ofProgram("single year") { $0.contract == .singleYear },
        ofVariant("staff") { !$0.staff.isEmpty }, ofVariant("ramp") { !$0.ramp.isEmpty },
        ofVariant("negative benefit") { $0.benefits.values.contains { $0 < 0 } },
        .init("weight 0") { $0.dimensions.contains { $0.weight == 0 } },
    ]

    private static let links: [ScenarioFeature] = [
        ofProgram("after finish") { $0.has { if case .afterFinish = $0 { true } else { false } } },
        ofProgram("after start") { $0.has { if case .afterStart = $0 { true } else { false } } },
        ofProgram("at progress") { $0.has { if case .atProgress = $0 { true } else { false } } },
        ofProgram("choice only") { $0.has { $0 == .choiceOnly } },
        ofProgram("fractional lag") { $0.has { $0 == .afterFinish(lag: Tiny.exact("0.5")) } },
        .init("start together") { scenario in
            scenario.programs.contains { one in
                one.requires.contains {
                    scenario.program($0.program)?.requires.contains { $0.program == one.id } == true
                }
            }
        },
        ofProgram("requires any") { $0.requiresAny != nil },
        ofProgram("helped by") { !$0.helpedBy.isEmpty },
        .init("synergy") { $0.synergies.contains { $0.benefits.values.contains { $0 > 0 } } },
        .init("overlap") { $0.synergies.contains { $0.benefits.values.contains { $0 < 0 } } },
        ofGroup("at most") { if case .atMost = $0 { true } else { false } },
        ofGroup("at least") { if case .atLeast = $0 { true } else { false } },
        ofGroup("exactly") { if case .exactly = $0 { true } else { false } },
        ofGroup("all or none") { $0 == .allOrNone },
    ]

    private static func ofGroup(
        _ name: String, _ has: @escaping @Sendable (Group.Kind) -> Bool
    ) -> ScenarioFeature {
        .init(name) { $0.groups.contains { has($0.kind) } }
    }

    private static let rules: [ScenarioFeature] =
        [Rule.Measure.count, .quickWins, .spend, .capital, .operating, .starts].map { measure in
            ofRule("measure \(measure)") { $0.measure == measure }
        } + Rule.Each.allCases.map { each in ofRule("each \(each)") { $0.each == each } }
        + Rule.Per.allCases.map { per in ofRule("per \(per)") { $0.per == per } } + [
            ofRule("measure benefit") { if case .benefit = $0.measure { true } else { false } },
            ofRule("by") { $0.by != nil }, ofRule("in") { $0.inYear != nil },
            ofRule("min") { $0.min != nil }, ofRule("max") { $0.max != nil },
            ofRule("min share") { $0.minShare != nil }, ofRule("max share") { $0.maxShare != nil },
            ofRule("dimensions") { $0.matching.dimensions != nil },
            ofRule("owners") { $0.matching.owners != nil },
            ofRule("tags") { $0.matching.tags != nil },
            ofRule("proposed by") { $0.matching.proposedBy != nil },
            ofRule("programs") { $0.matching.programs != nil },
        ]

    private static let goals: [ScenarioFeature] =
        [Goal.maximiseValue, .maximiseQuickWins, .maximiseCount, .minimiseCost, .minimiseFinish].map { goal in
            .init("\(goal)") { $0.objective.contains(goal) }
        } + [
            .init("maximise benefit") {
                $0.objective.contains { if case .maximiseBenefit = $0 { true } else { false } }
            }
        ] + (1...4).map { count in .init("\(count) goals") { $0.objective.count == count } }
}

extension Program {
    fileprivate func has(_ isTiming: (Timing) -> Bool) -> Bool { requires.contains { isTiming($0.timing) } }
}
