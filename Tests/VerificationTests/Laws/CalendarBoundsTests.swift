import Portfolio
import Testing

@testable import Verification

@Suite struct CalendarBoundsTests {
    @Test("A start one period before the calendar is one period too early")
    func early() throws {
        try expectBroken(
            .calendar, by: .count(1), at: "programs[\"a\"]", in: TinyCity(), keeping: ["a": 0],
            breaking: ["a": -1])
    }

    @Test("A finish one period after the calendar is one period too late")
    func late() throws {
        try expectBroken(
            .calendar, by: .count(1), at: "programs[\"a\"]", in: TinyCity(), keeping: ["a": 6],
            breaking: ["a": 7])
    }

    @Test("No start, however far away, makes the verifier stumble", arguments: [Int.max, Int.min])
    func extreme(start: Int) throws {
        var city = TinyCity()
        city["a"].contract = .singleYear
        city["a"].inProgress = Exact(1, over: 2)
        city["a"].only.window = Window(
            earliest: city.start, latestFinish: city.end, startMonths: [1, 4])
        city["b"].requires = [
            Requirement(program: "a", timing: .atProgress(1, lag: 3), place: ScenarioPath())
        ]
        let verdict = try city.verdict(["a": start, "b": start])
        #expect(verdict.violations.filter { $0.rule == .calendar }.count == 2)
        #expect(verdict.appraisal == nil)
    }

    @Test("A duration of ages is only too long")
    func ages() throws {
        var city = TinyCity()
        city["a"] = TinyCity.program("a", months: Exact(Int64.max))
        #expect(try city.verdict(["a": 3]).violations.map(\.rule) == [.calendar])
    }
}
