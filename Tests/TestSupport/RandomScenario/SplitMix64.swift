/// Vigna's SplitMix64: a small generator whose numbers never change with a library's version.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts a stream.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of a range.
    public mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// A number in [0, 1).
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True in so many of a hundred cases.
    public mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// One entry of a list that is not empty.
    public mutating func pick<Entry>(_ list: [Entry]) -> Entry { list[int(0...list.count - 1)] }

    /// The list in another order.
    public mutating func shuffled<Entry>(_ list: [Entry]) -> [Entry] {
        var result = list
        for last in result.indices.reversed() where last > 0 { result.swapAt(last, int(0...last)) }
        return result
    }

    /// Some entries of a list, in its order: so many that the range allows and the list has.
    public mutating func some<Entry>(_ count: ClosedRange<Int>, of list: [Entry]) -> [Entry] {
        let positions = shuffled(Array(list.indices)).prefix(min(int(count), list.count))
        return positions.sorted().map { list[$0] }
    }
}
