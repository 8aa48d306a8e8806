import Portfolio
import Testing

@testable import ScenarioReading

@Suite struct RequirementCyclesTests {
    /// Programs with durations and requirements as text, in a calendar by quarters.
    private func findings(_ programs: [(id: String, rest: String)]) throws -> [Portfolio.Finding] {
        let lines = programs.map {
            "  - {id: \($0.id), name: P, owner: o, dimension: d, costs: [], \($0.rest)}"
        }
        return try read(
            """
            selaras: 1
            name: Kota
            calendar: {start: 2023-01, end: 2025-12, step: quarter}
            dimensions: [{id: d, name: D}]
            owners: [{id: o, name: O}]
            funds: []
            programs:
            \(lines.joined(separator: "\n"))
            """
        ).findings.filter { $0.severity == .error }
    }

    @Test("A circle is named in its order")
    func names() throws {
        let found = try findings([
            ("a", "duration: 3, requires: [b]"), ("b", "duration: 3, requires: [c]"),
            ("c", "duration: 3, requires: [a]"),
        ])
        #expect(found.map(\.rule) == [.requirementCycle])
        #expect(found.first?.message.english?.contains("a → b → c → a") == true)
    }

    @Test("Offsets of 0 mean starting together")
    func together() throws {
        let start = "duration: 3, requires: [{program: %, after: start}]"
        #expect(
            try findings([("a", start.replacing("%", with: "b")), ("b", start.replacing("%", with: "a"))])
                == [])
    }

    @Test("Progress that is already made takes no time")
    func progressMade() throws {
        let found = try findings([
            ("a", "duration: 3, requires: [{program: b, at: 50%}]"),
            ("b", "duration: 9, in_progress: 60%, requires: [{program: a, after: start}]"),
        ])
        #expect(found == [])
    }

    @Test("Requirements without timing close no circle")
    func withoutTiming() throws {
        #expect(
            try findings([
                ("a", "duration: 3, requires: [{program: b, timing: none}]"),
                ("b", "duration: 3, requires: [a]"),
            ]) == [])
    }

    @Test("Two circles are two findings")
    func twoCircles() throws {
        let found = try findings([
            ("a", "duration: 3, requires: [b]"), ("b", "duration: 3, requires: [a]"),
            ("c", "duration: 3, requires: [d, a]"),
            ("d", "duration: 3, requires: [{program: c, after: start, lag: 1}]"),
        ])
        #expect(found.count == 2)
    }

    @Test("Components are found in long chains too")
    func longChain() {
        let count = 100_000
        let components = stronglyConnectedComponents((0..<count).map { $0 + 1 < count ? [$0 + 1] : [] })
        #expect(Set(components).count == count)
        #expect(
            stronglyConnectedComponents([[1], [0], [1]])[0]
                == stronglyConnectedComponents([[1], [0], [1]])[1])
    }
}
