import Testing

@testable import Planning

@Suite("What neighbourhoods teach")
struct AdaptionTests {
    private func drawn(_ adaption: Adaption) -> [NeighbourhoodKind] {
        var generator = SplitMix64(seed: 1)
        return adaption.kinds(count: 200, &generator)
    }

    @Test("What is near by is looked at again only where it was searched to its end, and then further")
    func nearby() {
        var adaption = Adaption(programs: 100)
        adaption.learn(.nearby, isComplete: false, isBetter: false)
        #expect(!drawn(adaption).contains(.nearby))
        adaption.learn(.nearby, isComplete: true, isBetter: false)
        #expect(drawn(adaption).contains(.nearby))
        #expect(adaption.sizes(of: [.nearby, .nearby]) == [1, 2])
    }

    @Test("Kinds grow where they were easy, shrink where they were hard, and are drawn by what they brought")
    func others() {
        var adaption = Adaption(programs: 22)
        adaption.learn(.funds, isComplete: true, isBetter: true)
        adaption.learn(.owners, isComplete: false, isBetter: false)
        #expect(adaption.sizes(of: [.funds, .owners]) == [22, 16])
        for _ in 0..<20 { adaption.learn(.owners, isComplete: false, isBetter: false) }
        #expect(adaption.sizes(of: [.owners]) == [8])
        let kinds = drawn(adaption)
        #expect(kinds.count { $0 == .funds } > kinds.count { $0 == .owners })
    }
}
