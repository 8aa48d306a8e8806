import Linear
import Portfolio

/// The goals of model.md §8 as linear sums, in the goal's own sense; money in the model's unit.
struct GoalTerms {
    let builder: ModelBuilder
    let bonuses: [Bonuses.Bonus]

    /// The sum that a goal maximises or minimises.
    func terms(of goal: Goal) -> [Model.Term] {
        switch goal {
        case .maximiseValue: value.merged
        case .maximiseBenefit(let dimension):
            sum { candidate, _ in candidate.variant.benefits[dimension] ?? 0 }
        case .maximiseQuickWins: sum { builder.scenario.isQuickWin($0, start: $1) ? 1 : 0 }
        case .maximiseCount: sum { _, _ in 1 }
        case .minimiseCost: sum(cost)
        case .minimiseFinish: sum { Double($1 + $0.duration) }
        }
    }

    /// A program's own value without what only helpers unlock, plus the bonuses.
    private var value: [Model.Term] {
        let own = sum { candidate, start in
            let helped = builder.scenario.programs[candidate.program].helpedBy
                .reduce(0.0) { $0 + $1.share.doubleValue }
            let points = builder.worth.weightedPoints(candidate.variant.benefits)
            return (1 - helped) * points
                * builder.worth.worth(from: start + candidate.duration, ramp: candidate.variant.ramp)
        }
        return own + bonuses.flatMap(\.terms)
    }

    private func cost(_ candidate: Candidate, _ start: Int) -> Double {
        let spend = candidate.variant.costs.reduce(Rupiah(0)) { sum, line in
            builder.spending.spend(of: line, start: start, duration: candidate.duration).reduce(sum, +)
        }
        return builder.money(spend)
    }

    private func sum(_ coefficient: (Candidate, Int) -> Double) -> [Model.Term] {
        builder.starts.flatMap { start in start.sum { coefficient(start.candidate, $0) } }
    }
}
