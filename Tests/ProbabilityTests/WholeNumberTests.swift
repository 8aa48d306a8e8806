import Probability
import Testing

@Suite struct WholeNumberTests {
    @Test("Whole numbers by addition are those of floor and round")
    func whole() {
        let stream = RandomStream(seed: 1, what: 1, which: 1)
        var values = [0, 0.5, 1.5, 2.5, 0.49999999999999994, 1e9 + 0.5, 0x1p51, 0x1p50 + 0.5]
        for trial in 0..<2_000 {
            let scale = Double(sign: .plus, exponent: trial % 50, significand: 1)
            values.append(RandomStream.uniform(stream.bits(trial: UInt64(trial))) * scale)
        }
        for value in values {
            #expect(WholeNumber.floor(value) == Int64(value))
            #expect(WholeNumber.rounded(value) == Int64(value.rounded()))
            #expect(WholeNumber.rounded(-value) == Int64((-value).rounded()))
        }
        #expect(WholeNumber.rounded(1e300) == 1 << 51)
    }
}
