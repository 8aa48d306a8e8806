import Formulation

/// Lowers the penalty of a draft move by move until no row is broken.
extension DraftBuilder {
    private struct Move {
        let program: Int
        let option: Int?
        let penalty: Int64
        /// What it lowers the cost by, weighed by taste.
        let merit: Double

        func isBetter(than other: Move?) -> Bool {
            guard let other else { return true }
            return penalty == other.penalty ? merit > other.merit : penalty < other.penalty
        }
    }

    /// Repairs the draft; false where no move and no chain lowers the penalty.
    mutating func repair(tastes: [Double]) -> Bool {
        while draft.penalty > 0 {
            let before = draft.penalty
            if let move = bestRepair(tastes) {
                draft.set(move.program, to: move.option)
            } else {
                repairByChain()
            }
            guard draft.penalty < before else { return false }
        }
        return draft.isFundable
    }

    /// The change of one program that lowers the penalty most, at the most merit.
    private mutating func bestRepair(_ tastes: [Double]) -> Move? {
        let (penalty, cost) = (draft.penalty, draft.cost)
        var best: Move?
        for program in draft.options.indices {
            let old = draft.options[program]
            draft.set(program, to: nil)
            let (base, baseCost) = (draft.penalty, draft.cost)
            let none = Move(
                program: program, option: nil, penalty: base, merit: Double(cost - baseCost) * tastes[program]
            )
            if old != nil, base < penalty, none.isBetter(than: best) { best = none }
            for option in draft.options(of: program) where option != old {
                let move = tried(option, of: program, base, cost - baseCost, tastes[program])
                if move.penalty < penalty, move.isBetter(than: best), draft.isFundable(with: option) {
                    best = move
                }
            }
            draft.set(program, to: old)
        }
        return best
    }

    private mutating func tried(
        _ option: Int, of program: Int, _ base: Int64, _ gain: Int64, _ taste: Double
    ) -> Move {
        count(1)
        let merit = Double(gain - draft.costAdded(by: option)) * taste
        return Move(
            program: program, option: option, penalty: base + draft.penaltyAdded(by: option), merit: merit)
    }

    /// Inserts the program whose whole chain lowers the penalty most.
    private mutating func repairByChain() {
        let before = draft.options
        var best: (penalty: Int64, options: [Int?]) = (draft.penalty, before)
        for program in before.indices where before[program] == nil {
            let missing = chains.needed[program].filter { draft.options[$0] == nil }
            guard missing.count > 1 else { continue }
            let isComplete = missing.allSatisfy { insert($0, anyGain: true) }
            if isComplete, draft.penalty < best.penalty { best = (draft.penalty, draft.options) }
            draft.restore(before)
        }
        draft.restore(best.options)
    }
}
