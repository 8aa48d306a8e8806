import Portfolio

/// Payments that are moved along chains of sets, so that a set whose funds have nothing left is paid.
extension FundFlow {
    /// Moves earlier payments while that brings money for a set whose funds have nothing left.
    ///
    /// - Returns: What stays open.
    func rearrange(for set: Int, in trial: Int, open: Rupiah) -> Rupiah {
        var open = open
        while open > 0, leadsToMoney(set, trial) {
            let moved = augment(set, trial, upTo: open)
            if moved == 0 { break }
            open -= moved
        }
        return open
    }

    /// Whether a chain may exist: a closure over the funds as bits.
    ///
    /// Funds found to be a dead end stay one until something is given back, because later payments out of
    /// them stay within them.
    private func leadsToMoney(_ set: Int, _ trial: Int) -> Bool {
        let mask = sets.masks[set]
        if mask == 0 { return true }
        if mask & ~tight[trial] == 0 { return false }
        let closed = tight[trial]
        var (reach, fresh) = (mask | closed, mask & ~closed)
        while fresh != 0 {
            let fund = fresh.trailingZeroBitCount
            fresh &= fresh &- 1
            if left[fund * capacity + trial] > 0 { return true }
            let more = ways[fund * capacity + trial] & ~reach
            reach |= more
            fresh |= more
        }
        tight[trial] = reach
        return false
    }

    /// Moves money along the shortest chain of sets to a fund that has some left; 0 without one.
    private func augment(_ start: Int, _ trial: Int, upTo most: Rupiah) -> Rupiah {
        search.set.fill(-1)
        search.giver.fill(-1)
        search.queue[0] = start
        var (next, end) = (0, 1)
        while next < end {
            let set = search.queue[next]
            next += 1
            for slot in sets.slots(of: set) where search.set[sets.slots[slot]] < 0 {
                let fund = sets.slots[slot]
                (search.set[fund], search.slot[fund]) = (set, slot)
                if left[fund * capacity + trial] > 0 { return move(from: start, to: fund, trial, upTo: most) }
                for use in sets.uses(of: fund) {
                    let (other, slot) = (sets.uses[use].set, sets.uses[use].slot)
                    guard paid[slot * capacity + trial] > 0, other != start, search.giver[other] < 0 else {
                        continue
                    }
                    search.giver[other] = fund
                    search.queue[end] = other
                    end += 1
                }
            }
        }
        return 0
    }

    private func move(from start: Int, to fund: Int, _ trial: Int, upTo most: Rupiah) -> Rupiah {
        var amount = min(most, left[fund * capacity + trial])
        follow(from: start, to: fund) { _, _, given in
            if let given { amount = min(amount, paid[given * capacity + trial]) }
        }
        follow(from: start, to: fund) { set, slot, given in
            paid.base[slot * capacity + trial] += amount
            ways.base[sets.slots[slot] * capacity + trial] |= sets.masks[set]
            if let given { paid.base[given * capacity + trial] -= amount }
        }
        left.base[fund * capacity + trial] -= amount
        return amount
    }

    /// Goes back along the chain that was found: at each set the slot that pays more and the one that
    /// pays less.
    private func follow(from start: Int, to fund: Int, _ step: (Int, Int, Int?) -> Void) {
        var fund = fund
        while true {
            let (set, slot) = (search.set[fund], search.slot[fund])
            guard set != start, let given = self.slot(of: search.giver[set], in: set) else {
                return step(set, slot, nil)
            }
            step(set, slot, given)
            fund = search.giver[set]
        }
    }
}
