import Portfolio

/// Every different profile once, in one table.
struct Profiles {
    let table: Table<Double>
    private let places: [[Double]: Int]

    init(_ profiles: [[[Double]]]) {
        var (places, all) = ([[Double]: Int](), [Double]())
        for profile in profiles.joined() where places[profile] == nil {
            places[profile] = all.count
            all += profile
        }
        table = Table(all)
        self.places = places
    }

    func memory(of profile: [Double]) -> UnsafePointer<Double> {
        UnsafePointer(table.base + (places[profile] ?? 0))
    }
}

extension SpendProfile {
    /// w_0 … w_{d−1} (model.md §4).
    func weights(periods: Int) -> [Double] {
        (0..<periods).map { k in
            switch self {
            case .even: 1
            case .front: Double(periods - k)
            case .back: Double(k + 1)
            case .start: k == 0 ? 1 : 0
            case .finish: k == periods - 1 ? 1 : 0
            case .weights(let list): k < list.count ? Double(list[k]) : 0
            }
        }
    }
}
