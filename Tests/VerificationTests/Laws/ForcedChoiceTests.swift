import Portfolio
import Testing

@testable import Verification

@Suite struct ForcedChoiceTests {
    private let reason = Reason(
        text: "amanat RPJMD", place: TinyCity.place("programs", "a").key("must"))

    @Test("A mandatory program left out is one program too few")
    func must() throws {
        var city = TinyCity()
        city["a"].must = reason
        try expectBroken(
            .must, by: .count(1), at: "programs[\"a\"].must", in: city, keeping: ["a": 0], breaking: [:])
    }

    @Test("A program that must not be chosen is one program too many")
    func mustNot() throws {
        var city = TinyCity()
        city["a"].mustNot = Reason(
            text: "sudah ada", place: TinyCity.place("programs", "a").key("must_not"))
        try expectBroken(
            .mustNot, by: .count(1), at: "programs[\"a\"].must_not", in: city, keeping: ["b": 0],
            breaking: ["a": 0, "b": 0])
    }

    @Test("A program in progress starts in the first period, not two later")
    func inProgressMoved() throws {
        var city = TinyCity()
        city["a"].inProgress = Exact(6, over: 10)
        try expectBroken(
            .inProgress, by: .count(2), at: "programs[\"a\"].in_progress", in: city, keeping: ["a": 0],
            breaking: ["a": 2])
    }

    @Test("A program in progress is chosen")
    func inProgressLeftOut() throws {
        var city = TinyCity()
        city["a"].inProgress = Exact(6, over: 10)
        try expectBroken(
            .inProgress, by: .count(1), at: "programs[\"a\"].in_progress", in: city, keeping: ["a": 0],
            breaking: [:])
    }

    @Test("A single-year contract that works one quarter into the next year breaks by one period")
    func singleYear() throws {
        var city = TinyCity()
        city["a"].contract = .singleYear
        try expectBroken(
            .singleYearContract, by: .count(1), at: "programs[\"a\"].contract", in: city,
            keeping: ["a": 2], breaking: ["a": 3])
    }

    @Test("Messages name the program and the reason in both languages")
    func messages() throws {
        var city = TinyCity()
        city["a"].must = reason
        let message = try #require(try city.verdict([:]).violations.first?.message)
        #expect(message.indonesian == "“Program a” wajib, tetapi tidak terpilih. Alasan: amanat RPJMD")
        #expect(message.english == "“Program a” is mandatory but not chosen. Reason: amanat RPJMD")
    }

    @Test("Every broken law is reported at once, in the order of the model")
    func allAtOnce() throws {
        var city = TinyCity()
        city["a"].must = reason
        city["b"].mustNot = reason
        city["c"].only.window.earliest = Month(year: 2023, month: 4)
        city.groups = [
            Group(id: "g", kind: .exactly(3), of: ["a", "b", "c"], place: TinyCity.place("groups", "g"))
        ]
        let verdict = try city.verdict(["b": 0, "c": 0])
        #expect(verdict.violations.map(\.rule) == [.window, .must, .mustNot, .group])
    }
}
