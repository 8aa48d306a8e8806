import Portfolio
import Testing

@testable import Verification

@Suite struct AlternativeRequirementsTests {
    private func city(atLeast k: Int, _ timing: Timing = .afterFinish(lag: 0)) -> TinyCity {
        var city = TinyCity()
        city["c"].requiresAny = AlternativeRequirement(
            atLeast: k, of: ["a", "b"], timing: timing,
            place: TinyCity.place("programs", "c").key("requires_any"))
        return city
    }

    @Test("One of two is enough, in time")
    func oneInTime() throws {
        try expectBroken(
            .alternativeRequirement, by: .count(1), at: "programs[\"c\"].requires_any",
            in: city(atLeast: 1), keeping: ["a": 0, "b": 6, "c": 2],
            breaking: ["a": 1, "b": 6, "c": 2])
    }

    @Test("Without timing only the choice counts")
    func choice() throws {
        try expectBroken(
            .alternativeRequirement, by: .count(1), at: "programs[\"c\"].requires_any",
            in: city(atLeast: 2, .choiceOnly), keeping: ["a": 6, "b": 6, "c": 0],
            breaking: ["a": 6, "c": 0])
    }

    @Test("More than are listed can never be met")
    func tooMany() throws {
        let verdict = try city(atLeast: 5).verdict(["a": 0, "b": 0, "c": 2])
        #expect(verdict.violations.map(\.excess) == [.count(3)])
    }
}
