import Portfolio

/// What is reserved of one year's money, and what can still be: the flow of §5 for one year, in which
/// all that is reserved is kept whole but not necessarily by the same funds.
final class Reservations: Sendable {
    private let flow: FundFlow
    /// More than this cannot be reserved for a set any more, as far as a question has shown.
    private let limits: Table<Rupiah>

    /// Makes room for the sets of a rollout.
    init(sets: FundSets) {
        flow = FundFlow(sets: sets, capacity: 1)
        limits = Table(repeating: .max, count: sets.sets.count)
    }

    /// Begins a year with what the funds hold, by fund.
    func begin(holdings: Table<Rupiah>) {
        flow.begin()
        limits.fill(.max)
        for fund in holdings.indices { flow.left[fund] = holdings[fund] }
    }

    /// Whether needs by set can be reserved together.
    func covers(_ needs: Needs) -> Bool {
        if isPlenty(for: needs) { return true }
        for index in 0..<needs.count where needs.amounts[index] > limits[needs.sets[index]] { return false }
        let deadEnds = flow.deadEnds
        var (short, done, covered) = (Rupiah(0), 0, Rupiah(0))
        while short == 0, done < needs.count {
            short = flow.pay(needs.amounts[done], for: needs.sets[done], in: 0)
            covered &+= needs.amounts[done] - short
            done += 1
        }
        // Of a set that had all the money to itself.
        if short > 0, covered == needs.amounts[done - 1] - short { limits[needs.sets[done - 1]] = covered }
        for index in 0..<done {
            let unpaid = index == done - 1 ? short : 0
            flow.giveBack(needs.amounts[index] - unpaid, for: needs.sets[index], in: 0)
        }
        flow.deadEnds = deadEnds
        return short == 0
    }

    /// Whether what is left pays for at most two sets with nothing moved (Hall's condition).
    private func isPlenty(for needs: Needs) -> Bool {
        guard needs.count > 0 else { return true }
        let left = flow.left(for: needs.sets[0], in: 0)
        guard needs.count <= 2, left >= needs.amounts[0] else { return false }
        if needs.count == 1 { return true }
        let other = flow.left(for: needs.sets[1], in: 0)
        guard other >= needs.amounts[1] else { return false }
        return max(left, other) >= needs.total
            || flow.left(for: needs.sets[0], or: needs.sets[1]) >= needs.total
    }

    /// How much could be reserved for a set, up to an amount.
    func most(for set: Int, upTo amount: Rupiah) -> Rupiah {
        let deadEnds = flow.deadEnds
        let asked = min(amount, limits[set])
        let covered = asked - flow.pay(asked, for: set, in: 0)
        flow.giveBack(covered, for: set, in: 0)
        flow.deadEnds = deadEnds
        if covered < asked { limits[set] = covered }
        return covered
    }

    /// Reserves for a set as far as money goes.
    ///
    /// - Returns: What is not covered.
    @discardableResult
    func reserve(_ amount: Rupiah, for set: Int) -> Rupiah {
        let short = flow.pay(amount, for: set, in: 0)
        if short > 0 { limits[set] = 0 }
        return short
    }

    /// Gives back what was reserved for a set.
    func release(_ amount: Rupiah, for set: Int) {
        flow.giveBack(amount, for: set, in: 0)
        limits.fill(.max)
    }
}
