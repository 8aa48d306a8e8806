import Portfolio
import Testing

@testable import Verification

@Suite struct WindowsTests {
    private func city(_ window: Window) -> TinyCity {
        var city = TinyCity()
        city["a"].only.window = window
        return city
    }

    @Test("A start one quarter before the earliest month is one period too early")
    func earliest() throws {
        try expectBroken(
            .window, by: .count(1), at: "programs[\"a\"].window",
            in: city(Window(earliest: Month(year: 2023, month: 6))),
            keeping: ["a": 2], breaking: ["a": 1])
    }

    @Test("A finish two quarters after the latest month is two periods too late")
    func latest() throws {
        try expectBroken(
            .window, by: .count(2), at: "programs[\"a\"].window",
            in: city(Window(latestFinish: Month(year: 2023, month: 9))),
            keeping: ["a": 1], breaking: ["a": 3])
    }

    @Test("A start in a month of the year that is not allowed waits for the next that is")
    func startMonths() throws {
        try expectBroken(
            .window, by: .count(3), at: "programs[\"a\"].window",
            in: city(Window(startMonths: [1])), keeping: ["a": 4], breaking: ["a": 5])
    }

    @Test("Start months that no quarter begins with can never be met")
    func neverMet() throws {
        let verdict = try city(Window(startMonths: [2, 3])).verdict(["a": 0])
        #expect(verdict.violations.map(\.excess) == [.count(4)])
    }
}
