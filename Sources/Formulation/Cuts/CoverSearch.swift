/// Finds the cover of a knapsack that a relaxation breaks most.
///
/// Each program may enter with any of its weights a as threshold, at the price 1 − Σ_{w ≥ a} x. The
/// thresholds are to exceed the capacity at a price below 1: a knapsack with multiple choice, solved by
/// dynamic programming over weights rounded down.
struct CoverSearch {
    let knapsack: Knapsack
    /// x of every candidate and start.
    let shares: [[Double]]

    /// Steps into which the capacity is divided.
    private static let steps = 240

    /// A program with its thresholds.
    private struct Entrant {
        let item: Int
        let options: [Option]
    }

    /// A threshold that a program may enter with.
    private struct Option {
        let weight: Int64
        let price: Double
    }

    /// The thresholds of the cheapest cover found, by item; nil where none costs less than 1.
    func cover() -> [Int: Int64]? {
        let entrants = knapsack.items.indices.compactMap { item in
            options(of: knapsack.items[item]).map { Entrant(item: item, options: $0) }
        }
        let heaviest = entrants.reduce(Int64(0)) { $0 + ($1.options.last?.weight ?? 0) }
        guard heaviest > knapsack.capacity, leastPrice(of: entrants) < 1, let cover = cheapest(entrants)
        else { return nil }
        return minimal(cover)
    }

    /// Thresholds that are worth a try, the cheapest first; nil where the program takes no part.
    private func options(of item: Knapsack.Item) -> [Option]? {
        var options: [Option] = []
        var reached = 0.0
        for level in item.levels {
            let here = share(of: item, at: level)
            guard here > 1e-6 else { continue }
            reached += here
            options.append(Option(weight: level, price: max(0, 1 - reached)))
        }
        return options.isEmpty ? nil : options.reversed()
    }

    private func share(of item: Knapsack.Item, at level: Int64) -> Double {
        var sum = 0.0
        for weights in item.candidates {
            for (start, amount) in weights.amounts.enumerated() where amount == level {
                sum += shares[weights.candidate][start]
            }
        }
        return sum
    }

    /// What a cover costs at least: the capacity paid at the lowest prices per unit, each program up to its
    /// heaviest threshold.
    private func leastPrice(of entrants: [Entrant]) -> Double {
        let offers = entrants.map { entrant in
            let rate = entrant.options.reduce(Double.infinity) { min($0, $1.price / Double($1.weight)) }
            return (rate: rate, weight: Double(entrant.options.last?.weight ?? 0))
        }
        var (left, price) = (Double(knapsack.capacity), 0.0)
        for offer in offers.sorted(by: { $0.rate < $1.rate }) where left > 0 {
            price += offer.rate * min(left, offer.weight)
            left -= offer.weight
        }
        return price
    }

    private func cheapest(_ entrants: [Entrant]) -> [Int: Option]? {
        var price = [Double](repeating: .infinity, count: Self.steps + 1)
        price[0] = 0
        let moves = entrants.map { enter($0, &price) }
        guard price[Self.steps] < 1 else { return nil }
        var cover: [Int: Option] = [:]
        var step = Self.steps
        for (entrant, moves) in zip(entrants, moves).reversed() {
            guard let move = moves[step] else { continue }
            cover[entrant.item] = entrant.options[move.option]
            step = move.from
        }
        return cover
    }

    /// How a program brought the sum of thresholds to a step: with which option, and from where.
    private struct Move {
        let option: Int
        let from: Int
    }

    private func enter(_ entrant: Entrant, _ price: inout [Double]) -> [Move?] {
        var next = price
        var moves = [Move?](repeating: nil, count: price.count)
        for (index, option) in entrant.options.enumerated() where option.price < 1 {
            let step = scaled(option.weight)
            for from in price.indices where step > 0 && price[from] + option.price < 1 {
                let to = min(Self.steps, from + step)
                guard price[from] + option.price < next[to] else { continue }
                next[to] = price[from] + option.price
                moves[to] = Move(option: index, from: from)
            }
        }
        price = next
        return moves
    }

    private func scaled(_ weight: Int64) -> Int {
        let share = Double(weight) / (Double(knapsack.capacity) + 1)
        return Int((min(1, share) * Double(Self.steps)).rounded(.down))
    }

    /// The cover without what it can spare, the dearest first; nil where rounding hid that it is none.
    private func minimal(_ cover: [Int: Option]) -> [Int: Int64]? {
        var left = cover
        var sum = cover.values.reduce(Int64(0)) { $0 + $1.weight }
        guard sum > knapsack.capacity else { return nil }
        let order = cover.sorted {
            ($1.value.price, $0.value.weight, $0.key) < ($0.value.price, $1.value.weight, $1.key)
        }
        for (item, option) in order where sum - option.weight > knapsack.capacity {
            left[item] = nil
            sum -= option.weight
        }
        return left.mapValues(\.weight)
    }
}
