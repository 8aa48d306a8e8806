import Portfolio

/// Tiny random scenarios, one per seed: few enough plans to try them all, and over some hundred
/// seeds every feature of model.md §1–§10.
public struct RandomScenario {
    var random: SplitMix64
    let calendar: PlanningCalendar
    let programCount: Int
    let dimensions: [Dimension]
    let owners: [Owner]
    /// What most cost lines are of, in rupiah.
    let amounts: [Int]
    var funds: [Fund] = []
    var programs: [Program] = []

    /// The scenario of a seed, always the same.
    public static func make(seed: UInt64) -> Scenario {
        var draft = RandomScenario(seed: seed)
        draft.funds = draft.makeFunds()
        draft.programs = draft.makePrograms()
        draft.addRequirements()
        draft.setCeilings()
        return draft.scenario(seed: seed)
    }

    private init(seed: UInt64) {
        var random = SplitMix64(seed: seed &* 7919 &+ 17)
        programCount = random.pick([3, 3, 3, 4, 4, 5])
        let periods = programCount == 5 ? 4 : random.int(4...(programCount == 4 ? 5 : 6))
        calendar = RandomScenario.makeCalendar(periods, &random)
        dimensions = ["economy", "living", "society"].prefix(random.int(2...3)).map {
            Dimension(id: .init($0), name: .init($0), weight: random.pick([1, 25, 10, 0.3, 4, 0]))
        }
        owners = ["dinas-a", "dinas-b"].map {
            Owner(id: .init($0), name: .init($0), staff: random.chance(60) ? random.int(2...5) : nil)
        }
        amounts = random.pick([
            [7, 11, 13, 101, 211, 3], [1_000_003, 999_983, 7_000_001, 3_333_337],
            [1_250_000_007, 840_000_001, 1_450_000_000, 37], [10, 20, 30, 5, 1],
        ])
        self.random = random
    }

    private static func makeCalendar(_ periods: Int, _ random: inout SplitMix64) -> PlanningCalendar {
        let step = random.pick([PlanningCalendar.Step.month, .month, .quarter, .quarter, .year])
        let first =
            switch step {
            case .month: random.pick([1, 9, 10, 11, 12])
            case .quarter: random.pick([1, 4, 7, 10])
            case .year: 1
            }
        let start = Month(year: 2023, month: first)
        let end = start.advanced(by: periods * step.months - 1)
        let beyond = random.chance(50) ? random.int(1...8) : 0
        let horizon = end.advanced(by: beyond * step.months)
        guard
            let calendar = PlanningCalendar(start: start, end: end, step: step, benefitsUntil: horizon)
        else { preconditionFailure("these months begin and end periods") }
        return calendar
    }

    private mutating func scenario(seed: UInt64) -> Scenario {
        let quickWin = random.chance(70) ? makeQuickWin() : nil
        let groups = random.chance(45) ? (1...random.int(1...2)).map { makeGroup($0) } : []
        let synergies = random.chance(45) ? (1...random.int(1...2)).map { makeSynergy($0) } : []
        let rules = random.chance(70) ? (1...random.int(1...3)).map { makeRule($0) } : []
        return Scenario(
            name: LocalizedText("acak \(seed)"), calendar: calendar,
            discountRate: random.pick([0, 0.06, 0.1]), quickWin: quickWin, dimensions: dimensions,
            owners: owners, funds: funds, programs: programs, groups: groups, synergies: synergies,
            rules: rules, objective: makeObjective())
    }

    private mutating func makeQuickWin() -> QuickWin {
        QuickWin(
            label: LocalizedText("cepat"),
            finishBy: calendar.lastMonth(of: random.int(1...calendar.periodCount - 1)),
            maxDuration: makeMonths(upTo: 2))
    }

    /// A number of months that takes at most so many periods, often not a whole number of them.
    mutating func makeMonths(upTo periods: Int) -> Exact {
        let whole = random.int(1...periods) * calendar.step.months
        return exact("\(whole * 10 - random.pick([0, 0, 5, 5, 3]))", tenths: true)
    }

    /// A decimal number known to be well formed; with `tenths`, a tenth of it.
    func exact(_ text: String, tenths: Bool = false) -> Exact {
        guard let number = Exact(decimal: text), let tenth = Exact(Int128(number.numerator), over: 10)
        else { preconditionFailure("not a decimal number: \(text)") }
        return tenths ? tenth : number
    }
}
