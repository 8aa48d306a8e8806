import Formulation
import Portfolio

/// Puts programs into a draft: alone, with what they require, and in the order of what they bring for
/// what they take.
struct DraftBuilder {
    /// The draft at work.
    var draft: Draft
    let chains: Chains
    /// What each program brings and takes.
    let worths: [Draft.Worth]
    /// Options tried so far.
    private(set) var work = 0

    init(formulation: MIPFormulation, tables: DraftTables) {
        draft = Draft(formulation, tables)
        chains = Chains(formulation.requirements)
        worths = draft.worths
    }

    /// What a program brings per share of scarce limits, together with what it still requires.
    func density(of program: Int) -> Double {
        var (gain, price) = (0.0, 0.0)
        for member in chains.needed[program] where draft.options[member] == nil {
            gain += worths[member].gain
            price += worths[member].price
        }
        return price > 0 ? gain / price : 0
    }

    /// What programs are inserted in the order of.
    enum Order: CaseIterable {
        /// What they bring for what they take.
        case density
        /// What they bring.
        case gain
        /// Taste alone.
        case taste
    }

    /// Inserts programs in an order, weighed by tastes.
    mutating func fill(_ programs: [Int], by order: Order = .density, tastes: (Int) -> Double) {
        let keys = programs.map { merit(of: $0, by: order) * tastes($0) }
        for index in programs.indices.sorted(by: { (keys[$1], $0) < (keys[$0], $1) }) {
            insertWithRequirements(programs[index])
        }
    }

    private func merit(of program: Int, by order: Order) -> Double {
        switch order {
        case .density: density(of: program)
        case .gain: worths[program].gain
        case .taste: 1
        }
    }

    /// Inserts a program, and before it what it requires, where the whole brings something.
    mutating func insertWithRequirements(_ program: Int) {
        guard draft.options[program] == nil else { return }
        let missing = chains.needed[program].filter { draft.options[$0] == nil }
        if missing.count == 1 {
            _ = insert(program)
            return
        }
        let (penalty, cost) = (draft.penalty, draft.cost)
        let isComplete = missing.allSatisfy { insert($0, anyGain: true) }
        guard isComplete, (draft.penalty, draft.cost) < (penalty, cost) else {
            for member in missing { draft.set(member, to: nil) }
            return
        }
    }

    /// Gives a program that is not chosen its best option that breaks nothing; false where none
    /// brings something, with `anyGain` where none is possible.
    @discardableResult
    mutating func insert(_ program: Int, anyGain: Bool = false) -> Bool {
        let limit: (Int64, Int64) = anyGain ? (0, .max) : (0, 0)
        guard let option = bestOption(of: program, below: limit) else { return false }
        draft.set(program, to: option)
        return true
    }

    /// Gives a program another option, or none, where that is better; true where it changed.
    mutating func improve(_ program: Int) -> Bool {
        guard let old = draft.options[program] else { return insert(program) }
        draft.set(program, to: nil)
        let kept: (penalty: Int64, cost: Int64) = (draft.penaltyAdded(by: old), draft.costAdded(by: old))
        let isEmptyBetter = (0, 0) < kept
        let best = bestOption(of: program, below: isEmptyBetter ? (0, 0) : kept)
        draft.set(program, to: best ?? (isEmptyBetter ? nil : old))
        return draft.options[program] != old
    }

    /// The option that adds least, penalty before cost, and less than a limit.
    mutating func bestOption(of program: Int, below limit: (penalty: Int64, cost: Int64)) -> Int? {
        var (best, least): (Int?, (penalty: Int64, cost: Int64)) = (nil, limit)
        let isClean = draft.penalty == 0
        for option in draft.options(of: program) {
            work += 1
            let cost = draft.costAdded(by: option)
            if isClean, cost >= least.cost { continue }
            let penalty = draft.penaltyAdded(by: option)
            if (penalty, cost) < least, draft.isFundable(with: option) {
                (best, least) = (option, (penalty, cost))
            }
        }
        return best
    }

    /// Gives a program the possible option nearest to a choice, else its best; false where none is
    /// possible.
    mutating func insert(_ program: Int, near choice: Draft.Choice?) -> Bool {
        guard let choice else { return insert(program, anyGain: true) }
        for option in draft.options(of: program, near: choice) {
            work += 1
            guard draft.penaltyAdded(by: option) <= 0, draft.isFundable(with: option) else { continue }
            draft.set(program, to: option)
            return true
        }
        return false
    }

    /// Takes a program out, and all that require it.
    mutating func remove(_ program: Int, into removed: inout [Int]) {
        guard draft.options[program] != nil else { return }
        draft.set(program, to: nil)
        removed.append(program)
        for dependent in chains.dependents[program] { remove(dependent, into: &removed) }
    }

    /// Counts options tried elsewhere.
    mutating func count(_ tried: Int) { work += tried }
}
