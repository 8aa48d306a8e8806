/// What earlier neighbourhoods taught: how large they may be, and which kinds help.
struct Adaption: Sendable {
    private var sizes: [Int]
    private var merits = [Double](repeating: 1, count: NeighbourhoodKind.allCases.count)
    private let programs: Int
    /// Whether what is near by was last searched to its end, so that there is more of it to look at.
    private var reachesFurther = false

    init(programs: Int) {
        self.programs = programs
        sizes = Array(repeating: 20, count: NeighbourhoodKind.allCases.count)
        sizes[NeighbourhoodKind.nearby.rawValue] = 0
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
        let all = NeighbourhoodKind.allCases.filter { $0 != .nearby || reachesFurther }
        var left = generator.unit() * all.reduce(0) { $0 + merits[$1.rawValue] }
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
        if kind == .nearby { reachesFurther = isComplete }
        merits[kind.rawValue] = 0.8 * merits[kind.rawValue] + (isBetter ? 1 : 0.1)
    }
}
