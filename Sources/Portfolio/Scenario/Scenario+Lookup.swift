extension Scenario {
    /// The program with an id, or nil.
    public func program(_ id: Program.ID) -> Program? { find(id, in: programs, by: \.id) }

    /// The fund with an id, or nil.
    public func fund(_ id: Fund.ID) -> Fund? { find(id, in: funds, by: \.id) }

    /// W_k: the dimension's share of all weights; 0 where every weight is 0.
    public func weight(of dimension: Dimension.ID) -> Double {
        let total = dimensions.reduce(0) { $0 + $1.weight }
        guard total > 0, let found = find(dimension, in: dimensions, by: \.id) else { return 0 }
        return found.weight / total
    }

    private func find<Entity, ID: Comparable>(
        _ id: ID, in sorted: [Entity], by key: (Entity) -> ID
    ) -> Entity? {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if key(sorted[middle]) < id { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && key(sorted[low]) == id ? sorted[low] : nil
    }
}
