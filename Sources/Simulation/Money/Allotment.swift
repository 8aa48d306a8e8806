import Portfolio

/// Who pays in one year of a trial (model.md §12): the sets in their order, each first from the funds
/// that pay it in the plan, then greedily; where a set stays short earlier sets are moved.
struct Allotment {
    private let sets: FundSets
    /// What is left, by fund.
    private(set) var left: [Rupiah]
    /// Paid beyond what the funds hold, by fund.
    private(set) var overrun: [Rupiah]
    /// Paid by slot of each set.
    private var paid: [[Rupiah]]

    /// Allots one year's needs.
    ///
    /// - Parameters:
    ///   - needs: Rupiah by set.
    ///   - holdings: What the funds hold, by fund.
    init(sets: FundSets, year: Int, needs: [Rupiah], holdings: [Rupiah]) {
        self.sets = sets
        left = holdings
        overrun = Array(repeating: 0, count: holdings.count)
        paid = sets.sets.map { Array(repeating: 0, count: $0.count) }
        for set in sets.order where needs[set] > 0 {
            var open = needs[set]
            for slot in sets.sets[set].indices {
                pay(set, slot, min(open, sets.planned[set * sets.years + year][slot]), &open)
            }
            for slot in sets.sets[set].indices { pay(set, slot, open, &open) }
            while open > 0, let moved = augment(set, upTo: open) { open -= moved }
            if open > 0 { overrun[sets.overrunFund[set * sets.years + year]] += open }
        }
    }

    private mutating func pay(_ set: Int, _ slot: Int, _ wanted: Rupiah, _ open: inout Rupiah) {
        let fund = sets.sets[set][slot]
        let amount = min(wanted, left[fund])
        paid[set][slot] += amount
        left[fund] -= amount
        open -= amount
    }

    /// Moves money along the shortest chain of sets to a fund that has some left; nil without one.
    private mutating func augment(_ start: Int, upTo most: Rupiah) -> Rupiah? {
        var cameFrom: [Int: (set: Int, slot: Int)] = [:]
        var (queue, reached) = ([start], Set([start]))
        while !queue.isEmpty {
            let set = queue.removeFirst()
            for (slot, fund) in sets.sets[set].enumerated() where cameFrom[fund] == nil {
                cameFrom[fund] = (set, slot)
                if left[fund] > 0 { return move(from: start, to: fund, along: cameFrom, upTo: most) }
                for other in sets.sets.indices where !reached.contains(other) {
                    guard let slot = sets.sets[other].firstIndex(of: fund), paid[other][slot] > 0 else {
                        continue
                    }
                    reached.insert(other)
                    giver[other] = fund
                    queue.append(other)
                }
            }
        }
        return nil
    }

    /// The fund over which a set was reached in the search of a chain.
    private var giver: [Int: Int] = [:]

    private mutating func move(
        from start: Int, to fund: Int, along cameFrom: [Int: (set: Int, slot: Int)], upTo most: Rupiah
    ) -> Rupiah? {
        var (steps, target) = ([(set: Int, slot: Int, given: Int?)](), fund)
        var amount = min(most, left[fund])
        while let step = cameFrom[target] {
            guard step.set != start, let given = giver[step.set],
                let slot = sets.sets[step.set].firstIndex(of: given)
            else {
                steps.append((step.set, step.slot, nil))
                break
            }
            amount = min(amount, paid[step.set][slot])
            steps.append((step.set, step.slot, slot))
            target = given
        }
        for step in steps {
            paid[step.set][step.slot] += amount
            if let given = step.given { paid[step.set][given] -= amount }
        }
        left[fund] -= amount
        return amount
    }
}
