/// A straight scale from values to places.
struct Scale {
    let domain: ClosedRange<Double>
    let range: (Double, Double)

    /// Makes a scale; an empty domain is widened so that its one value lies in the middle.
    init(_ low: Double, _ high: Double, to range: (Double, Double)) {
        domain = low < high ? low...high : (low - 0.5)...(low + 0.5)
        self.range = range
    }

    func callAsFunction(_ value: Double) -> Double {
        let part = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return range.0 + part * (range.1 - range.0)
    }

    /// Round values at a distance of 1, 2 or 5 times a power of ten, at most `count` of them.
    func ticks(atMost count: Int) -> [Double] {
        let span = domain.upperBound - domain.lowerBound
        var step = 1e-9
        search: while true {
            for factor in [1.0, 2, 5] where span / (step * factor) <= Double(count - 1) {
                step *= factor
                break search
            }
            step *= 10
        }
        var tick = (domain.lowerBound / step).rounded(.up) * step
        var ticks: [Double] = []
        while tick <= domain.upperBound + step * 1e-9 {
            ticks.append(tick)
            tick += step
        }
        return ticks
    }
}
