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

    /// The bits of consecutive counters, whose first words count up from `first`, one after the other:
    /// 4 words for each of `count` counters.
    ///
    /// Words stay in 64 bits with whatever lies above them: a product takes the lower 32 alone, which is
    /// one instruction for the lanes of a processor, and so the loop runs in them.
    @inlinable
    static func fill(
        _ output: UnsafeMutableRawPointer, count: Int, first: UInt32, _ rest: (UInt32, UInt32, UInt32),
        _ key: SIMD2<UInt32>
    ) {
        for index in 0..<count {
            var (a, b) = (UInt64(first) &+ UInt64(truncatingIfNeeded: index), UInt64(rest.0))
            var (c, d) = (UInt64(rest.1), UInt64(rest.2))
            var (k, l) = (UInt64(key.x), UInt64(key.y))
            for _ in 0..<10 {
                let left = (a & 0xFFFF_FFFF) &* 0xD251_1F53
                let right = (c & 0xFFFF_FFFF) &* 0xCD9E_8D57
                (a, b, c, d) = ((right >> 32) ^ b ^ k, right, (left >> 32) ^ d ^ l, left)
                k &+= 0x9E37_79B9
                l &+= 0xBB67_AE85
            }
            let (low, high) = ((a & 0xFFFF_FFFF) | b << 32, (c & 0xFFFF_FFFF) | d << 32)
            output.storeBytes(of: low.littleEndian, toByteOffset: 16 &* index, as: UInt64.self)
            output.storeBytes(of: high.littleEndian, toByteOffset: 16 &* index &+ 8, as: UInt64.self)
        }
    }
}
