import Foundation
import Portfolio
import Testing

@testable import Reporting

struct FrontierReportTests {
    /// A frontier of three points: nothing is lawful at the first, nothing is proved at the last.
    static func frontier(simulated: Bool = true, name: String = "Intranet") throws -> FrontierReport {
        let chance: JSONValue = simulated ? ["estimate": 0.5, "low": 0.45, "high": 0.55] : .null
        func point(_ at: Double, _ ceilings: Int64, _ rest: [String: JSONValue]) -> JSONValue {
            let blank: [String: JSONValue] = [
                "at": .number(at), "ceilings": .integer(ceilings), "status": "infeasible", "value": .null,
                "bound": .null, "gap": .null, "cost": .null, "quick_wins": .null, "count": .null,
                "programs": [], "enters": [], "leaves": [], "per_billion": .null, "repeatable": true,
                "p_all_quick_wins": .null,
            ]
            return .object(blank.merging(rest) { $1 })
        }
        let best: [String: JSONValue] = [
            "status": "optimal", "value": 2.5, "bound": 2.5, "gap": 0.0, "cost": 400_000_000, "quick_wins": 1,
            "count": 1, "programs": ["intranet"], "p_all_quick_wins": chance,
        ]
        let last: [String: JSONValue] = [
            "status": "feasible", "value": 4.0, "bound": 5.0, "gap": 1.0, "cost": 350_000_000,
            "quick_wins": 1,
            "count": 1, "programs": ["hall"], "enters": ["hall"], "leaves": ["intranet"], "per_billion": 6.0,
            "p_all_quick_wins": chance,
        ]
        let value: JSONValue = [
            "schema": 1, "scenario": ["name": "Contoh", "name_en": "Sample", "digest": "abc"],
            "vary": "funds.*=50%..150%", "varied": "semua pagu", "varied_en": "all ceilings",
            "of_funds": true, "unit": "relative", "goal": "maximise value",
            "simulation": simulated ? ["trials": 200, "seed": "7", "policy": "budget"] : .null,
            "points": [
                point(0.5, 225_000_000, [:]), point(1, 450_000_000, best), point(1.5, 700_033_333, last),
            ],
            "programs": [
                ["id": "hall", "name": "Balai", "chosen": [["from": 1.5, "to": 1.5]]],
                ["id": "intranet", "name": .string(name), "chosen": [["from": 1.0, "to": 1.0]]],
            ],
        ]
        return try FrontierReport(json: Array(value.formatted.utf8))
    }

    @Test("What is read from JSON writes the same JSON")
    func roundTrip() throws {
        let frontier = try Self.frontier()
        #expect(try FrontierReport(json: Array(frontier.json.utf8)).json == frontier.json)
        #expect(frontier.json.contains("\"vary\": \"funds.*=50%..150%\""))
    }

    @Test("What is missing is named, with the command that makes the file again")
    func mistakes() throws {
        let text = try Self.frontier().json
        for (old, path) in [
            ("\"unit\": \"relative\"", "unit"), ("\"status\": \"infeasible\"", "points[0].status"),
        ] {
            #expect(text.contains(old))
            let error = #expect(throws: UnusableOutcome.self) {
                try FrontierReport(json: Array(text.replacing(old, with: "\"other\": 1").utf8))
            }
            #expect(error?.path == path)
        }
        let error = #expect(throws: UnusableOutcome.self) { try FrontierReport(json: Array("{".utf8)) }
        let message = error?.message(of: "frontier", by: "frontier").text(in: .english)
        #expect(message?.hasSuffix("make frontier.json again with `selaras frontier`") == true)
    }

    @Test("The report has a chapter with the tables and charts of the frontier's own page")
    func chapter() throws {
        let frontier = try Self.frontier()
        let report = try Sample.report()
        let page = HTMLReport(of: report, frontier: frontier, in: .english).text
        let own = frontier.document(in: .english).page(in: .english)
        #expect(
            page.contains("href=\"#frontier\"")
                && page.contains("<h2 id=\"h-frontier\">Frontier: all ceilings</h2>"))
        for part in [/<table.*?<\/table>/, /<figure.*?<\/figure>/] {
            let parts = own.matches(of: part).map(\.output)
            #expect(parts.count >= 2)
            for part in parts { #expect(page.contains(part)) }
        }
        #expect(page.contains("from outcome.json and frontier.json alone"))
        #expect(!HTMLReport(of: report, in: .english).text.contains("frontier"))
    }

    @Test("An infeasible outcome has the chapter too, for the budgets at which there is a plan")
    func infeasible() throws {
        let report = try Report(outcome: #require(Sample.outcome(status: .infeasible)).jsonValue)
        let page = HTMLReport(of: report, frontier: try Self.frontier(), in: .indonesian).text
        #expect(page.contains("Kurva pertukaran: semua pagu"))
        #expect(page.contains("tidak layak"))
    }

    @Test("The summary has one paragraph and the table of points, money in millions with one decimal")
    func summary() throws {
        let text = Summary(of: try Sample.report(), frontier: try Self.frontier(), in: .indonesian).markdown
        let chapter = try #require(text.components(separatedBy: "## Kurva pertukaran: semua pagu\n\n").last)
        #expect(
            chapter.hasPrefix(
                "Bila semua pagu diubah dari 50% sampai 150%, nilai berubah dari tidak layak menjadi 4,00; 2 program masuk atau keluar di antaranya.\n\n| Semua pagu"
            ))
        #expect(chapter.contains("| 150%") && chapter.contains(" 700,0 |") && chapter.contains(" 50,00% |"))
        #expect(!Summary(of: try Sample.report(), in: .indonesian).markdown.contains("Kurva pertukaran"))
    }

    @Test("Without simulation there is no column and no chart of chances")
    func plain() throws {
        let text = try Self.frontier(simulated: false).document(in: .english).page(in: .english)
        #expect(!text.contains("on time") && !text.contains("trials"))
        #expect(text.matches(of: /<svg/).count == 1)
    }

    @Test("Every budget over which a program stays in is told with its ceilings")
    func budgets() throws {
        let text = try Self.frontier().document(in: .english).markdown(in: .english)
        #expect(text.contains(/\| Intranet +\| 100% +\| 450\.0 +\|/))
        #expect(text.contains("Some programs leave when the ceilings grow"))
    }

    @Test("The CSV has a row per point with what enters and leaves")
    func csv() throws {
        let lines = try Self.frontier().csv(.plain, in: .english).split(whereSeparator: \.isNewline)
        #expect(lines.count == 4)
        #expect(lines[0].hasSuffix(",P(all quick wins on time),Enters,Leaves"))
        #expect(lines[3].hasPrefix("150%,700033333,4") && lines[3].hasSuffix(",Balai,Intranet"))
    }

    @Test("Names stay text")
    func hostile() throws {
        let frontier = try Self.frontier(name: "</table><script>alert(1)</script>")
        let page = HTMLReport(of: try Sample.report(), frontier: frontier, in: .english).text
        #expect(!page.contains("<script"))
    }
}
