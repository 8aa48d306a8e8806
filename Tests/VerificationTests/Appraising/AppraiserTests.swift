import Portfolio
import Testing

@testable import Verification

@Suite struct AppraiserTests {
    /// Yearly steps, T = 3, E = 5, δ(s) = 0.8^(s+1); a gives 10 weighted points, ramp 50 %, 100 %.
    private func city() -> TinyCity {
        var city = TinyCity()
        city.step = .year
        city.end = Month(year: 2025, month: 12)
        city.benefitsUntil = Month(year: 2027, month: 12)
        city.discountRate = 0.25
        city.dimensions[0].weight = 3
        city.funds = [TinyCity.fund("pad", [2023: 1000, 2024: 1000, 2025: 1000])]
        for id in ["a", "b", "c"] { city[id] = TinyCity.program(id, months: 12) }
        city["a"].only.benefits = ["economy": 12, "living": 4]
        city["a"].only.ramp = [0.5, 1]
        return city
    }

    private func expect(
        _ found: Double, equals expected: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(abs(found - expected) < 1e-12 * max(1, abs(expected)), sourceLocation: sourceLocation)
    }

    @Test("Value is weighted, ramped and discounted to the horizon")
    func value() throws {
        // f = 1: 10·(0.5·0.64 + 0.512 + 0.4096 + 0.32768)
        let appraisal = try city().appraisal(["a": 0])
        expect(appraisal.value, equals: 15.6928)
        expect(appraisal.programs[0].value, equals: 15.6928)
        #expect(appraisal.benefits == ["economy": 12, "living": 4])
    }

    @Test("A share helped by another program accrues from the later finish, ramp counted from there")
    func help() throws {
        var city = city()
        city["a"].helpedBy = [
            Help(program: "b", share: try #require(Exact(1, over: 4)), place: ScenarioPath())
        ]
        // 0.75·15.6928 + 2.5·(0.5·0.512 + 0.4096 + 0.32768)
        expect(try city.appraisal(["a": 0, "b": 1]).value, equals: 14.2528)
        expect(try city.appraisal(["a": 0, "b": 0]).value, equals: 15.6928)
        expect(try city.appraisal(["a": 0]).value, equals: 11.7696)
    }

    @Test("A synergy accrues from the latest finish, without ramp, and only with all its programs")
    func synergy() throws {
        var city = city()
        city.synergies = [
            Synergy(id: "s", programs: ["b", "c"], benefits: ["living": 16], place: ScenarioPath())
        ]
        // W = 1/4: 4 points from period 2: 4·(0.512 + 0.4096 + 0.32768)
        let appraisal = try city.appraisal(["b": 0, "c": 1])
        #expect(appraisal.synergies.map(\.id) == ["s"])
        expect(appraisal.synergies[0].value, equals: 4.99712)
        expect(appraisal.value, equals: 4.99712)
        #expect(try city.appraisal(["b": 0]).synergies.isEmpty)
        expect(try city.appraisal(["a": 0, "b": 0, "c": 1]).value, equals: 15.6928 + 4.99712)
    }

    @Test("Months discount from the end of the period, a twelfth of a year each")
    func months() throws {
        var city = TinyCity()
        city.step = .month
        city.end = Month(year: 2023, month: 3)
        city.discountRate = 0
        city["a"] = TinyCity.program("a", months: 1)
        city["a"].only.benefits = ["economy": 12]
        city.funds = [TinyCity.fund("pad", [2023: 0])]
        // W = 1/2, 2 months of 12 points a year
        expect(try city.appraisal(["a": 0]).value, equals: 1)
    }

    @Test("A quick win is short in months, before rounding, and finished in time")
    func quickWins() throws {
        var city = TinyCity()
        city.quickWin = QuickWin(
            label: LocalizedText("Quick Win"), finishBy: Month(year: 2023, month: 9), maxDuration: 5)
        city["a"] = TinyCity.program("a", months: 5)
        let labels = { (starts: [String: Int]) in
            try city.appraisal(starts).programs.map(\.isQuickWin)
        }
        #expect(try labels(["a": 1, "b": 0]) == [true, false])
        #expect(try labels(["a": 2]) == [false])
        #expect(try city.appraisal(["a": 1, "b": 0]).quickWins == 1)
    }

    @Test("The yearly commitment after the calendar counts lines that still run")
    func operatingAfter() throws {
        var city = TinyCity()
        city["a"].only.costs = [
            TinyCity.operating(100, name: "tetap"), TinyCity.operating(10, years: 1, name: "setahun"),
        ]
        // T = 8: a finishing at 4 has run its year; at 5 three quarters of it; at 8 nothing yet
        #expect(try city.appraisal(["a": 2]).operatingAfter == 100)
        #expect(try city.appraisal(["a": 3]).operatingAfter == 110)
        #expect(try city.appraisal(["a": 6]).operatingAfter == 110)
        #expect(try city.appraisal(["a": 6]).cost == 0)
    }

    @Test("Goals read cost, count and finishes from the figures")
    func goals() throws {
        var city = TinyCity()
        city["a"].only.costs = [TinyCity.capital(70)]
        let appraisal = try city.appraisal(["a": 0, "b": 3])
        #expect(appraisal.value(of: .minimiseCost) == 70)
        #expect(appraisal.value(of: .maximiseCount) == 2)
        #expect(appraisal.value(of: .minimiseFinish) == 7)
    }
}
