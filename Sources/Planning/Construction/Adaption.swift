/// What earlier neighbourhoods taught: how large they may be, and which kinds help.
struct Adaption: Sendable {
    private var sizes: [Int]
    private var merits = [Double](repeating: 1, count: NeighbourhoodKind.allCases.count)
    private let programs: Int

    init(programs: Int) {
        self.programs = programs
        sizes = Array(repeating: 20, count: NeighbourhoodKind.allCases.count)
        sizes[NeighbourhoodKind.nearby.rawValue] = 0
        sizes[NeighbourhoodKind.disputed.rawValue] = programs
    }

    /// How large neighbourhoods of some kinds are: free programs, or how far near by reaches, which is one
    /// further for each that comes again.
    func sizes(of kinds: [NeighbourhoodKind]) -> [Int] {
        kinds.indices.map { index in
            let earlier = kinds[index] == .nearby ? kinds[..<index].count { $0 == .nearby } : 0
            return sizes[kinds[index].rawValue] + earlier
        }
    }

    /// Kinds by merit and chance.
    func kinds(count: Int, _ generator: inout SplitMix64) -> [NeighbourhoodKind] {
        (0..<count).map { _ in kind(&generator) }
    }

    private func kind(_ generator: inout SplitMix64) -> NeighbourhoodKind {
        let all = NeighbourhoodKind.allCases
        var left = generator.unit() * merits.reduce(0, +)
        return all.first { kind in
            left -= merits[kind.rawValue]
            return left < 0
        } ?? .random
    }

    /// Learns from an answer: what was easy may be larger, what was hard is to be smaller.
    mutating func learn(_ kind: NeighbourhoodKind, isComplete: Bool, isBetter: Bool) {
        let size = sizes[kind.rawValue]
        sizes[kind.rawValue] =
            if kind == .nearby {
                isComplete ? size + 1 : isBetter ? size : max(0, size - 1)
            } else {
                isComplete ? min(programs, size + 4) : max(8, size * 4 / 5)
            }
        merits[kind.rawValue] = 0.8 * merits[kind.rawValue] + (isBetter ? 1 : 0.1)
    }
}
