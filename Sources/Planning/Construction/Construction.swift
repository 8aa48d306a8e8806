import Formulation
import Portfolio

/// Good plans without a solver: greedy insertion with repair, then taking out and refilling again and
/// again; seeded and counted in options tried, hence repeatable.
///
/// Source: G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, Record breaking optimization results
/// using the ruin and recreate principle, Journal of Computational Physics 159 (2000),
/// doi:10.1006/jcph.1999.6413.
final class Construction {
    private let formulation: MIPFormulation
    private var builder: DraftBuilder
    private var generator: SplitMix64
    private var best: (cost: Int64, options: [Int?])?
    /// Asked now and then whether to end with what there is.
    private let isStopped: () -> Bool

    /// Attempts to make a first draft feasible.
    private static let attempts = 100
    /// How often every option may be tried.
    private static let workPerOption = 250
    /// Options that may be tried in all.
    private static let mostWorkInAll = 500_000
    /// Programs that are taken out at most at once.
    private static let mostRemoved = 6
    /// Programs not chosen that are tried beside those taken out.
    private static let newcomers = 12
    /// Chosen programs that are moved where that is better.
    private static let moved = 8
    /// Share of the objective by which a draft may be worse than the one before, at the start and at most.
    private static let looseness = 0.002

    /// What a construction found.
    struct Found: Sendable {
        /// The objective, the less the better.
        let cost: Int64
        /// The option of every program.
        let options: [Int?]
        /// The plan that this is.
        let plan: Plan
    }

    /// Prepares a search in the tables of a goal.
    init(
        formulation: MIPFormulation, tables: DraftTables, seed: UInt64,
        isStopped: @escaping () -> Bool = { false }
    ) {
        self.formulation = formulation
        self.isStopped = isStopped
        generator = SplitMix64(seed: seed)
        builder = DraftBuilder(formulation: formulation, tables: tables)
    }

    /// The best draft so far that breaks no row and can be paid.
    var found: Found? {
        guard let best else { return nil }
        var draft = builder.draft
        draft.restore(best.options)
        return Found(cost: best.cost, options: best.options, plan: draft.plan)
    }

    /// Makes a first draft, from nothing or from what a relaxation leans to; false where none is found.
    func begin(relaxed: [Double]? = nil) -> Bool {
        builder.draft.restore(Array(repeating: nil, count: builder.draft.options.count))
        guard makeFeasible(relaxed, builder.work + mostWork) else { return false }
        keepIfBetter()
        return true
    }

    /// Begins with what was found before.
    func begin(with earlier: Found) {
        builder.draft.restore(earlier.options)
        keepIfBetter()
    }

    /// Takes out and refills until a share of the whole work is done; a draft that is a little worse is gone on
    /// with, the less so the less work is left.
    func improve(share: Double) {
        let end = builder.work + Int(share * Double(mostWork))
        var current = (cost: builder.draft.cost, options: builder.draft.options)
        while builder.work < end, !isStopped() {
            let left = Double(end - builder.work) / Double(mostWork)
            refill(ruin())
            builder.count(1)
            let share = Self.looseness * left * left * generator.unit()
            let slack = Int64(share * abs(Double(current.cost)))
            if builder.draft.isFeasible, builder.draft.cost <= current.cost + slack {
                current = (builder.draft.cost, builder.draft.options)
                keepIfBetter()
            } else {
                builder.draft.restore(current.options)
            }
        }
    }

    private var mostWork: Int {
        min(Self.workPerOption * max(100, builder.draft.optionCount), Self.mostWorkInAll)
    }

    /// Makes the draft feasible; where repair gets stuck, some programs are taken out and it tries
    /// again.
    private func makeFeasible(_ relaxed: [Double]?, _ end: Int) -> Bool {
        let all = Array(builder.draft.options.indices)
        for attempt in 0..<Self.attempts where builder.work < end && !isStopped() {
            for forced in formulation.forced {
                for program in builder.chains.needed[forced] where builder.draft.options[program] == nil {
                    builder.insert(program, anyGain: true)
                }
            }
            if attempt == 0, let relaxed { insertLeanings(relaxed) }
            let tastes = all.map { _ in attempt == 0 ? 1 : generator.unit() }
            if builder.repair(tastes: tastes) {
                builder.fill(all) { tastes[$0] }
                if builder.draft.isFeasible { return true }
            }
            builder.count(1)
            _ = ruin()
        }
        return false
    }

    /// Inserts what the relaxation chooses, the larger shares first, each with all that it requires and
    /// as near as possible to where the relaxation has it.
    private func insertLeanings(_ relaxed: [Double]) {
        let leanings = builder.draft.options.indices.map { formulation.leaning(of: $0, in: relaxed) }
        let order = leanings.indices.filter { leanings[$0] != nil }
            .sorted { (leanings[$1]?.share ?? 0, $0) < (leanings[$0]?.share ?? 0, $1) }
        for program in order {
            let missing = builder.chains.needed[program].filter { builder.draft.options[$0] == nil }
            let isInserted = missing.allSatisfy { builder.insert($0, near: leanings[$0]?.choice) }
            if !isInserted { for member in missing { builder.draft.set(member, to: nil) } }
        }
    }

    private func keepIfBetter() {
        guard builder.draft.cost < best?.cost ?? .max else { return }
        best = (builder.draft.cost, builder.draft.options)
    }

    /// Takes some programs out: drawn by chance, or those that start at about the same time as one.
    private func ruin() -> [Int] {
        var chosen = builder.draft.options.indices.filter { builder.draft.options[$0] != nil }
        guard !chosen.isEmpty else { return [] }
        let count = 1 + generator.below(min(Self.mostRemoved, max(1, chosen.count / 3)))
        if generator.next() % 2 == 0 {
            let around = period(chosen[generator.below(chosen.count)])
            let distances = chosen.map { abs(period($0) - around) * 4 + generator.below(8) }
            chosen = chosen.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { chosen[$0] }
        } else {
            for index in 0..<min(count, chosen.count) {
                chosen.swapAt(index, index + generator.below(chosen.count - index))
            }
        }
        var removed: [Int] = []
        for program in chosen.prefix(count) { builder.remove(program, into: &removed) }
        return removed
    }

    private func period(_ program: Int) -> Int {
        builder.draft.options[program].map { builder.draft.period(of: $0) } ?? 0
    }

    /// Puts programs back, or others in their place, in an order of one kind or another, and moves some of
    /// the chosen ones.
    private func refill(_ removed: [Int]) {
        let all = builder.draft.options.indices
        var candidates = removed
        for _ in 0..<min(Self.newcomers, all.count) {
            let program = generator.below(all.count)
            if builder.draft.options[program] == nil { candidates.append(program) }
        }
        let tastes = candidates.map { ($0, 0.3 + 1.4 * generator.unit()) }
        let byProgram = Dictionary(tastes, uniquingKeysWith: { first, _ in first })
        let order = DraftBuilder.Order.allCases[generator.below(DraftBuilder.Order.allCases.count)]
        builder.fill(byProgram.keys.sorted(), by: order) { byProgram[$0] ?? 1 }
        for _ in 0..<min(Self.moved, all.count) {
            let program = generator.below(all.count)
            if builder.draft.options[program] != nil { _ = builder.improve(program) }
        }
        if builder.draft.penalty > 0 { _ = builder.repair(tastes: Array(repeating: 1, count: all.count)) }
    }
}
