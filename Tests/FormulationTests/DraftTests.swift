import Formulation
import Portfolio
import TestSupport
import Testing
import Verification

@Suite("A draft")
struct DraftTests {
    /// Drafts of a random scenario after moves by chance, each with the draft before its last move.
    private func walk(
        seed: UInt64, goal: Goal, _ check: (MIPFormulation, Scenario, inout Draft, Int) throws -> Void
    ) rethrows {
        let scenario = RandomScenario.make(seed: seed)
        let formulation = MIPFormulation(scenario: scenario)
        var draft = Draft(formulation, goal: goal)
        var random = SplitMix64(seed: seed)
        for _ in 0..<60 {
            let program = random.int(0...(scenario.programs.count - 1))
            try check(formulation, scenario, &draft, program)
            let options = Array(draft.options(of: program))
            let option =
                options.isEmpty || random.chance(30) ? nil : options[random.int(0...(options.count - 1))]
            draft.set(program, to: option)
        }
    }

    @Test("is feasible exactly where the verifier accepts its plan", arguments: randomSeeds(60))
    func feasibility(seed: UInt64) {
        walk(seed: seed, goal: .maximiseValue) { _, scenario, draft, _ in
            let verdict = Verifier(scenario: scenario).verify(draft.plan)
            #expect(draft.isFeasible == verdict.isAccepted, "\(draft.plan)")
        }
    }

    @Test("does not take a minimum of some rupiah for none where money counts in millions")
    func smallMinimum() {
        var scenario = Tiny.scenario(
            Tiny.calendar(periods: 1), programs: [Tiny.program("a", costs: [Tiny.capital(1_450_000_000)])])
        scenario.rules = [Rule(id: "r", measure: .spend, min: 37, place: ScenarioPath())]
        #expect(!Draft(MIPFormulation(scenario: scenario), goal: .maximiseValue).isFeasible)
    }

    @Test("has the value that the verifier finds", arguments: randomSeeds(60))
    func value(seed: UInt64) throws {
        guard let goal = RandomScenario.make(seed: seed).objective.first else { return }
        try walk(seed: seed, goal: goal) { formulation, scenario, draft, _ in
            let verdict = Verifier(scenario: scenario).verify(draft.plan)
            guard verdict.isAccepted else { return }
            let expected = try #require(verdict.appraisal).value(of: goal)
            let value = formulation.value(of: goal, objective: draft.objective)
            #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)))
        }
    }

    @Test("knows what an option would add before it is taken", arguments: randomSeeds(60))
    func deltas(seed: UInt64) {
        guard let goal = RandomScenario.make(seed: seed).objective.first else { return }
        walk(seed: seed, goal: goal) { _, _, draft, program in
            let old = draft.options[program]
            draft.set(program, to: nil)
            let (penalty, cost) = (draft.penalty, draft.cost)
            for option in draft.options(of: program) {
                let added = (draft.penaltyAdded(by: option), draft.costAdded(by: option))
                let isFundable = draft.isFundable(with: option)
                draft.set(program, to: option)
                #expect(draft.penalty == penalty + added.0 && draft.cost == cost + added.1)
                #expect(draft.isFundable == isFundable)
                draft.set(program, to: nil)
                #expect(draft.penalty == penalty && draft.cost == cost)
            }
            draft.set(program, to: old)
        }
    }

    @Test("is after many moves what it is when made at once", arguments: randomSeeds(60))
    func recomputation(seed: UInt64) {
        guard let goal = RandomScenario.make(seed: seed).objective.first else { return }
        walk(seed: seed, goal: goal) { formulation, _, draft, _ in
            var anew = Draft(formulation, goal: goal)
            anew.restore(draft.options)
            #expect(anew.penalty == draft.penalty && anew.cost == draft.cost)
            #expect(anew.isFundable == draft.isFundable)
        }
    }
}
