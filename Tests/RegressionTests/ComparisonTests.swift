import Reporting
import Testing

@testable import Regression

struct ComparisonTests {
    private typealias Sample = SampleFigures

    @Test(
        "Values are one within 1e-6 of their size, and no further",
        arguments: [
            (100.0, 100.00009, true), (100, 100.00011, false), (0, 0, true), (0, 1e-12, false),
            (-5, -5.000001, true),
        ])
    func tolerance(_ one: Double, _ other: Double, _ isSame: Bool) throws {
        #expect(Comparison.isSame(one, other) == isSame)
        let found = try Sample.differences(
            Sample.outcome(value: one, bound: .number(one)),
            Sample.outcome(value: other, bound: .number(other)))
        #expect(found.isEmpty == isSame)
    }

    @Test("A NaN is no value's equal")
    func notANumber() { #expect(!Comparison.isSame(.nan, .nan) && !Comparison.isSame(1, .nan)) }

    @Test("One rupiah more is a difference, whatever the size")
    func money() throws {
        let large: Int64 = 4_000_000_000_000_000_000
        let found = try Sample.differences(Sample.outcome(spent: large), Sample.outcome(spent: large - 1))
        #expect(found.first == .money(fund: "pad", year: "2023", from: large, to: large - 1))
    }

    @Test("Another start with the same goals is a tie; another value, status or bound is none")
    func ties() throws {
        let moved = ["a": "2023-02", "b.c": "2023-04"]
        #expect(try Sample.comparison(Sample.outcome(), Sample.outcome(starts: moved)).isTie)
        #expect(try !Sample.comparison(Sample.outcome(), Sample.outcome(value: 101, starts: moved)).isTie)
        #expect(
            try !Sample.comparison(Sample.outcome(), Sample.outcome(status: "feasible", starts: moved)).isTie)
        #expect(try !Sample.comparison(Sample.outcome(), Sample.outcome(bound: .null, starts: moved)).isTie)
        #expect(try !Sample.comparison(Sample.outcome(), Sample.outcome(spent: 400)).isTie)
        #expect(try !Sample.comparison(Sample.outcome(), Sample.outcome()).isTie)
    }

    @Test("A bound that is lost or moves is said")
    func bounds() throws {
        let lost = try Sample.differences(Sample.outcome(), Sample.outcome(bound: .null))
        #expect(lost == [.bound(name: "maximise value", from: 100, to: nil)])
        let moved = try Sample.differences(
            Sample.outcome(status: "feasible"), Sample.outcome(bound: 120.0, status: "feasible"))
        #expect(moved == [.bound(name: "maximise value", from: 100, to: 120)])
    }

    @Test("Figures of the same luck are held exactly; of another seed, trials, generator by overlap")
    func risk() throws {
        let near: JSONValue = ["estimate": 0.55, "low": 0.45, "high": 0.65]
        let far: JSONValue = ["estimate": 0.9, "low": 0.85, "high": 0.95]
        #expect(try Sample.differences(Sample.outcome(), Sample.outcome(risk: near)).count == 1)
        #expect(try Sample.differences(Sample.outcome(), Sample.outcome(risk: near, seed: 2)).isEmpty)
        #expect(
            try Sample.differences(Sample.outcome(), Sample.outcome(risk: near), sameGenerator: false).isEmpty
        )
        #expect(try Sample.differences(Sample.outcome(), Sample.outcome(risk: far, seed: 2)).count == 1)
        let without = try Sample.differences(Sample.outcome(), Sample.outcome(risk: .null))
        #expect(without.count == 1)
    }
}
