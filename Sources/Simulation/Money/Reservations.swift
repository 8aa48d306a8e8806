import Portfolio

/// What is reserved of one year's money, and what can still be.
struct Reservations: Sendable {
    private let families: FundFamilies
    /// For each union: what its funds hold less what is reserved inside it.
    private var slack: [Rupiah]

    /// Begins a year with what the funds hold, by fund.
    init(families: FundFamilies, holdings: [Rupiah]) {
        self.families = families
        slack = []
        begin(holdings: holdings)
    }

    /// Begins another year.
    mutating func begin(holdings: [Rupiah]) {
        slack = families.unions.map { union in union.reduce(0) { $0 + holdings[$1] } }
    }

    /// Whether needs by set can be reserved together, all that is reserved kept whole.
    mutating func covers(_ needs: [SetAmount]) -> Bool {
        var isCovered = true
        for need in needs where need.amount > 0 { reserve(need.amount, for: need.set) }
        for need in needs where need.amount > 0 && isCovered {
            isCovered = families.above[need.set].allSatisfy { slack[$0] >= 0 }
        }
        for need in needs where need.amount > 0 { reserve(-need.amount, for: need.set) }
        return isCovered
    }

    /// The most that can be reserved for one set.
    func most(for set: Int) -> Rupiah {
        var most = Rupiah.max
        for union in families.above[set] { most = min(most, slack[union]) }
        return max(0, most)
    }

    /// Reserves for a set, or gives back where the amount is negative.
    mutating func reserve(_ amount: Rupiah, for set: Int) {
        for union in families.above[set] { slack[union] -= amount }
    }
}

/// Rupiah for an eligible set.
struct SetAmount: Sendable {
    let set: Int
    let amount: Rupiah
}
