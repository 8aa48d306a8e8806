import Portfolio

/// Which needs can be paid together, by Hall's condition: for every union U of eligible sets, what only
/// funds of U may pay is at most what they hold.
///
/// Philip Hall, On Representatives of Subsets, 1935; for flows David Gale, A theorem on flows in
/// networks, 1957.
struct FundFamilies: Sendable {
    /// Every union of eligible sets, as the funds in it.
    let unions: [[Int]]
    /// For each set the unions that hold all of it.
    let above: [[Int]]

    private static let limit = 65_536

    /// Forms the unions that matter.
    ///
    /// - Throws: ``SimulationError/entangledFunds`` beyond 65,536 unions.
    init(_ sets: FundSets) throws(SimulationError) {
        let masks = Set(sets.sets.map(FundMask.init))
        var (unions, fresh) = (masks, masks)
        while !fresh.isEmpty {
            var joined: Set<FundMask> = []
            for union in fresh {
                for mask in masks where union.meets(mask) { joined.insert(union.union(mask)) }
            }
            fresh = joined.subtracting(unions)
            unions.formUnion(fresh)
            guard unions.count <= Self.limit else { throw .entangledFunds }
        }
        let sorted = unions.sorted()
        self.unions = sorted.map(\.funds)
        above = sets.sets.map { set in
            sorted.indices.filter { sorted[$0].isSuperset(of: FundMask(set)) }
        }
    }
}

/// A set of funds, ordered by size and then by its funds.
private struct FundMask: Hashable, Comparable {
    let funds: [Int]

    init(_ funds: [Int]) { self.funds = funds.sorted() }

    func meets(_ other: Self) -> Bool { funds.contains(where: other.funds.contains) }

    func union(_ other: Self) -> Self { Self(Array(Set(funds).union(other.funds))) }

    func isSuperset(of other: Self) -> Bool { other.funds.allSatisfy(funds.contains) }

    static func < (left: Self, right: Self) -> Bool {
        left.funds.count != right.funds.count
            ? left.funds.count < right.funds.count : left.funds.lexicographicallyPrecedes(right.funds)
    }
}
