/// An odd function of the smaller tail, tabled by the binary exponent of the tail: 32 exponents with
/// 256 cells each, linear within.
struct TailTable: Sendable {
    /// Value at the cell's beginning and the change across it.
    private let cells: [Double]

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

    /// The function of 32 random bits.
    func value(_ bits: UInt32) -> Double {
        let (index, rest) = Self.cell(of: bits)
        return Self.mirrored(cells[index] + rest * cells[index + 1], bits)
    }

    /// The function of a column of bits.
    func fill(_ output: UnsafeMutableBufferPointer<Double>, bits: UnsafeBufferPointer<UInt32>) {
        cells.withUnsafeBufferPointer { cells in
            Strip.each(of: output.count) { first, count, places in
                for place in 0..<count {
                    (places[place], output[first &+ place]) = Self.cell(of: bits[first &+ place])
                }
                for place in 0..<count {
                    let (index, cell) = (first &+ place, places[place])
                    output[index] = cells[cell] + output[index] * cells[cell &+ 1]
                }
                for index in first..<(first + count) {
                    output[index] = Self.mirrored(output[index], bits[index])
                }
            }
        }
    }

    /// All ones where the bits lie in the upper half, which mirrors the lower one; no branch, because each
    /// half is as likely.
    @inline(__always)
    private static func upper(_ bits: UInt32) -> UInt32 { UInt32(bitPattern: Int32(bitPattern: bits) >> 31) }

    /// Where the smaller tail lies in the table, and how far into its cell.
    @inline(__always)
    private static func cell(of bits: UInt32) -> (index: Int, rest: Double) {
        let count = UInt64((bits ^ upper(bits)) & 0x7FFF_FFFF)
        // The count plus ½: 2⁵² + count, whose last bits are the count, less 2⁵² − ½.
        let pattern = (Double(bitPattern: 0x4330_0000_0000_0000 | count) - (0x1p52 - 0.5)).bitPattern
        // Exponent and the first 8 bits of the significand, from ½ on.
        let index = Int(truncatingIfNeeded: (pattern >> 44) &- (1022 << 8))
        let rest = Double(bitPattern: (pattern & 0xFFF_FFFF_FFFF) << 8 | 0x3FF0_0000_0000_0000) - 1
        return (2 &* index, rest)
    }

    @inline(__always)
    private static func mirrored(_ value: Double, _ bits: UInt32) -> Double {
        Double(bitPattern: value.bitPattern ^ UInt64(upper(bits) & 0x8000_0000) << 32)
    }
}
