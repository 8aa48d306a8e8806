import Portfolio
import Testing

@Suite("Months and calendars")
struct CalendarTests {
    private func calendar(
        _ start: String, _ end: String, _ step: PlanningCalendar.Step = .month, until: String? = nil
    ) throws -> PlanningCalendar? {
        PlanningCalendar(
            start: try #require(Month(start)), end: try #require(Month(end)), step: step,
            benefitsUntil: until.flatMap { Month($0) })
    }

    @Test("A month is read and printed as YYYY-MM")
    func month() {
        #expect(Month("2023-04")?.description == "2023-04")
        #expect(Month("2023-12")?.advanced(by: 1) == Month(year: 2024, month: 1))
        #expect(Month("2023-12")?.fiscalYear == FiscalYear(2023))
    }

    @Test(
        "Anything else is no month",
        arguments: ["2023", "2023-4", "2023-13", "2023-00", "23-04", "2023-04-01"])
    func refused(text: String) { #expect(Month(text) == nil) }

    @Test("Nine quarters of a calendar, two more for the benefits")
    func quarters() throws {
        let calendar = try #require(try calendar("2023-04", "2025-06", .quarter, until: "2025-12"))
        #expect(calendar.periodCount == 9 && calendar.horizon == 11 && calendar.periodsPerYear == 4)
        #expect(calendar.years == [2023, 2024, 2025].map { FiscalYear($0) })
        #expect(calendar.year(of: 2) == FiscalYear(2023) && calendar.year(of: 3) == FiscalYear(2024))
        #expect(
            calendar.firstMonth(of: 1) == Month("2023-07") && calendar.lastMonth(of: 1) == Month("2023-09"))
    }

    @Test("A quarter must begin and end where quarters do, and the end follows the start")
    func badCalendars() throws {
        #expect(try calendar("2023-02", "2023-06", .quarter) == nil)
        #expect(try calendar("2023-01", "2023-05", .quarter) == nil)
        #expect(try calendar("2023-04", "2024-03", .year) == nil)
        #expect(try calendar("2023-04", "2023-03") == nil)
        #expect(try calendar("2023-01", "2023-12", until: "2023-11") == nil)
    }

    @Test("Periods before the calendar are negative")
    func periods() throws {
        let calendar = try #require(try calendar("2023-04", "2023-12", .quarter))
        let expected = [("2023-04", 0), ("2023-09", 1), ("2023-03", -1), ("2022-12", -2)]
        for (text, period) in expected {
            #expect(calendar.period(containing: try #require(Month(text))) == period)
        }
    }

    @Test("Seven months take three quarters, six take two, and none takes none")
    func covering() throws {
        let calendar = try #require(try calendar("2023-01", "2023-12", .quarter))
        #expect(calendar.periods(covering: 7) == 3 && calendar.periods(covering: 6) == 2)
        #expect(calendar.periods(covering: 0) == 0)
        #expect(calendar.periods(covering: try #require(Exact(decimal: "6.1"))) == 3)
    }
}
