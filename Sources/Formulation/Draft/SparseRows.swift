/// Whole amounts per target for many options, in one flat array.
struct SparseRows: Sendable {
    /// An amount that an option adds to a target.
    struct Entry: Sendable {
        let target: Int
        let amount: Int64
    }

    private(set) var begins: ContiguousArray<Int> = [0]
    private(set) var entries: ContiguousArray<Entry> = []

    /// Adds the next option; zeros are dropped.
    mutating func append(_ amounts: [Int: Int64]) {
        for (target, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount != 0 {
            entries.append(Entry(target: target, amount: amount))
        }
        begins.append(entries.count)
    }

    /// The entries of an option.
    subscript(option: Int) -> Range<Int> { begins[option]..<begins[option + 1] }
}
