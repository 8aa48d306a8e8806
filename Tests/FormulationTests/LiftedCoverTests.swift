import TestSupport
import Testing

@testable import Formulation

@Suite("A lifted cover")
struct LiftedCoverTests {
    /// A few programs, each with a few weights.
    private func knapsack(_ random: inout SplitMix64) -> Knapsack? {
        let items = 2 + Int(random.next() % 4)
        let weights = (0..<items).map { item in
            Knapsack.Weights(
                candidate: item, amounts: (0..<3).map { _ in Int64(random.next() % 12) })
        }
        return Knapsack(
            capacity: 4 + Int64(random.next() % 20), weights: weights, programs: Array(0..<items))
    }

    /// Every choice of at most one start per item: positions of starts, nil where it is left out.
    private func choices(_ items: Int) -> [[Int?]] {
        (0..<items).reduce([[]]) { choices, _ in
            choices.flatMap { choice in [nil, 0, 1, 2].map { choice + [$0] } }
        }
    }

    private func weight(_ choice: [Int?], in knapsack: Knapsack) -> Int64 {
        zip(choice, knapsack.items).reduce(0) { sum, entry in
            sum + (entry.0.map { entry.1.candidates[0].amounts[$0] } ?? 0)
        }
    }

    @Test(
        "holds for every choice that the knapsack allows, and not for its own programs",
        arguments: randomSeeds(400))
    func validity(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        guard let knapsack = knapsack(&random) else { return }
        let shares = (0..<6).map { _ in
            let parts = (0..<3).map { _ in random.unit() }
            let sum = parts.reduce(0.2, +)
            return parts.map { $0 / sum * 1.2 }
        }
        guard let found = CoverSearch(knapsack: knapsack, shares: shares).cover() else { return }
        #expect(found.values.reduce(0, +) > knapsack.capacity)
        let cover = LiftedCover(found, above: knapsack.capacity)
        #expect(cover.thresholds.values.reduce(0, +) > knapsack.capacity)
        for choice in choices(knapsack.items.count) where weight(choice, in: knapsack) <= knapsack.capacity {
            let sum = choice.enumerated().reduce(0) { sum, entry in
                guard let start = entry.element else { return sum }
                let amount = knapsack.items[entry.offset].candidates[0].amounts[start]
                return sum + cover.coefficient(of: amount, item: entry.offset)
            }
            #expect(sum <= cover.bound, "seed \(seed): \(choice)")
        }
    }

    @Test("lowers its largest thresholds to one level")
    func level() {
        let cover = LiftedCover([0: 9, 1: 5, 2: 3], above: 10)
        #expect(cover.thresholds == [0: 4, 1: 4, 2: 3])
        #expect(cover.bound == 2)
        #expect([2, 3, 4, 8, 11].map { cover.coefficient(of: $0, item: 2) } == [0, 1, 1, 2, 3])
    }
}
