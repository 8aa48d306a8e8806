import Planning
import Portfolio
import Reporting
import Testing

struct OutcomeTests {
    @Test("The outcome is written with sorted names, whole rupiah and month dates")
    func json() throws {
        let text = try #require(Sample.outcome()).json
        let value = try JSONReader.read(Array(text.utf8))
        let plan = try #require(value["plan"])
        #expect(value["status"] == "optimal")
        let scenario = try #require(value["scenario"])
        #expect([scenario["digest"], scenario["name"], scenario["name_en"]] == ["abc", "Contoh", "Sample"])
        #expect([scenario["periods"], scenario["programs"]] == [4, 2])
        #expect(plan["cost"] == 400_000_000)
        let program = try #require(plan["programs"]?.elements?.first)
        #expect(program["start"] == "2023-01")
        #expect(program["finish"] == "2023-06")
        #expect(program["quick_win"] == true)
        #expect(program["paid_by"] == ["dau": ["2023": 150_000_000], "pad": ["2023": 250_000_000]])
        #expect(program["lines"]?.elements?.first?["name"] == "perangkat")
        #expect(text == value.formatted)
    }

    @Test("A goal that was not optimised says so, and an unknown bound is null")
    func goals() throws {
        let value = try JSONReader.read(Array(try #require(Sample.outcome()).json.utf8))
        let goals = try #require(value["objective"]?.elements)
        #expect(goals[0] == ["goal": "maximise value", "value": 2.5, "bound": 2.5, "gap": 0.0])
        #expect(
            goals[1] == [
                "goal": "minimise cost", "value": 400_000_000, "bound": .null, "gap": .null,
                "optimised": false,
            ])
    }

    @Test("Left out programs and forced decisions are listed")
    func leftOut() throws {
        let value = try JSONReader.read(Array(try #require(Sample.outcome()).json.utf8))
        let leftOut = try #require(value["left_out"]?.elements)
        #expect(leftOut.map { $0["id"] } == ["hall"])
        #expect(leftOut.map { $0["why"] } == ["tidak terpilih dalam portofolio optimal"])
        #expect(leftOut.map { $0["why_en"] } == ["not chosen in the optimal portfolio"])
        #expect(
            value["plan"]?["forced"] == [
                [
                    "what": "must intranet", "reason": "tulang punggung, \"wajib\"", "costs_value": .null,
                ],
                ["what": "rule spending", "reason": "pagu", "costs_value": .null],
            ])
    }

    @Test("An infeasible outcome names the statements in conflict and holds no plan")
    func infeasible() throws {
        let value = try JSONReader.read(Array(try #require(Sample.outcome(status: .infeasible)).json.utf8))
        #expect(value["plan"] == nil)
        #expect(
            value["infeasible"]?["conflict"] == [
                [
                    "rule": "must", "at": "kota.yaml:41", "says": "wajib", "says_en": "mandatory",
                ]
            ])
    }

    @Test("The plan of an outcome reads back with its money")
    func planFile() throws {
        let outcome = try #require(Sample.outcome())
        let file = try PlanFile(Array(outcome.json.utf8), calendar: outcome.calendar)
        #expect(file.digest == "abc")
        #expect(file.plan.programs == [PlannedProgram(program: "intranet", variant: "default", start: 0)])
        #expect(file.allocation == Sample.allocation)
    }

    @Test("A plan alone is enough, and has no money of its own")
    func planAlone() throws {
        let calendar = try #require(Sample.outcome()).calendar
        let text = #"{"programs": [{"id": "hall", "start": "2023-04"}]}"#
        let file = try PlanFile(Array(text.utf8), calendar: calendar)
        #expect(file.plan.programs == [PlannedProgram(program: "hall", variant: "default", start: 1)])
        #expect(file.allocation == nil)
        #expect(file.digest == nil)
    }

    @Test(
        "A file that holds no plan is refused",
        arguments: [
            "[]", "{}", "{\"status\": \"infeasible\"}", "{\"programs\": [1]}",
            "{\"programs\": [{\"id\": \"hall\"}]}",
            "{\"programs\": [{\"id\": \"hall\", \"start\": \"2023-02\"}]}",
            "{\"programs\": [{\"id\": \"hall\", \"start\": \"2023-13\"}]}",
            "{\"programs\": [{\"id\": \"hall\", \"start\": \"2023-01\", \"variant\": 1}]}",
            "{\"programs\": [], \"funds\": [{\"id\": \"pad\"}]}",
        ])
    func noPlan(_ text: String) throws {
        let calendar = try #require(Sample.outcome()).calendar
        #expect(throws: PlanFile.Unusable.self) { try PlanFile(Array(text.utf8), calendar: calendar) }
    }
}
