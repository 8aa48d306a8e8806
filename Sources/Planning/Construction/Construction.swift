import Formulation
import Portfolio

/// A good first plan without a solver: greedy insertion with repair, then local moves and seeded
/// restarts, counted in work and therefore repeatable.
final class Construction {
    private let formulation: MIPFormulation
    private let goal: Goal
    /// Values of the relaxation's columns, where it was solved.
    private let relaxed: [Double]?
    /// Rounds of removal and refilling.
    private let rounds = 20
    /// Attempts to make a first draft feasible.
    private let attempts = 100
    /// Choices that may still be tried before the search ends with what it has.
    private var work = 600_000

    /// Prepares a search for a goal, guided by its relaxation where that was solved.
    init(formulation: MIPFormulation, goal: Goal, relaxed: [Double]?) {
        self.formulation = formulation
        self.goal = goal
        self.relaxed = relaxed
    }

    /// The best plan found that breaks no row and can be paid; nil where none was found.
    func bestPlan() -> Plan? {
        var generator = SplitMix64(seed: 1)
        guard var best = firstDraft(&generator) else { return nil }
        for _ in 0..<rounds where work > 0 {
            var draft = best
            perturb(&draft, &generator)
            guard repair(&draft, &generator) else { continue }
            fill(&draft)
            if draft.objective < best.objective - 1e-9 { best = draft }
        }
        return best.plan
    }

    /// A feasible draft; where repair gets stuck, some programs are taken out and it tries again.
    private func firstDraft(_ generator: inout SplitMix64) -> Draft? {
        var draft = Draft(formulation, goal: goal)
        for attempt in 0..<attempts where work > 0 {
            insertForced(&draft)
            if attempt == 0 { insertLeanings(&draft) }
            if repair(&draft, &generator, isVaried: attempt > 0) {
                fill(&draft)
                return draft
            }
            perturb(&draft, &generator)
        }
        return nil
    }

    /// Inserts what must be chosen before anything else can take its staff and money.
    private func insertForced(_ draft: inout Draft) {
        for forced in formulation.forced {
            for program in chain(to: forced) where draft.choices[program] == nil {
                _ = insertEarly(program, in: &draft)
            }
        }
    }

    /// Inserts what the relaxation chooses, the larger shares first, each with all that it requires and
    /// as near as possible to where the relaxation has it.
    private func insertLeanings(_ draft: inout Draft) {
        guard let relaxed else { return }
        let leanings = draft.choices.indices.map { formulation.leaning(of: $0, in: relaxed) }
        let order = leanings.indices.filter { leanings[$0] != nil }
            .sorted { (leanings[$1]?.share ?? 0, $0) < (leanings[$0]?.share ?? 0, $1) }
        for program in order {
            var trial = draft
            let isInserted = chain(to: program).filter { trial.choices[$0] == nil }.allSatisfy {
                insert($0, near: leanings[$0]?.choice, in: &trial)
            }
            if isInserted { draft = trial }
        }
    }

    /// Inserts a program at the possible choice nearest to one; false where none is possible.
    private func insert(_ program: Int, near wish: Draft.Choice?, in draft: inout Draft) -> Bool {
        guard let wish else { return insertEarly(program, in: &draft) }
        let before = draft.penalty
        let options = draft.options(of: program).filter { $0.candidate == wish.candidate }
        for choice in options.sorted(by: {
            (abs($0.start - wish.start), $0.start) < (abs($1.start - wish.start), $1.start)
        }) {
            draft.set(program, to: choice)
            if draft.penalty <= before + 1e-9, draft.isFundable { return true }
        }
        draft.set(program, to: nil)
        return false
    }

    /// Takes up to a quarter of the chosen programs out.
    private func perturb(_ draft: inout Draft, _ generator: inout SplitMix64) {
        let chosen = draft.choices.indices.filter { draft.choices[$0] != nil }
        guard !chosen.isEmpty else { return }
        let count = 1 + Int(generator.next() % UInt64(max(1, chosen.count / 4)))
        for _ in 0..<count { draft.set(chosen[Int(generator.next() % UInt64(chosen.count))], to: nil) }
    }

    /// Lowers the penalty move by move until no row is broken; false where that fails.
    private func repair(_ draft: inout Draft, _ generator: inout SplitMix64, isVaried: Bool = false) -> Bool {
        while !draft.isFeasible {
            let before = draft.penalty
            if let move = bestRepair(of: draft, &generator, isVaried) {
                draft.set(move.program, to: move.choice)
            } else if !repairByChain(&draft) {
                return false
            }
            guard draft.penalty < before - 1e-9 else { return false }
        }
        return true
    }

    /// Inserts the program whose whole chain lowers the penalty most; false where none does.
    private func repairByChain(_ draft: inout Draft) -> Bool {
        var best = draft
        for program in draft.choices.indices {
            var trial = draft
            guard insertChain(program, in: &trial, { $0.penalty < $1.penalty - 1e-9 }) else { continue }
            if trial.penalty < best.penalty - 1e-9 { best = trial }
        }
        guard best.penalty < draft.penalty - 1e-9 else { return false }
        draft = best
        return true
    }

    private struct Move {
        let program: Int
        let choice: Draft.Choice?
        let penalty: Double
        let merit: Double
    }

    /// The change of one program that lowers the penalty most, at the most merit: what
    /// it adds, in a new attempt weighed by chance, so that it takes
    /// another way.
    private func bestRepair(
        of draft: Draft, _ generator: inout SplitMix64, _ isVaried: Bool
    ) -> Move? {
        let tastes = draft.choices.map { _ in isVaried ? generator.unit() : 1 }
        var trial = draft
        var best: Move?
        for program in draft.choices.indices {
            let old = draft.choices[program]
            for choice in draft.options(of: program).map(Optional.some) + [nil] where choice != old {
                trial.set(program, to: choice)
                let move = Move(
                    program: program, choice: choice, penalty: trial.penalty,
                    merit: (draft.objective - trial.objective) * tastes[program])
                if move.penalty < draft.penalty - 1e-9, isBetter(move, than: best), trial.isFundable {
                    best = move
                }
            }
            trial.set(program, to: old)
            work -= draft.options(of: program).count
        }
        return best
    }

    private func isBetter(_ move: Move, than other: Move?) -> Bool {
        guard let other else { return true }
        if abs(move.penalty - other.penalty) > 1e-9 { return move.penalty < other.penalty }
        return move.merit > other.merit
    }

    /// Improves a feasible draft until no single change, chain or swap helps.
    private func fill(_ draft: inout Draft) {
        var improved = true
        while improved, work > 0 {
            improved = false
            for program in draft.choices.indices where improve(program, in: &draft) { improved = true }
            for program in draft.choices.indices where insertChain(program, in: &draft, improves) {
                improved = true
            }
            if !improved { improved = swapOne(in: &draft) }
        }
    }

    private func improves(_ trial: Draft, _ draft: Draft) -> Bool {
        trial.objective < draft.objective - 1e-9 && trial.isFeasible
    }

    /// Gives one program its best choice; true where that helps.
    private func improve(_ program: Int, in draft: inout Draft) -> Bool {
        let old = draft.choices[program]
        var best = (choice: old, objective: draft.objective)
        for choice in draft.options(of: program) where choice != best.choice {
            draft.set(program, to: choice)
            if draft.objective < best.objective - 1e-9, draft.isFeasible {
                best = (choice, draft.objective)
            }
        }
        draft.set(program, to: best.choice)
        work -= draft.options(of: program).count
        return best.choice != old
    }

    /// Inserts a program with everything that it requires, each as early as possible, where the
    /// result is better than the draft.
    private func insertChain(
        _ program: Int, in draft: inout Draft, _ isBetter: (Draft, Draft) -> Bool
    ) -> Bool {
        guard draft.choices[program] == nil else { return false }
        let missing = chain(to: program).filter { draft.choices[$0] == nil }
        guard missing.count > 1 else { return false }
        var trial = draft
        for member in missing where !insertEarly(member, in: &trial) { return false }
        guard isBetter(trial, draft) else { return false }
        draft = trial
        return true
    }

    private func insertEarly(_ program: Int, in draft: inout Draft) -> Bool {
        let before = draft.penalty
        for choice in draft.options(of: program) {
            draft.set(program, to: choice)
            if draft.penalty <= before + 1e-9, draft.isFundable { return true }
        }
        draft.set(program, to: nil)
        return false
    }

    /// The program after everything that it requires, requirements first.
    private func chain(to program: Int) -> [Int] {
        var order: [Int] = []
        var seen: Set<Int> = []
        func visit(_ index: Int) {
            guard seen.insert(index).inserted else { return }
            for next in formulation.requirements[index] { visit(next) }
            order.append(index)
        }
        visit(program)
        return order
    }

    /// Takes one program out and refills the gap with others; keeps the first swap that helps.
    private func swapOne(in draft: inout Draft) -> Bool {
        for out in draft.choices.indices where draft.choices[out] != nil && work > 0 {
            var trial = draft
            trial.set(out, to: nil)
            guard trial.isFeasible else { continue }
            for program in trial.choices.indices where program != out { _ = improve(program, in: &trial) }
            _ = improve(out, in: &trial)
            if trial.objective < draft.objective - 1e-9 {
                draft = trial
                return true
            }
        }
        return false
    }
}

/// A small repeatable generator for choices that need no statistics.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number in [0, 1).
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
