#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The standard normal law, exactly for the reference and by table for drawing.
public enum NormalScore {
    /// Φ(z).
    public static func cdf(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

    /// Φ⁻¹(p): a rational starting value on the smaller tail and three steps of Halley's method.
    public static func quantile(_ p: Double) -> Double {
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        let tail = min(p, 1 - p)
        let z = -lowerTail(tail)
        return p < 0.5 ? -z : z
    }

    /// Φ⁻¹ of a probability of at most ½, refined.
    private static func lowerTail(_ p: Double) -> Double {
        var z = p < 0.02425 ? outer(p) : inner(p - 0.5)
        for _ in 0..<3 {
            let error = (cdf(z) - p) * (2 * Double.pi).squareRoot() * exp(z * z / 2)
            z -= error / (1 + z * error / 2)
        }
        return z
    }

    /// Acklam's rational starting values (relative error 1.15·10⁻⁹).
    private static func inner(_ q: Double) -> Double {
        let r = q * q
        let top = polynomial(
            r,
            [
                -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690,
                -30.66479806614716, 2.506628277459239,
            ])
        let bottom = polynomial(
            r,
            [
                -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
                -13.28068155288572, 1,
            ])
        return q * top / bottom
    }

    private static func outer(_ p: Double) -> Double {
        let q = (-2 * log(p)).squareRoot()
        let top = polynomial(
            q,
            [
                -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
                4.374664141464968, 2.938163982698783,
            ])
        let bottom = polynomial(
            q, [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1])
        return top / bottom
    }

    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        coefficients.reduce(0) { $0 * x + $1 }
    }

    /// The score of 32 random bits, by table: |error| ≤ 2·10⁻⁶.
    public static func score(bits: UInt32) -> Double { scores.value(bits) }

    /// The scores of a column of bits.
    public static func fill(
        _ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>
    ) {
        withTable { scores in
            for index in output.indices { output[index] = TailTable.value(bits[index], scores) }
        }
    }

    /// The table of scores, for a loop over a column.
    @inline(__always)
    static func withTable(_ body: (UnsafeBufferPointer<Double>) -> Void) {
        scores.cells.withUnsafeBufferPointer(body)
    }

    /// Φ(z) by table, linear between 4,096 cells on [−8, 8]: |error| ≤ 5·10⁻⁷; no transcendental.
    public static func uniform(ofScore z: Double) -> Double { uniforms.value(z) }

    /// Φ of a column of scores, in place.
    static func replaceByUniforms(_ scores: UnsafeMutableBufferPointer<Double>) {
        uniforms.replace(scores)
    }

    private static let scores = TailTable(quantile)
    private static let uniforms = ScoreTable(range: 8, cells: 4096, cdf)
}

/// An odd function of the smaller tail, tabled by the binary exponent of the tail: 32 exponents with
/// 256 cells each, linear within.
struct TailTable: Sendable {
    /// Value at the cell's beginning and the change across it.
    let cells: [Double]

    /// Tables a quantile function that is odd about ½.
    init(_ quantile: (Double) -> Double) {
        func node(_ index: Int) -> Double {
            let (exponent, cell) = (index / 256, index % 256)
            // Tail counts t = 2^(exponent − 1)·(1 + cell/256), from ½ to 2³¹.
            let tail = Double(sign: .plus, exponent: exponent - 1, significand: 1 + Double(cell) / 256)
            return quantile(min(0.5, tail * 0x1p-32))
        }
        cells = (0..<(33 * 256)).flatMap { index in
            let value = node(index)
            return [value, node(index + 1) - value]
        }
    }

    func value(_ bits: UInt32) -> Double {
        cells.withUnsafeBufferPointer { Self.value(bits, $0) }
    }

    @inline(__always)
    static func value(_ bits: UInt32, _ cells: UnsafeBufferPointer<Double>) -> Double {
        // All ones in the upper half, which mirrors the lower one; no branch, because each half is as likely.
        let upper = UInt32(bitPattern: Int32(bitPattern: bits) >> 31)
        let count = UInt64((bits ^ upper) & 0x7FFF_FFFF)
        // The count plus ½: 2⁵² + count, whose last bits are the count, less 2⁵² − ½.
        let pattern = (Double(bitPattern: 0x4330_0000_0000_0000 | count) - (0x1p52 - 0.5)).bitPattern
        // Exponent and the first 8 bits of the significand, from ½ on.
        let index = Int(truncatingIfNeeded: (pattern >> 44) &- (1022 << 8))
        let rest = Double(bitPattern: (pattern & 0xFFF_FFFF_FFFF) << 8 | 0x3FF0_0000_0000_0000) - 1
        let score = cells[2 &* index] + rest * cells[2 &* index &+ 1]
        return Double(bitPattern: score.bitPattern ^ UInt64(upper & 0x8000_0000) << 32)
    }
}

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

    func value(_ z: Double) -> Double {
        nodes.withUnsafeBufferPointer { value(z, $0) }
    }

    /// The function of the scores of a column of bits.
    func fill(_ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>) {
        NormalScore.withTable { scores in
            nodes.withUnsafeBufferPointer { nodes in
                for index in output.indices {
                    output[index] = value(TailTable.value(bits[index], scores), nodes)
                }
            }
        }
    }

    /// The function of the scores of a column of bits, each tied to a common score.
    func fill(
        _ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>,
        tiedTo common: UnsafeBufferPointer<Double>, by copula: GaussianCopula
    ) {
        NormalScore.withTable { scores in
            nodes.withUnsafeBufferPointer { nodes in
                for index in output.indices {
                    let own = TailTable.value(bits[index], scores)
                    output[index] = value(copula.blend(common[index], own), nodes)
                }
            }
        }
    }

    /// The function of a column, in place.
    func replace(_ column: UnsafeMutableBufferPointer<Double>) {
        nodes.withUnsafeBufferPointer { nodes in
            for index in column.indices { column[index] = value(column[index], nodes) }
        }
    }

    @inline(__always)
    private func value(_ z: Double, _ nodes: UnsafeBufferPointer<Double>) -> Double {
        let clamped = z < -range ? -range : z > range ? range : z
        let (index, rest) = WholeNumber.cell(of: (clamped + range) * scale)
        return nodes[index] + rest * (nodes[index &+ 1] - nodes[index])
    }
}
