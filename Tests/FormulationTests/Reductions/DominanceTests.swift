import Formulation
import Portfolio
import TestSupport
import Testing

@Suite("Starts that another replaces for the better")
struct DominanceTests {
    /// Starts of a program that go because of a better one, with the English reason.
    private func dominated(_ id: Program.ID, in scenario: Scenario) -> [String] {
        StartReductions(scenario: scenario, dropsDominated: true).removed
            .filter { $0.program == id && $0.rule == RuleID("dominated-start") }
            .map { entry in
                let months = entry.starts.map(\.description).joined(separator: " ")
                return "\(entry.variant) \(months): \(entry.reason.text(in: .english))"
            }
    }

    private func scenario(
        _ programs: [Program], periods: Int = 3, staff: Int? = nil,
        change: (inout Scenario) -> Void = { _ in }
    ) -> Scenario {
        var scenario = Tiny.scenario(Tiny.calendar(periods: periods), programs: programs, staff: staff)
        change(&scenario)
        return scenario
    }

    private func variant(_ id: Variant.ID, months: String = "1", costs: [CostLine], points: Double) -> Variant
    {
        Variant(
            id: id, duration: Duration(planned: Tiny.exact(months)), costs: costs,
            benefits: ["living": points], place: ScenarioPath().key(id.rawValue))
    }

    private func nothing(_ month: String, variant: String = "default") -> String {
        "\(variant) \(month): a plan is always better without the program"
    }

    private let earliest = "`default` from 2023-01 takes no more and is always better"

    @Test("are the later ones where nothing but time is lost")
    func laterStarts() {
        let program = Tiny.program("a", costs: [Tiny.capital(6)], points: 1)
        #expect(
            dominated("a", in: scenario([program])) == [
                "default 2023-02: \(earliest)",
                nothing("2023-03"),
            ])
    }

    @Test("are not those that spend in another year, or run for a shorter time")
    func money() {
        let programs = [
            Tiny.program("a", costs: [Tiny.capital(6)], points: 1),
            Tiny.program("b", costs: [Tiny.operating(24)], points: 1),
        ]
        let scenario = Tiny.scenario(
            Tiny.calendar("2023-12", periods: 3, beyond: 2), programs: programs)
        #expect(
            dominated("a", in: scenario) == [
                "default 2024-02: `default` from 2024-01 takes no more and is always better"
            ])
        #expect(dominated("b", in: scenario).isEmpty)
    }

    @Test("are not those that work while others need the same staff")
    func staff() {
        var programs = [Tiny.program("a", points: 1), Tiny.program("b", points: 1)]
        for index in programs.indices { programs[index].variants[0].staff = ["dinas": 1] }
        let (few, many) = (
            scenario(programs, staff: 1) { $0.objective = [.maximiseValue, .minimiseFinish] },
            scenario(programs, staff: 2) { $0.objective = [.maximiseValue, .minimiseFinish] }
        )
        #expect(
            dominated("a", in: few) == [
                nothing("2023-03")
            ])
        #expect(dominated("a", in: many).count == 2)
    }

    @Test("are not those that wait for another program, or let another start sooner")
    func requirements() {
        var second = Tiny.program("b", points: 1)
        second.requires = [Requirement(program: "a", timing: .afterStart(lag: 0), place: second.place)]
        let scenario = scenario([Tiny.program("a", points: -1), second]) {
            $0.calendar = Tiny.calendar(periods: 3, beyond: 3)
        }
        #expect(dominated("a", in: scenario).isEmpty && dominated("b", in: scenario).isEmpty)
    }

    @Test("are not those that a rule, a group or a synergy may want")
    func wishes() {
        let programs = ["a", "b"].map { Tiny.program($0, costs: [Tiny.capital(1)]) }
        let place = ScenarioPath()
        let plain = scenario(programs)
        let ruled = scenario(programs) {
            $0.rules = [Rule(id: "r", measure: .starts, per: .period, max: 1, place: place)]
        }
        let grouped = scenario(programs) {
            $0.groups = [Group(id: "g", kind: .atLeast(1), of: ["a", "b"], place: place)]
        }
        let joined = scenario(programs) {
            $0.synergies = [Synergy(id: "s", programs: ["a", "b"], benefits: ["living": 1], place: place)]
        }
        #expect(dominated("a", in: plain).count == 1 && dominated("a", in: ruled).count == 1)
        #expect(dominated("a", in: grouped).isEmpty)
        #expect(dominated("a", in: joined) == [nothing("2023-03")])
    }

    @Test("are none of what a rule wants to start in each period")
    func startsPerPeriod() {
        let programs = ["a", "b"].map { Tiny.program($0, points: 1) }
        let scenario = scenario(programs) {
            $0.calendar = Tiny.calendar(periods: 3, beyond: 3)
            $0.rules = [
                Rule(id: "r", measure: .starts, per: .period, max: 1, place: ScenarioPath())
            ]
        }
        #expect(dominated("a", in: scenario).isEmpty)
    }

    @Test("are all of a variant that costs more and brings less")
    func variants() {
        var program = Tiny.program("a")
        program.variants = [
            variant("poor", costs: [Tiny.capital(9)], points: 1),
            variant("rich", costs: [Tiny.capital(8)], points: 2),
        ]
        let scenario = scenario([program], periods: 2)
        #expect(
            dominated("a", in: scenario) == [
                "poor 2023-01: `rich` from 2023-01 takes no more and is always better",
                nothing("2023-02", variant: "poor"),
                nothing("2023-02", variant: "rich"),
            ])
    }

    @Test("are none of two that tie in every goal")
    func ties() {
        var program = Tiny.program("a")
        program.variants = ["one", "two"].map { variant($0, costs: [Tiny.capital(8)], points: 2) }
        let scenario = scenario([program], periods: 1) {
            $0.calendar = Tiny.calendar(periods: 1, beyond: 1)
        }
        #expect(dominated("a", in: scenario).isEmpty)
    }

    @Test("are none of a helper that another program may gain from")
    func helpers() {
        var helped = Tiny.program("a", points: 1)
        helped.helpedBy = [Help(program: "b", share: Tiny.exact("0.5"), place: helped.place)]
        let programs = [helped, Tiny.program("b", costs: [Tiny.capital(1)])]
        let scenario = scenario(programs) { $0.calendar = Tiny.calendar(periods: 3, beyond: 1) }
        #expect(
            dominated("b", in: scenario).isEmpty)
    }
}
