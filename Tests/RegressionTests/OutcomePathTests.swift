import Reporting
import Testing

@testable import Regression

struct OutcomePathTests {
    private func follow(_ path: String) -> OutcomePath.Destination {
        OutcomePath(text: path).follow(in: SampleFigures.outcome())
    }

    @Test(
        "Names, ids with dots, positions and goals lead to their values",
        arguments: [
            ("status", "optimal"), ("plan.programs.b.c.start", "2023-04"), ("plan.programs.0.id", "a"),
            ("objective.maximise value.goal", "maximise value"), ("plan.programs.1.id", "b.c"),
        ] as [(String, JSONValue)])
    func found(_ path: String, _ value: JSONValue) { #expect(follow(path) == .found(value)) }

    @Test("The short name of the chance of all quick wins leads to its figure")
    func shortName() {
        #expect(follow("risk.quick_wins_on_time") == follow("risk.portfolio.p_all_quick_wins"))
    }

    @Test("A path that leads nowhere tells how far it led")
    func lost() {
        #expect(follow("plan.programs.b.start") == .lost(after: "plan.programs", parts: ["a", "b.c"]))
        #expect(follow("stat") == follow("statuss"))
        #expect(follow("status.optimal") == .lost(after: "status", parts: []))
        #expect(follow("plan.") == follow("plan.none"))
    }
}
