import Portfolio

extension RandomScenario {
    /// A rule of some measure, over some programs and some time, with one or two limits.
    mutating func makeRule(_ number: Int) -> Rule {
        let measure = makeMeasure()
        var rule = Rule(
            id: .init("r\(number)"), measure: measure, matching: random.chance(50) ? makeSelector() : Selector(),
            each: random.chance(25) ? random.pick(Rule.Each.allCases) : nil,
            by: random.chance(20) ? calendar.lastMonth(of: random.int(1...calendar.periodCount - 1)) : nil,
            place: ScenarioPath().key("rules").id("r\(number)"))
        if [.spend, .capital, .starts].contains(measure) {
            switch random.int(1...4) {
            case 1: rule.inYear = random.pick(calendar.years)
            case 2: rule.per = .period
            case 3: rule.per = .year
            default: break
            }
        }
        limit(&rule)
        if random.chance(20) { limit(&rule) }
        return rule
    }

    private mutating func makeMeasure() -> Rule.Measure {
        random.pick([
            .count, .quickWins, .spend, .spend, .capital, .operating, .benefit(random.pick(dimensions).id),
            .starts, .starts,
        ])
    }

    private mutating func makeSelector() -> Selector {
        var selector = Selector()
        switch random.int(1...5) {
        case 1: selector.dimensions = random.some(1...2, of: dimensions.map(\.id))
        case 2: selector.owners = [random.pick(owners).id]
        case 3: selector.tags = random.some(1...2, of: ["health", "it", "roads"])
        case 4: selector.proposedBy = random.some(1...2, of: ["government", "business", "community"])
        default: selector.programs = random.some(1...3, of: programs.map(\.id))
        }
        if random.chance(15) { selector.tags = ["it"] }
        return selector
    }

    private mutating func limit(_ rule: inout Rule) {
        let shares = ["0.1", "0.25", "0.3", "0.5"].map { exact($0) }
        switch random.int(1...10) {
        case 1...4: rule.max = makeAmount(rule.measure)
        case 5: rule.min = rule.per == nil && rule.each == nil ? makeAmount(rule.measure) : 0
        case 6...8: rule.maxShare = random.pick(shares + [exact("0.6"), 1])
        default: rule.minShare = rule.per == nil ? random.pick(shares) : exact("0.1")
        }
    }

    /// A limit in the unit of a measure.
    private mutating func makeAmount(_ measure: Rule.Measure) -> Exact {
        switch measure {
        case .count, .quickWins, .starts: Exact(Int64(random.pick([1, 1, 2, 3])))
        case .benefit: exact(random.pick(["2", "0.1", "5.5", "3", "-1"]))
        case .spend, .capital, .operating: Exact(Int64(random.pick(amounts) * random.int(1...4)))
        }
    }

    /// The standard objective, or up to four goals.
    mutating func makeObjective() -> [Goal] {
        if random.chance(35) { return Goal.standard }
        let goals: [Goal] = [
            .maximiseValue, .maximiseBenefit(random.pick(dimensions).id), .maximiseQuickWins, .maximiseCount,
            .minimiseCost, .minimiseFinish,
        ]
        return Array(random.shuffled(goals).prefix(random.int(1...4)))
    }
}
