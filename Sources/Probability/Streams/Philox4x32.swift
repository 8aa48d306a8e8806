/// Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror and Shaw, Parallel Random Numbers:
/// As Easy as 1, 2, 3, SC'11).
public enum Philox4x32 {
    /// The 128 random bits of a counter under a key.
    @inlinable
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        let words = words((counter.x, counter.y, counter.z, counter.w), key)
        return SIMD4(words.0, words.1, words.2, words.3)
    }

    /// The same in four scalars, which compile to faster code than the lanes of a vector.
    @inlinable @inline(__always)
    static func words(
        _ counter: (UInt32, UInt32, UInt32, UInt32), _ key: SIMD2<UInt32>
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        var (a, b, c, d) = counter
        var (k, l) = (key.x, key.y)
        for _ in 0..<10 {
            let left = UInt64(a) &* 0xD251_1F53
            let right = UInt64(c) &* 0xCD9E_8D57
            (a, b, c, d) = (
                UInt32(truncatingIfNeeded: right >> 32) ^ b ^ k, UInt32(truncatingIfNeeded: right),
                UInt32(truncatingIfNeeded: left >> 32) ^ d ^ l, UInt32(truncatingIfNeeded: left)
            )
            k &+= 0x9E37_79B9
            l &+= 0xBB67_AE85
        }
        return (a, b, c, d)
    }
}
