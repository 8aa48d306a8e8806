/// A function of a normal score, linear between equidistant nodes; beyond the ends the ends' values.
struct ScoreTable: Sendable {
    private let range: Double
    private let scale: Double
    private let nodes: [Double]

    /// Tables a function on [−range, range].
    init(range: Double, cells: Int, _ function: (Double) -> Double) {
        self.range = range
        scale = Double(cells) / (2 * range)
        nodes = (0...(cells + 1)).map { function(min(range, Double($0) * 2 * range / Double(cells) - range)) }
    }

    /// The smallest and largest value.
    var ends: ClosedRange<Double> { nodes[0]...nodes[nodes.count - 1] }

    /// The function of a score.
    func value(_ z: Double) -> Double {
        let (index, rest) = cell(of: z)
        return nodes[index] + rest * (nodes[index + 1] - nodes[index])
    }

    /// The function of a column of scores, in place.
    func replace(_ column: UnsafeMutableBufferPointer<Double>) {
        nodes.withUnsafeBufferPointer { nodes in
            Strip.each(of: column.count) { first, count, places in
                for place in 0..<count {
                    (places[place], column[first &+ place]) = cell(of: column[first &+ place])
                }
                for place in 0..<count {
                    let (index, cell) = (first &+ place, places[place])
                    column[index] = nodes[cell] + column[index] * (nodes[cell &+ 1] - nodes[cell])
                }
            }
        }
    }

    @inline(__always)
    private func cell(of z: Double) -> (index: Int, rest: Double) {
        let clamped = z < -range ? -range : z > range ? range : z
        return WholeNumber.cell(of: (clamped + range) * scale)
    }
}
