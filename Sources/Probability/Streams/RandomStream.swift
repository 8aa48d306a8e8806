/// One named stream of draws, so that any trial can be replayed alone and a new program leaves
/// everybody else's luck unchanged.
///
/// The key of the generator is the seed; the words of its counter are trial ÷ 4 (low 32 bits), then
/// `what` in 8, the number of the draw in 8 and the next bits of trial ÷ 4 in 16 bits, then `which`
/// (low, high). A block of four words serves four consecutive trials, up to trial 2⁵⁰.
public struct RandomStream: Sendable, Hashable {
    @usableFromInline let key: SIMD2<UInt32>
    @usableFromInline let which: SIMD2<UInt32>
    @usableFromInline let what: UInt32

    /// Names a stream: what the draws are for, and which thing they belong to.
    public init(seed: UInt64, what: UInt8, which: UInt64) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
        self.which = SIMD2(UInt32(truncatingIfNeeded: which), UInt32(truncatingIfNeeded: which >> 32))
        self.what = UInt32(what) << 24
    }

    /// The 32 random bits of a trial; a trial may have 256 draws.
    @inlinable
    public func bits(trial: UInt64, draw: UInt8 = 0) -> UInt32 {
        let words = block(trial >> 2, draw)
        let (low, high) = trial & 1 == 0 ? (words.0, words.2) : (words.1, words.3)
        return trial & 2 == 0 ? low : high
    }

    /// The bits of `output.count` consecutive trials from any first one.
    @inlinable
    public func fill(
        _ output: UnsafeMutableBufferPointer<UInt32>, firstTrial: UInt64, draw: UInt8 = 0
    ) {
        var (index, trial) = (0, firstTrial)
        while index < output.count && trial & 3 != 0 {
            output[index] = bits(trial: trial, draw: draw)
            index += 1
            trial += 1
        }
        let groups = (output.count - index) / 4
        if groups > 0, (trial >> 2) >> 32 == (trial >> 2 + UInt64(groups)) >> 32,
            let base = output.baseAddress
        {
            let first = counter(trial >> 2, draw)
            Philox4x32.fill(base + index, count: groups, first: first.0, (first.1, first.2, first.3), key)
            index += 4 * groups
            trial += UInt64(4 * groups)
        }
        while index < output.count {
            output[index] = bits(trial: trial, draw: draw)
            index += 1
            trial += 1
        }
    }

    /// The bits of some trials: of the first one and so many beyond it.
    @inlinable
    public func fill(
        _ output: UnsafeMutableBufferPointer<UInt32>, firstTrial: UInt64, offsets: UnsafeBufferPointer<Int>,
        draw: UInt8 = 0
    ) {
        for (index, offset) in offsets.enumerated() {
            output[index] = bits(trial: firstTrial &+ UInt64(offset), draw: draw)
        }
    }

    /// The number of bit patterns whose uniform is below a probability: `bits < count` decides the same
    /// coin as `uniform(bits) < probability`.
    public static func patterns(below probability: Double) -> UInt64 {
        UInt64(max(0, min(0x1p32, (probability * 0x1p32 - 0.5).rounded(.up))))
    }

    /// (bits + ½)·2⁻³²: a uniform in (0, 1), both ends excluded.
    @inlinable
    public static func uniform(_ bits: UInt32) -> Double { (Double(bits) + 0.5) * 0x1p-32 }

    @inlinable
    @inline(__always)
    func block(_ group: UInt64, _ draw: UInt8) -> (UInt32, UInt32, UInt32, UInt32) {
        Philox4x32.words(counter(group, draw), key)
    }

    @inlinable
    @inline(__always)
    func counter(_ group: UInt64, _ draw: UInt8) -> (UInt32, UInt32, UInt32, UInt32) {
        let high = what | UInt32(draw) << 16 | UInt32(truncatingIfNeeded: group >> 32) & 0xFFFF
        return (UInt32(truncatingIfNeeded: group), high, which.x, which.y)
    }
}

/// A hash that is the same on every machine and in every version.
public enum StableHash {
    /// FNV-1a, 64 bits, of the UTF-8 bytes (Fowler, Noll, Vo).
    public static func hash(_ text: String) -> UInt64 { hash(text.utf8) }

    /// FNV-1a, 64 bits, of bytes.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
