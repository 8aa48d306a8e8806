import Portfolio
import TestSupport
import Testing

@testable import Simulation

/// What becomes of programs whose requirements are lost (model.md §12, both policies).
@Suite struct CancellationStoryTests {
    private func any(_ others: [Program.ID], atLeast count: Int = 1) -> AlternativeRequirement {
        AlternativeRequirement(
            atLeast: count, of: others, timing: .afterFinish(lag: 0), place: ScenarioPath())
    }

    private func requirement(_ other: Program.ID, _ timing: Timing) -> Requirement {
        Requirement(program: other, timing: timing, place: ScenarioPath())
    }

    /// A scenario in which tenders fail for good at once.
    private func scenario(_ programs: [Program]) -> Scenario {
        var scenario = Tiny.scenario(Tiny.calendar(periods: 24), programs: programs)
        scenario.risk.procurement = [
            ProcurementRoute(id: "tender", failure: 1, retryDelay: .constant(1), giveUpAfter: 1)
        ]
        return scenario
    }

    private func failing(_ id: Program.ID) -> Program {
        Tiny.program(id, costs: [Tiny.capital(10)]).with { $0.variants[0].procurement = "tender" }
    }

    @Test(
        "Alternatives that only wait for each other are cancelled when what could begin the ring is lost",
        arguments: SimulationSettings.Policy.allCases)
    func ring(policy: SimulationSettings.Policy) throws {
        let a = Tiny.program("a").with { $0.requiresAny = any(["b", "c"]) }
        let b = Tiny.program("b").with { $0.requiresAny = any(["a", "d"]) }
        let played = try Stage(
            scenario([a, b, failing("c"), failing("d")]), starts: ["a": 2, "b": 2, "c": 0, "d": 1]
        ).play(policy)
        #expect(played.cancelled("c") == 0 && played.cancelled("d") == 1)
        #expect(played.cancelled("a") == 1 && played.cancelled("b") == 1)
        #expect(played.start("a") == .infinity && played.cost("a") == 0)
    }

    @Test(
        "What can still begin the ring keeps it alive: the other waits for it",
        arguments: SimulationSettings.Policy.allCases)
    func ringWithBeginning(policy: SimulationSettings.Policy) throws {
        let a = Tiny.program("a", months: "3").with { $0.requiresAny = any(["b", "c"]) }
        let b = Tiny.program("b").with { $0.requiresAny = any(["a", "d"]) }
        let played = try Stage(
            scenario([a, b, Tiny.program("c"), failing("d")]), starts: ["a": 2, "b": 2, "c": 0, "d": 1]
        ).play(policy)
        #expect(played.start("a") == 2 && played.start("b") == 5 && played.finish("b") == 6)
    }

    @Test("A ring takes with it what requires one of its programs, and what starts together with that")
    func ringWithFollowers() throws {
        let a = Tiny.program("a").with { $0.requiresAny = any(["b", "c"]) }
        let b = Tiny.program("b").with { $0.requiresAny = any(["a", "d"]) }
        let e = Tiny.program("e").with {
            $0.requires = [requirement("b", .afterFinish(lag: 0)), requirement("f", .afterStart(lag: 0))]
        }
        let f = Tiny.program("f").with { $0.requires = [requirement("e", .afterStart(lag: 0))] }
        let played = try Stage(
            scenario([a, b, failing("c"), failing("d"), e, f]),
            starts: ["a": 2, "b": 2, "c": 0, "d": 1, "e": 3, "f": 3]
        ).play()
        #expect(["a", "b", "e", "f"].allSatisfy { played.cancelled($0) == 1 })
    }

    @Test("Under requires_any a program is cancelled when fewer than k can still satisfy it")
    func tooFew() throws {
        let a = Tiny.program("a").with { $0.requiresAny = any(["b", "c", "d"], atLeast: 2) }
        let lost = try Stage(
            scenario([a, Tiny.program("b"), failing("c"), failing("d")]),
            starts: ["a": 4, "b": 0, "c": 0, "d": 2]
        ).play()
        #expect(lost.cancelled("a") == 2)
        let kept = try Stage(
            scenario([a, Tiny.program("b"), Tiny.program("c").lasting(5), failing("d")]),
            starts: ["a": 4, "b": 0, "c": 0, "d": 2]
        ).play()
        #expect(kept.start("a") == 5)
    }

    @Test(
        "A program already started goes on when its requirement is cancelled; choice alone cancels the rest")
    func started() throws {
        var scenario = scenario([
            Tiny.program("a", months: "6", costs: [Tiny.capital(60)]),
            Tiny.program("b", months: "9").with { $0.requires = [requirement("a", .afterStart(lag: 0))] },
            Tiny.program("c").with { $0.requires = [requirement("a", .choiceOnly)] },
        ])
        scenario.risk.events = [
            RiskEvent(
                id: "flood", probability: 1, affects: Selector(programs: ["a"]), cancels: true)
        ]
        let played = try Stage(scenario, starts: ["a": 0, "b": 0, "c": 8]).play()
        #expect(played.cancelled("a") < 6 && played.finish("b") == 9)
        #expect(played.cancelled("c") == played.cancelled("a"))
    }
}
