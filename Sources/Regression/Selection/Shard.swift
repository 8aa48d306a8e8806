/// One of several runs that share the scenarios: `2/5` is the second of five.
public struct Shard: Hashable, Sendable {
    /// Which, from 1.
    public let number: Int
    /// Of how many.
    public let count: Int

    /// Reads `i/n` with 1 ≤ i ≤ n.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1],
            number >= 1, number <= count
        else { return nil }
        self.number = number
        self.count = count
    }

    /// Its part of a sorted list: every n-th element, so that the parts together are the list.
    public func part<Element>(of list: [Element]) -> [Element] {
        list.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
    }
}
