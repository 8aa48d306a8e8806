/// Whole numbers of Doubles by addition alone: unlike a conversion, or a call of `floor` or `round`,
/// it runs in the lanes of every x86-64 and ARM processor.
///
/// x + 2⁵² has no fraction left; its last bits are the number.
public enum WholeNumber {
    /// ⌊x⌋, 0 ≤ x ≤ 2⁵¹.
    @inlinable @inline(__always)
    public static func floor(_ x: Double) -> Int64 {
        let shifted = x + 0x1p52
        let whole = Int64(bitPattern: shifted.bitPattern) &- 0x4330_0000_0000_0000
        return whole &- (shifted - 0x1p52 > x ? 1 : 0)
    }

    /// A whole number as a Double; 0 ≤ x < 2⁵².
    @inlinable @inline(__always)
    public static func double(_ x: Int64) -> Double {
        Double(bitPattern: UInt64(bitPattern: x) | 0x4330_0000_0000_0000) - 0x1p52
    }

    /// 1 where x < y and 0 where not, by subtraction alone: a comparison may become a branch, which costs
    /// more where it cannot be foreseen; |x − y| < 2⁶³.
    @inlinable @inline(__always)
    public static func one(if x: Int64, isBelow y: Int64) -> Int {
        Int(truncatingIfNeeded: UInt64(bitPattern: x &- y) >> 63)
    }

    /// The whole number below x, or x itself, and how far x is beyond it, 0 … 1; 0 ≤ x ≤ 2⁵¹.
    @inlinable @inline(__always)
    public static func cell(of x: Double) -> (index: Int, rest: Double) {
        let shifted = (x - 0.5) + 0x1.8p52
        let index = Int(truncatingIfNeeded: shifted.bitPattern) &- 0x4338_0000_0000_0000
        return (index, x - (shifted - 0x1.8p52))
    }

    /// x rounded, halves away from 0 as `x.rounded()` does; limited to ±2⁵¹.
    @inlinable @inline(__always)
    public static func rounded(_ x: Double) -> Int64 {
        let size = x < 0 ? -x : x
        let limited = size < 0x1p51 ? size : 0x1p51
        let shifted = limited + 0x1p52
        let whole = Int64(bitPattern: shifted.bitPattern) &- 0x4330_0000_0000_0000
        let away = whole &+ (limited - (shifted - 0x1p52) == 0.5 ? 1 : 0)
        return x < 0 ? 0 &- away : away
    }
}
