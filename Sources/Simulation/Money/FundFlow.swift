import Portfolio

/// Money of one year as a flow from funds to eligible sets that can be moved: a column of trials per
/// fund and per slot, [row · capacity + trial].
final class FundFlow: Sendable {
    /// What is left, by fund.
    let left: Table<Rupiah>
    let sets: FundSets
    /// Trials that fit.
    let capacity: Int
    let paid: Table<Rupiah>
    /// Funds, as bits, that may pay for the sets for which a fund has paid, by fund; it may have all been given
    /// back since.
    let ways: Table<UInt64>
    /// Funds, as bits, from which no chain of sets leads to money.
    let tight: Table<UInt64>
    let search: Search

    /// Where the search of a chain has been.
    struct Search: Sendable {
        /// By fund the set and slot that led to it; −1 where none has.
        let set, slot: Table<Int>
        /// By set the fund that led to it; −1 where none has.
        let giver: Table<Int>
        let queue: Table<Int>

        init(_ sets: FundSets) {
            set = Table(repeating: -1, count: sets.funds)
            slot = Table(repeating: -1, count: sets.funds)
            giver = Table(repeating: -1, count: sets.sets.count)
            queue = Table(repeating: 0, count: sets.sets.count)
        }
    }

    /// Makes room for so many trials at once.
    init(sets: FundSets, capacity: Int) {
        self.sets = sets
        self.capacity = capacity
        left = Table(repeating: 0, count: sets.funds * capacity)
        paid = Table(repeating: 0, count: sets.slots.count * capacity)
        ways = Table(repeating: 0, count: sets.funds * capacity)
        tight = Table(repeating: 0, count: capacity)
        search = Search(sets)
    }

    /// Begins another year, in which nothing has been paid.
    func begin() {
        paid.fill(0)
        ways.fill(0)
        tight.fill(0)
    }

    /// Pays in the first trials what is open for a set out of one of its funds, up to an amount.
    func pay(
        _ open: UnsafeMutablePointer<Rupiah>, for set: Int, from slot: Int, upTo most: Rupiah, _ trials: Int
    ) {
        let fund = sets.slots[slot] * capacity
        let (left, ways, paid) = (left.base + fund, ways.base + fund, paid.base + slot * capacity)
        let mask = sets.masks[set]
        for trial in 0..<trials {
            let wanted = open[trial] < most ? open[trial] : most
            let amount = wanted < left[trial] ? wanted : left[trial]
            paid[trial] &+= amount
            left[trial] &-= amount
            open[trial] &-= amount
            ways[trial] |= amount > 0 ? mask : 0
        }
    }

    /// Pays for a set in one trial: from its funds in their order, then by moving what is paid for other
    /// sets, so that the total is the largest possible.
    ///
    /// - Returns: What no fund can pay.
    @inline(__always)
    func pay(_ amount: Rupiah, for set: Int, in trial: Int) -> Rupiah {
        var open = amount
        for slot in sets.slots(of: set) {
            let fund = sets.slots[slot] &* capacity &+ trial
            let part = open < left[fund] ? open : left[fund]
            paid.base[slot &* capacity &+ trial] &+= part
            left.base[fund] &-= part
            ways.base[fund] |= part > 0 ? sets.masks[set] : 0
            open &-= part
            if open == 0 { return 0 }
        }
        return rearrange(for: set, in: trial, open: open)
    }

    /// Gives back what was paid for a set, from its last funds first: those that most sets may use.
    func giveBack(_ amount: Rupiah, for set: Int, in trial: Int) {
        guard amount > 0 else { return }
        var open = amount
        for slot in sets.slots(of: set).reversed() {
            let index = slot &* capacity &+ trial
            let part = open < paid[index] ? open : paid[index]
            paid.base[index] &-= part
            left.base[sets.slots[slot] &* capacity &+ trial] &+= part
            open &-= part
            if open == 0 { break }
        }
        tight[trial] = 0
    }

    /// What is known of dead ends in the first trial, as funds in bits.
    ///
    /// It may be put back once all that was paid since has been given back for the same sets: nothing of
    /// that went through a dead end, so the payments out of these funds are what they were.
    var deadEnds: UInt64 {
        get { tight[0] }
        set { tight[0] = newValue }
    }

    /// What a set's funds have left in one trial.
    @inline(__always)
    func left(for set: Int, in trial: Int) -> Rupiah {
        var sum: Rupiah = 0
        for slot in sets.slots(of: set) { sum &+= left[sets.slots[slot] &* capacity &+ trial] }
        return sum
    }

    /// What the funds of two sets together have left in the first trial.
    func left(for one: Int, or other: Int) -> Rupiah {
        var sum = left(for: one, in: 0)
        for slot in sets.slots(of: other) where self.slot(of: sets.slots[slot], in: one) == nil {
            sum &+= left[sets.slots[slot] &* capacity]
        }
        return sum
    }

    /// Where a fund lies among those of a set; nil where it may not pay it.
    func slot(of fund: Int, in set: Int) -> Int? {
        for slot in sets.slots(of: set) where sets.slots[slot] == fund { return slot }
        return nil
    }
}
