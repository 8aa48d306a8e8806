import Portfolio
import Testing

@testable import Verification

@Suite struct StaffCapacityTests {
    private func city() -> TinyCity {
        var city = TinyCity()
        city.owners[0].staff = 5
        city["a"].only.staff = ["bappeda": 3]
        city["b"].only.staff = ["bappeda": 4]
        return city
    }

    @Test("Two programs that overlap in one quarter need two persons too many in it")
    func overlap() throws {
        try expectBroken(
            .staffCapacity, by: .count(2), at: "owners[\"bappeda\"].staff", in: city(),
            keeping: ["a": 0, "b": 2], breaking: ["a": 0, "b": 1])
    }

    @Test("Every period with too few persons is named")
    func everyPeriod() throws {
        let verdict = try city().verdict(["a": 0, "b": 0])
        #expect(verdict.violations.map(\.excess) == [.count(2), .count(2)])
        #expect(
            verdict.violations.first?.message.indonesian
                == "“Bappeda” membutuhkan 7 orang pada Jan 2023, tersedia 5.")
    }
}
