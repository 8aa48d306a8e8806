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

    /// x rounded, halves away from 0 as `x.rounded()` does; limited to ±2⁵¹.
    @inlinable @inline(__always)
    public static func rounded(_ x: Double) -> Int64 {
        let size = x < 0 ? -x : x
        let limited = size < 0x1p51 ? size : 0x1p51
        let shifted = limited + 0x1p52
        let whole = Int64(bitPattern: shifted.bitPattern) &- 0x4330_0000_0000_0000
        let away = whole &+ (limited - (shifted - 0x1p52) == 0.5 ? 1 : 0)
        return x < 0 ? -away : away
    }
}
