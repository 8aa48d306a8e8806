import Testing

@testable import ScenarioReading

@Suite struct NearestNameTests {
    @Test("The distance counts insertions, deletions and replacements")
    func distance() {
        #expect(editDistance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
        #expect(editDistance([], Array("abc".utf8)) == 3)
        #expect(editDistance(Array("abc".utf8), Array("abc".utf8)) == 0)
    }

    @Test("The nearest name is suggested, the first one where several are as near")
    func nearest() {
        #expect(nearestName(to: "diskominfoo", among: ["dinkes", "diskominfo"]) == "diskominfo")
        #expect(nearestName(to: "cap", among: ["cat", "car"]) == "car")
    }

    @Test("What is not near is not suggested")
    func far() { #expect(nearestName(to: "branding", among: ["governance", "living"]) == nil) }
}
