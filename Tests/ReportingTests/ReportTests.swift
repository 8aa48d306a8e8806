import Portfolio
import Reporting
import Testing

struct ReportTests {
    private func value() throws -> JSONValue { try #require(Sample.outcome()).jsonValue }

    @Test("A report is made from the text of outcome.json alone, names and sums included")
    func fromText() throws {
        let report = try Report(json: Array(try #require(Sample.outcome()).json.utf8))
        let plan = try #require(report.plan)
        #expect(report.scenario.name == LocalizedText("Contoh", english: "Sample"))
        #expect(plan.cost == Figure(value: 400_000_000, path: "plan.cost"))
        #expect(plan.programs.first?.candidate.ownerName.indonesian == "Dinas Kominfo")
        #expect(plan.byDimension.first?.cost.value == 400_000_000)
        #expect(plan.years.first?.slack.value == 50_000_000)
        #expect(report.leftOut.map(\.candidate.id) == ["hall"])
        #expect(report.saw.map(\.id) == ["intranet", "hall"])
        #expect(report.name(of: "hall").indonesian == "Balai, \"kota\"")
    }

    @Test("Every figure knows its path in outcome.json")
    func paths() throws {
        let plan = try #require(try Report(outcome: value()).plan)
        let program = try #require(plan.programs.first)
        #expect(program.paidBy["dau"]?[FiscalYear(2023)]?.path == "plan.programs[0].paid_by.dau.2023")
        #expect(plan.funds.last?.years.first?.lapsed.path == "plan.funds[1].years.2023.lapsed")
    }

    @Test(
        "A value that is missing or of another type is named with its path",
        arguments: [
            ("scenario", "digest", JSONValue.null, "scenario.digest"),
            ("scenario", "illustrative", "ja", "scenario.illustrative"),
            ("plan", "cost", 1.5, "plan.cost"),
            ("plan", "programs", ["x"], "plan.programs[0].id"),
            ("search", "nodes", "7", "search.nodes"),
        ] as [(String, String, JSONValue, String)])
    func wrong(_ section: String, _ name: String, _ replacement: JSONValue, _ path: String) throws {
        var outcome = try #require(try value().members)
        var members = try #require(outcome[section]?.members)
        members[name] = replacement
        outcome[section] = .object(members)
        #expect {
            try Report(outcome: .object(outcome))
        } throws: { error in
            (error as? UnusableOutcome)?.path == path
        }
    }

    @Test("Text that is no JSON is refused with its line")
    func noJSON() {
        #expect {
            try Report(json: Array("{\n".utf8))
        } throws: { error in
            (error as? UnusableOutcome)?.expected.text(in: .english).contains("line 2") ?? false
        }
    }

    @Test("An infeasible outcome makes a report without a plan")
    func infeasible() throws {
        let report = try Report(outcome: try #require(Sample.outcome(status: .infeasible)).jsonValue)
        #expect(report.plan == nil)
        #expect(report.conflicts.map(\.at) == ["kota.yaml:41"])
    }
}
