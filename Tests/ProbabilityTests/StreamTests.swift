import Probability
import Testing

@Suite struct StreamTests {
    @Test("Philox gives the known answers of its authors")
    func knownAnswers() {
        let zero = Philox4x32.block(counter: SIMD4(), key: SIMD2())
        #expect(zero == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        let ones = Philox4x32.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        #expect(ones == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        let pi = Philox4x32.block(
            counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
            key: SIMD2(0xa409_3822, 0x299f_31d0))
        #expect(pi == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test("A column of draws equals the draws one by one", arguments: [UInt64](0..<8))
    func columns(first: UInt64) {
        let stream = RandomStream(seed: 7, what: 3, which: StableHash.hash("intranet-a"))
        var column = [UInt32](repeating: 0, count: 37)
        column.withUnsafeMutableBufferPointer { stream.fill($0, firstTrial: first, draw: 5) }
        #expect(column == (0..<37).map { stream.bits(trial: first + $0, draw: 5) })
    }

    @Test("Another seed, purpose, name, trial or draw gives other bits")
    func apart() {
        let stream = RandomStream(seed: 1, what: 1, which: 1)
        let others = [
            RandomStream(seed: 2, what: 1, which: 1), RandomStream(seed: 1, what: 2, which: 1),
            RandomStream(seed: 1, what: 1, which: 2),
        ]
        let bits = stream.bits(trial: 4)
        for other in others { #expect(other.bits(trial: 4) != bits) }
        #expect(stream.bits(trial: 5) != bits && stream.bits(trial: 8) != bits)
        #expect(stream.bits(trial: 4, draw: 1) != bits && stream.bits(trial: 4 + 1 << 34) != bits)
    }

    @Test("A coin falls for the same bits, asked by uniform or by number of patterns")
    func coins() {
        for probability in [0, 1e-10, 0.02, 0.25, 1.0 / 3, 0.5, 0x1p-32, 0x3p-33, 1 - 1e-10, 1] {
            let patterns = RandomStream.patterns(below: probability)
            for offset in -2...2 {
                guard let bits = UInt32(exactly: Int64(patterns) + Int64(offset)) else { continue }
                #expect((UInt64(bits) < patterns) == (RandomStream.uniform(bits) < probability))
            }
        }
    }

    @Test("The hash of names is FNV-1a")
    func hashes() {
        #expect(StableHash.hash("") == 0xcbf2_9ce4_8422_2325)
        #expect(StableHash.hash("foobar") == 0x8594_4171_f739_67e8)
    }
}
