import Portfolio
import Testing

@testable import Verification

@Suite struct SpendCurveTests {
    private func spend(_ line: CostLine, months: Exact = 9, start: Int = 0) throws -> [Rupiah] {
        var city = TinyCity()
        city["a"] = TinyCity.program("a", months: months, costs: [line])
        city.rules = [Rule(id: "r", measure: .spend, per: .period, place: ScenarioPath())]
        return try city.appraisal(["a": start]).rules.map {
            guard case .whole(let amount) = $0.measure else { return -1 }
            return amount
        }
    }

    @Test(
        "Capital is the difference of cumulative sums rounded half up",
        arguments: [
            (SpendProfile.even, [33, 34, 33]), (.front, [50, 33, 17]), (.back, [17, 33, 50]),
            (.start, [100, 0, 0]), (.finish, [0, 0, 100]), (.weights([1, 0, 3]), [25, 0, 75]),
        ] as [(SpendProfile, [Rupiah])])
    func profiles(profile: SpendProfile, expected: [Rupiah]) throws {
        #expect(try spend(TinyCity.capital(100, profile)) == expected + [0, 0, 0, 0, 0])
    }

    @Test("Half a rupiah is rounded up")
    func halfUp() throws {
        #expect(try spend(TinyCity.capital(1), months: 6, start: 2) == [0, 0, 1, 0, 0, 0, 0, 0])
    }

    @Test("Operating cost runs from the finish to the calendar's end")
    func operating() throws {
        #expect(try spend(TinyCity.operating(10)) == [0, 0, 0, 3, 2, 3, 2, 3])
    }

    @Test("Operating cost stops after its years")
    func years() throws {
        #expect(try spend(TinyCity.operating(10, years: 1)) == [0, 0, 0, 3, 2, 3, 2, 0])
    }

    @Test("A year's spend is the sum over its periods, and the lines are sorted by name")
    func byYear() throws {
        var city = TinyCity()
        city["a"] = TinyCity.program(
            "a", months: 9, costs: [TinyCity.operating(10), TinyCity.capital(100)])
        let program = try #require(try city.appraisal(["a": 2]).programs.first)
        #expect(program.lines.map(\.name) == ["alat", "rawat"])
        #expect(
            program.lines.map(\.years) == [
                [FiscalYear(2023): 67, FiscalYear(2024): 33], [FiscalYear(2024): 8],
            ])
        #expect(program.lines.map(\.eligibleFunds) == [["pad"], ["pad"]])
        #expect(program.finish == 5)
    }
}
