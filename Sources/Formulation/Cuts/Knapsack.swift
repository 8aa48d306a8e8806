/// What several programs take together of something scarce: Σ weight(start)·x[start] ≤ capacity, in
/// whole units, each program with one start at most.
struct Knapsack: Sendable {
    /// What there is.
    let capacity: Int64
    /// The programs that may take of it.
    let items: [Item]

    /// One program.
    struct Item: Sendable {
        /// Position in the scenario.
        let program: Int
        /// Its candidates that may take something.
        let candidates: [Weights]
        /// The different weights above 0, the largest first.
        let levels: [Int64]

        init(program: Int, candidates: [Weights]) {
            self.program = program
            self.candidates = candidates
            levels = Set(candidates.joined().filter { $0 > 0 }).sorted(by: >)
        }
    }

    /// What each start of one candidate takes.
    struct Weights: Sendable, Sequence {
        /// Position of the candidate in the formulation.
        let candidate: Int
        /// Per start, in order.
        let amounts: [Int64]

        func makeIterator() -> IndexingIterator<[Int64]> { amounts.makeIterator() }
    }

    /// Makes a knapsack of the weights of candidates; nil where nothing can exceed the capacity.
    init?(capacity: Int64, weights: [Weights], programs: [Int]) {
        var ofProgram: [Int: [Weights]] = [:]
        for entry in weights where entry.contains(where: { $0 > 0 }) {
            ofProgram[programs[entry.candidate], default: []].append(entry)
        }
        items = ofProgram.keys.sorted().map { Item(program: $0, candidates: ofProgram[$0] ?? []) }
        self.capacity = capacity
        guard items.reduce(0, { $0 + ($1.levels.first ?? 0) }) > capacity else { return nil }
    }
}
