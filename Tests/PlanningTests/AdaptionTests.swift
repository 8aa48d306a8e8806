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
        #expect(adaption.sizes(of: [.nearby, .nearby]) == [3, 4])
    }

    @Test("What is near by along a strengthened relaxation gets narrower than what is near by otherwise")
    func strengthened() {
        var adaption = Adaption(programs: 100)
        #expect(adaption.sizes(of: [.nearby, .strengthened]) == [2, 1])
        for _ in 0..<5 {
            adaption.learn(.nearby, isComplete: false, isBetter: false)
            adaption.learn(.strengthened, isComplete: false, isBetter: false)
        }
        #expect(adaption.sizes(of: [.nearby, .strengthened]) == [2, 0])
        #expect(!drawn(adaption).contains(.strengthened))
        adaption.learn(.strengthened, isComplete: true, isBetter: true)
        #expect(adaption.sizes(of: [.strengthened]) == [1] && drawn(adaption).contains(.strengthened))
    }

    @Test("What lies along the relaxation begins at what it gives a share to, beside one two periods wider")
    func relaxed() {
        var adaption = Adaption(programs: 100)
        #expect(adaption.sizes(of: [.relaxed, .relaxed]) == [0, 2])
        adaption.learn(.relaxed, isComplete: false, isBetter: true)
        #expect(adaption.sizes(of: [.relaxed, .relaxed]) == [0, 2])
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
