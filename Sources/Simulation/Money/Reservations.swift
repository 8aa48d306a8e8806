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
        for index in 0..<needs.count where needs[index].amount > limits[needs[index].set] { return false }
        let deadEnds = flow.deadEnds
        var (short, done) = (Rupiah(0), 0)
        while short == 0, done < needs.count {
            short = flow.pay(needs[done].amount, for: needs[done].set, in: 0)
            done += 1
        }
        if short > 0, done == 1 { limits[needs[0].set] = needs[0].amount - short }
        for index in 0..<done {
            let unpaid = index == done - 1 ? short : 0
            flow.giveBack(needs[index].amount - unpaid, for: needs[index].set, in: 0)
        }
        flow.deadEnds = deadEnds
        return short == 0
    }

    /// Whether what is left pays for at most two sets with nothing moved (Hall's condition).
    private func isPlenty(for needs: Needs) -> Bool {
        guard needs.count > 0 else { return true }
        guard needs.count <= 2, flow.left(for: needs[0].set, in: 0) >= needs[0].amount else { return false }
        return needs.count == 1
            || flow.left(for: needs[1].set, in: 0) >= needs[1].amount
                && flow.left(for: needs[0].set, or: needs[1].set) >= needs.total
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

/// Rupiah for an eligible set.
struct SetAmount: BitwiseCopyable {
    let set: Int
    var amount: Rupiah
}

/// Needs by set, each set at most once, in memory that is used again.
struct Needs {
    private let memory: Table<SetAmount>
    private let sums: Table<Sums>

    private struct Sums: BitwiseCopyable {
        var count = 0
        var total: Rupiah = 0
    }

    /// Makes room for the sets of a rollout.
    init(sets: Int) {
        memory = Table(repeating: SetAmount(set: 0, amount: 0), count: sets)
        sums = Table(repeating: Sums(), count: 1)
    }

    /// Sets that need something.
    var count: Int { sums.base.pointee.count }
    /// All of it, rupiah.
    var total: Rupiah { sums.base.pointee.total }

    subscript(index: Int) -> SetAmount { memory[index] }

    /// Needs nothing.
    func clear() { sums.base.pointee = Sums() }

    /// Needs so much more for a set; nothing where the amount is not positive.
    func add(_ amount: Rupiah, for set: Int) {
        guard amount > 0 else { return }
        let count = count
        sums.base.pointee.total &+= amount
        for index in 0..<count where memory[index].set == set {
            memory.base[index].amount &+= amount
            return
        }
        memory[count] = SetAmount(set: set, amount: amount)
        sums.base.pointee.count = count &+ 1
    }

    /// Needs what others need besides.
    func add(_ others: Needs) {
        for index in 0..<others.count { add(others[index].amount, for: others[index].set) }
    }
}
