import Portfolio
import Testing

@testable import Verification

@Suite struct RequirementsTests {
    private func city(_ timing: Timing, months: Exact = 6) -> TinyCity {
        var city = TinyCity()
        city["a"] = TinyCity.program("a", months: months)
        city["b"].requires = [
            Requirement(
                program: "a", timing: timing, place: TinyCity.place("programs", "b").key("requires").index(0))
        ]
        return city
    }

    private func expectEarliest(
        _ first: Int, after start: Int = 1, _ timing: Timing, months: Exact = 6,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expectBroken(
            .requirement, by: .count(1), at: "programs[\"b\"].requires[0]",
            in: city(timing, months: months), keeping: ["a": start, "b": first],
            breaking: ["a": start, "b": first - 1], sourceLocation: sourceLocation)
    }

    @Test("Every timing counts from its own moment and lags are rounded up to periods")
    func timings() throws {
        try expectEarliest(3, .afterFinish(lag: 0))
        try expectEarliest(5, .afterFinish(lag: 4))
        try expectEarliest(1, .afterStart(lag: 0))
        try expectEarliest(2, .afterStart(lag: 3))
        try expectEarliest(3, .atProgress(1, lag: 0))
    }

    @Test("Progress is rounded up to whole periods, exactly")
    func progress() throws {
        // d = 5 quarters; 0.6·5 = 3 exactly, 0.61·5 = 3.05 → 4
        let (exact, above) = (try #require(Exact(6, over: 10)), try #require(Exact(61, over: 100)))
        try expectEarliest(3, after: 0, .atProgress(exact, lag: 0), months: 15)
        try expectEarliest(4, after: 0, .atProgress(above, lag: 0), months: 15)
    }

    @Test("Progress of a program in progress counts what remains")
    func remainingProgress() throws {
        // g = 0.6, g' = 0.8, d = 4: ceil(4·0.2/0.4) = 2; g' = 0.5 ≤ g: 0
        var city = city(.atProgress(try #require(Exact(8, over: 10)), lag: 0), months: 12)
        city["a"].inProgress = Exact(6, over: 10)
        try expectBroken(
            .requirement, by: .count(1), at: "programs[\"b\"].requires[0]", in: city,
            keeping: ["a": 0, "b": 2], breaking: ["a": 0, "b": 1])
        city["b"].requires[0].timing = .atProgress(try #require(Exact(5, over: 10)), lag: 0)
        #expect(try city.verdict(["a": 0, "b": 0]).isAccepted)
    }

    @Test(
        "A required program left out is one program too few, whatever the timing",
        arguments: [
            Timing.afterFinish(lag: 0), .afterStart(lag: 2), .atProgress(1, lag: 0), .choiceOnly,
        ])
    func leftOut(timing: Timing) throws {
        try expectBroken(
            .requirement, by: .count(1), at: "programs[\"b\"].requires[0]", in: city(timing),
            keeping: ["a": 0, "b": 6], breaking: ["b": 6])
    }

    @Test("Without timing the order is free")
    func free() throws {
        #expect(try city(.choiceOnly).verdict(["a": 6, "b": 0]).isAccepted)
    }

    @Test("The excess is the wait in periods")
    func wait() throws {
        let verdict = try city(.afterFinish(lag: 0)).verdict(["a": 4, "b": 1])
        #expect(verdict.violations.map(\.excess) == [.count(5)])
    }
}
