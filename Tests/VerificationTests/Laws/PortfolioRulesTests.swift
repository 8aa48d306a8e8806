import Portfolio
import Testing

@testable import Verification

@Suite struct PortfolioRulesTests {
    /// a and b economy, c living; a costs 400, b 300, c 100, each with operating 40, 30, 10 a year.
    private func city(_ rule: Rule) -> TinyCity {
        var city = TinyCity()
        city.quickWin = QuickWin(
            label: LocalizedText("Quick Win"), finishBy: Month(year: 2023, month: 12), maxDuration: 6)
        for (id, amount) in [("a", Rupiah(400)), ("b", 300), ("c", 100)] {
            city[id].only.costs = [TinyCity.capital(amount), TinyCity.operating(amount / 10)]
            city[id].only.benefits = ["living": Double(amount) / 100]
        }
        city["c"].dimension = "living"
        city["c"].proposedBy = "community"
        city.rules = [rule]
        return city
    }

    private func rule(_ measure: Rule.Measure, _ edit: (inout Rule) -> Void) -> Rule {
        var rule = Rule(id: "r", measure: measure, place: TinyCity.place("rules", "r"))
        edit(&rule)
        return rule
    }

    private func expectBroken(
        _ rule: Rule, by excess: Violation.Excess, keeping kept: [String: Int],
        breaking broken: [String: Int], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try VerificationTests.expectBroken(
            .portfolioRule, by: excess, at: "rules[\"r\"]", in: city(rule), keeping: kept,
            breaking: broken, sourceLocation: sourceLocation)
    }

    @Test("Counts have a smallest and a largest number")
    func counts() throws {
        try expectBroken(
            rule(.count) { $0.min = 2 }, by: .count(1), keeping: ["a": 0, "b": 0], breaking: ["a": 0])
        try expectBroken(
            rule(.count) { $0.max = 1 }, by: .count(1), keeping: ["a": 0], breaking: ["a": 0, "b": 0])
    }

    @Test("Quick wins are counted by their finish")
    func quickWins() throws {
        try expectBroken(
            rule(.quickWins) { $0.min = 1 }, by: .count(1), keeping: ["a": 2], breaking: ["a": 3])
    }

    @Test("Spend counts all lines of the calendar, capital and operating their own")
    func money() throws {
        // a from period 0: 400 + operating of 6 quarters 60; b likewise 300 + 45
        try expectBroken(
            rule(.spend) { $0.max = 460 }, by: .rupiah(345), keeping: ["a": 0], breaking: ["a": 0, "b": 0])
        try expectBroken(
            rule(.capital) { $0.max = 400 }, by: .rupiah(300), keeping: ["a": 0], breaking: ["a": 0, "b": 0])
        try expectBroken(
            rule(.operating) { $0.min = 70 }, by: .rupiah(30), keeping: ["a": 6, "b": 6], breaking: ["a": 6])
    }

    @Test("Starts are limited in every period separately")
    func starts() throws {
        try expectBroken(
            rule(.starts) { ($0.max, $0.per) = (1, .period) }, by: .count(1), keeping: ["a": 0, "b": 1],
            breaking: ["a": 0, "b": 0])
    }

    @Test("A limit per year holds in each; the span is named")
    func perYear() throws {
        let rule = rule(.capital) { ($0.max, $0.per) = (400, .year) }
        try expectBroken(rule, by: .rupiah(300), keeping: ["a": 0, "b": 4], breaking: ["a": 4, "b": 4])
        let message = try city(rule).verdict(["a": 4, "b": 4]).violations.first?.message
        #expect(message?.indonesian == "Aturan r (2024): Rp700, paling banyak Rp400.")
        #expect(message?.english == "Rule r (2024): Rp700, at most Rp400.")
    }

    @Test("A limit in a year counts that year alone")
    func inYear() throws {
        try expectBroken(
            rule(.starts) { ($0.max, $0.inYear) = (0, FiscalYear(2024)) }, by: .count(1),
            keeping: ["a": 3], breaking: ["a": 4])
        try expectBroken(
            rule(.spend) { ($0.min, $0.inYear) = (200, FiscalYear(2023)) }, by: .rupiah(200),
            keeping: ["a": 3], breaking: ["a": 4])
    }

    @Test("Only programs finished by a month count")
    func by() throws {
        try expectBroken(
            rule(.count) { ($0.min, $0.by) = (1, Month(year: 2023, month: 9)) }, by: .count(1),
            keeping: ["a": 1], breaking: ["a": 2])
    }

    @Test("Benefit points are compared within their tolerance")
    func points() throws {
        try expectBroken(
            rule(.benefit("living")) { $0.min = 7 }, by: .points(3), keeping: ["a": 0, "b": 0],
            breaking: ["a": 0])
        var city = city(rule(.benefit("living")) { $0.min = 4 })
        city["a"].only.benefits = ["living": 4 - 5e-10]
        #expect(try city.verdict(["a": 0]).isAccepted)
        city["a"].only.benefits = ["living": 4 - 5e-9]
        #expect(try city.verdict(["a": 0]).violations.map(\.rule) == [.portfolioRule])
    }

    @Test("Shares are exact fractions of the same measure over all chosen programs")
    func shares() throws {
        let bottomUp = Selector(proposedBy: ["community"])
        // c of a + c: 100 of 500; 20 % is met exactly, 21 % asks for 105
        let fifth = try #require(Exact(20, over: 100))
        let more = try #require(Exact(21, over: 100))
        #expect(
            try city(
                rule(.capital) { ($0.minShare, $0.matching) = (fifth, bottomUp) }
            ).verdict(["a": 0, "c": 0]).isAccepted)
        try expectBroken(
            rule(.capital) { ($0.minShare, $0.matching) = (more, bottomUp) }, by: .rupiah(5),
            keeping: ["b": 0, "c": 0], breaking: ["a": 0, "c": 0])
        try expectBroken(
            rule(.capital) { ($0.maxShare, $0.matching) = (fifth, bottomUp) }, by: .rupiah(20),
            keeping: ["a": 0, "c": 0], breaking: ["b": 0, "c": 0])
    }

    @Test("A share of nothing is met")
    func shareOfNothing() throws {
        let half = try #require(Exact(1, over: 2))
        let rule = rule(.count) { ($0.minShare, $0.maxShare) = (half, 0) }
        #expect(try city(rule).verdict([:]).isAccepted)
    }

    @Test("One rule per value in use, each named")
    func each() throws {
        let rule = rule(.count) { ($0.min, $0.each) = (1, .dimension) }
        try expectBroken(rule, by: .count(1), keeping: ["a": 0, "c": 0], breaking: ["a": 0])
        let figures = try city(rule).appraisal(["a": 0]).rules
        #expect(figures.map(\.name) == ["r/economy", "r/living"])
        #expect(figures.map(\.measure) == [.whole(1), .whole(0)])
        #expect(figures.map(\.whole) == [.whole(1), .whole(1)])
    }
}
