import Portfolio

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// What a plan is worth (model.md §7 and §8): values, benefits and the other goals.
struct Worth {
    private let scenario: Scenario
    /// δ(s)/n for every period up to the evaluation horizon: what one point per year yields in it.
    private let yield: [Double]

    init(_ scenario: Scenario) {
        self.scenario = scenario
        let perYear = Double(scenario.calendar.periodsPerYear)
        let growth = 1 + scenario.discountRate
        yield = (0..<scenario.calendar.horizon).map { (period: Int) -> Double in
            let years = Double(period + 1) / perYear
            return pow(growth, -years) / perYear
        }
    }

    /// The value of one goal.
    func value(of goal: Goal, in selection: Selection) -> Double {
        let chosen = selection.chosen
        return switch goal {
        case .maximiseValue: portfolioValue(selection)
        case .maximiseBenefit(let dimension):
            chosen.reduce(0) { $0 + ($1.variant.benefits[dimension] ?? 0) }
        case .maximiseQuickWins: Double(chosen.filter(\.isQuickWin).count)
        case .maximiseCount: Double(chosen.count)
        case .minimiseCost: Double(chosen.reduce(0) { $0 + $1.spending.joined().reduce(0, +) })
        case .minimiseFinish: Double(chosen.reduce(0) { $0 + $1.finish })
        }
    }

    /// The value of one chosen program, its helped shares as realised.
    func value(of choice: Choice, in selection: Selection) -> Double {
        let points = weighted(choice.variant.benefits)
        var free = 1.0
        var value = 0.0
        for help in choice.program.helpedBy {
            free -= help.share.doubleValue
            guard let helper = selection[help.program] else { continue }
            let both = max(choice.finish, helper.finish)
            value += help.share.doubleValue * points * pointYears(from: both, ramp: choice.variant.ramp)
        }
        return value + free * points * pointYears(from: choice.finish, ramp: choice.variant.ramp)
    }

    /// The value of a synergy; 0 unless all its programs are chosen.
    func value(of synergy: Synergy, in selection: Selection) -> Double {
        guard let finish = selection.latestFinish(of: synergy.programs) else { return 0 }
        return weighted(synergy.benefits) * pointYears(from: finish, ramp: [])
    }

    private func portfolioValue(_ selection: Selection) -> Double {
        selection.chosen.reduce(0) { $0 + value(of: $1, in: selection) }
            + scenario.synergies.reduce(0) { $0 + value(of: $1, in: selection) }
    }

    /// What one point per year is worth that accrues from a period on.
    private func pointYears(from first: Int, ramp: [Double]) -> Double {
        var sum = 0.0
        for period in yield.indices where period >= first {
            let year = (period - first) / scenario.calendar.periodsPerYear
            let fraction = year < ramp.count ? ramp[year] : ramp.last ?? 1
            sum += fraction * yield[period]
        }
        return sum
    }

    private func weighted(_ benefits: [Dimension.ID: Double]) -> Double {
        let total = scenario.dimensions.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return 0 }
        return scenario.dimensions.reduce(0) { $0 + $1.weight / total * (benefits[$1.id] ?? 0) }
    }
}
