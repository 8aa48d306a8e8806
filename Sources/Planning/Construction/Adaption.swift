/// What earlier neighbourhoods taught: how large they may be, and which kinds help.
struct Adaption: Sendable {
    private var sizes: [Int]
    private var merits = [Double](repeating: 1, count: NeighbourhoodKind.allCases.count)
    private let programs: Int
    /// The kinds near by that were last searched to their end, so that there is more of them to look at.
    private var complete: Set<NeighbourhoodKind> = []

    init(programs: Int) {
        self.programs = programs
        sizes = Array(repeating: 20, count: NeighbourhoodKind.allCases.count)
        for kind in NeighbourhoodKind.allCases {
            if let widths = kind.widths { sizes[kind.rawValue] = widths.first }
        }
    }

    /// How large neighbourhoods of some kinds are: free programs, or by how many periods what is near by moves,
    /// which is more for each that comes again.
    func sizes(of kinds: [NeighbourhoodKind]) -> [Int] {
        kinds.indices.map { index in
            let kind = kinds[index]
            return sizes[kind.rawValue] + (kind.widths?.step ?? 0) * kinds[..<index].count { $0 == kind }
        }
    }

    /// Kinds by merit and chance.
    func kinds(count: Int, _ generator: inout SplitMix64) -> [NeighbourhoodKind] {
        (0..<count).map { _ in kind(&generator) }
    }

    private func kind(_ generator: inout SplitMix64) -> NeighbourhoodKind {
        let all = NeighbourhoodKind.allCases.filter { $0.widths == nil || complete.contains($0) }
        var left = generator.unit() * all.reduce(0) { $0 + merits[$1.rawValue] }
        return all.first { kind in
            left -= merits[kind.rawValue]
            return left < 0
        } ?? .random
    }

    /// Learns from an answer: what was easy may be larger, what was hard is to be smaller.
    mutating func learn(_ kind: NeighbourhoodKind, isComplete: Bool, isBetter: Bool) {
        let size = sizes[kind.rawValue]
        if let least = kind.widths?.least {
            sizes[kind.rawValue] = isComplete ? size + 1 : isBetter ? size : max(least, size - 1)
            if isComplete { complete.insert(kind) } else { complete.remove(kind) }
        } else {
            sizes[kind.rawValue] = isComplete ? min(programs, size + 4) : max(8, size * 4 / 5)
        }
        merits[kind.rawValue] = 0.8 * merits[kind.rawValue] + (isBetter ? 1 : 0.1)
    }
}
