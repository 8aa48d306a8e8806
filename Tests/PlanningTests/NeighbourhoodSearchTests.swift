import Formulation
import Linear
import Portfolio
import Synchronization
import TestSupport
import Testing
import Verification

@testable import Planning

@Suite("The search of neighbourhoods")
struct NeighbourhoodSearchTests {
    /// A plan, and two that are better by the first goal, the second of them best; nil where there are none.
    private func three(of scenario: Scenario, _ goal: Goal) -> (VerifiedPlan, [VerifiedPlan])? {
        let verifier = Verifier(scenario: scenario)
        let plans = BruteForce(scenario).feasiblePlans.prefix(80)
            .compactMap { VerifiedPlan(plan: $0, verdict: verifier.verify($0)) }
            .sorted { goal.isWorse($0.value(of: goal), than: $1.value(of: goal)) }
        guard let worst = plans.first, let best = plans.last,
            let middle = plans.first(where: { plan in
                goal.isWorse(worst.value(of: goal), than: plan.value(of: goal))
                    && goal.isWorse(plan.value(of: goal), than: best.value(of: goal))
            })
        else { return nil }
        return (worst, [middle, best])
    }

    /// Columns with more than one possible value in what is near by a plan that brings nothing, looked at twice and,
    /// along a relaxation that says the same once it is strengthened, a third time.
    private func looked(_ distance: ProofDistance) throws -> [Int] {
        let found = (UInt64(1)...60).lazy.map { RandomScenario.make(seed: $0) }.compactMap { scenario in
            scenario.objective.first.flatMap { goal in
                three(of: scenario, goal).map { (scenario, goal, $0.0) }
            }
        }
        let (scenario, goal, plan) = try #require(found.first)
        let formulation = MIPFormulation(scenario: scenario)
        let values = try #require(formulation.values(of: plan.plan))
        let columns = Mutex<[Int]>([])
        var search = NeighbourhoodSearch(
            formulation: formulation, goal: goal, relaxed: values,
            effort: NeighbourhoodSearch.Effort(programs: 100, distance), threads: 1
        ) { part, nodes, plan in
            if nodes == 200 { columns.withLock { $0.append(part.model.openColumns) } }
            return NeighbourhoodSearch.Answer(best: plan, isComplete: false)
        }
        #expect(search.better(than: plan) == nil && search.better(than: plan) == nil)
        #expect(columns.withLock { $0.count } == 2)
        search.follow(values)
        #expect(search.better(than: plan) == nil)
        return columns.withLock { $0 }
    }

    @Test(
        "What is near by is looked at again along a strengthened relaxation, and as wide as before otherwise")
    func follow() throws {
        let open = try looked(.near)
        #expect(open.count == 4 && open[0] == open[2] && open[3] <= open[2] && open[1] >= open[0])
    }

    @Test("At middling distance the first plan is left as it is but where the relaxation says something else")
    func relaxed() throws {
        let (open, near) = (try looked(.middling), try looked(.near))
        #expect(open.count == 4 && open[0] < open[1] && open[1] == near[0] && open[2...] == near[2...])
        #expect(try looked(.far) == near)
    }

    @Test(
        "The answers of one round are put together in a neighbourhood that holds them all",
        arguments: [0, 30])
    func together(mostFree: Int) throws {
        var (rounds, effort) = (0, NeighbourhoodSearch.Effort(programs: 60, .middling))
        effort.mostFree = mostFree
        for seed in UInt64(1)...60 {
            let scenario = RandomScenario.make(seed: seed)
            guard let goal = scenario.objective.first, let (worst, better) = three(of: scenario, goal) else {
                continue
            }
            rounds += 1
            let formulation = MIPFormulation(scenario: scenario)
            let asked = Mutex<[(part: MIPFormulation, plan: Plan)]>([])
            var search = NeighbourhoodSearch(
                formulation: formulation, goal: goal,
                relaxed: try #require(formulation.values(of: worst.plan)),
                effort: effort, threads: 1
            ) { part, _, plan in
                let position = asked.withLock { asked in
                    asked.append((part, plan.plan))
                    return asked.count - 1
                }
                return NeighbourhoodSearch.Answer(best: position < 2 ? better[position] : plan, nodes: 1)
            }
            #expect(search.better(than: worst)?.plan == better[1].plan)
            let all = asked.withLock { $0 }
            let last = try #require(all.last)
            #expect(search.nodes == 3 && last.plan == better[1].plan)
            for plan in better {
                let values = try #require(last.part.values(of: plan.plan))
                #expect(last.part.model.violation(of: values) <= 1e-7)
            }
        }
        #expect(rounds > 20)
    }

    /// What a rival of a plan brings, where a solver finds one plan along the relaxation and nothing else; and the
    /// plans that each solve was to be better than.
    private func rivalry(
        of plan: VerifiedPlan, first: VerifiedPlan, along: VerifiedPlan, _ scenario: Scenario, _ goal: Goal
    ) throws -> (better: VerifiedPlan?, asked: [Plan], last: MIPFormulation?) {
        let formulation = MIPFormulation(scenario: scenario)
        let values = try #require(formulation.values(of: along.plan))
        let asked = Mutex<[(part: MIPFormulation, plan: Plan)]>([])
        var search = NeighbourhoodSearch(
            formulation: formulation, goal: goal, relaxed: values,
            effort: NeighbourhoodSearch.Effort(programs: 150, .far), threads: 1
        ) { part, _, known in
            asked.withLock { $0.append((part, known.plan)) }
            let best = known.plan == first.plan ? along : known
            return NeighbourhoodSearch.Answer(best: best, isComplete: false)
        }
        #expect(search.improved(first, rounds: 0).plan == first.plan && search.outdone(plan) == nil)
        search.follow(values)
        let better = search.outdone(plan)
        let all = asked.withLock { $0 }
        return (better, all.map(\.plan), all.last?.part)
    }

    @Test("A rival begins along the relaxation from the first plan, and is put together with the best one")
    func rivals() throws {
        var rivalries = 0
        for seed in UInt64(1)...60 {
            let scenario = RandomScenario.make(seed: seed)
            guard let goal = scenario.objective.first, let (worst, better) = three(of: scenario, goal) else {
                continue
            }
            let (middle, best) = (better[0], better[1])
            rivalries += 1
            let overtaken = try rivalry(of: middle, first: worst, along: best, scenario, goal)
            #expect(overtaken.better?.plan == best.plan)
            #expect(overtaken.asked.prefix(2) == [worst.plan, worst.plan])
            let vain = try rivalry(of: best, first: worst, along: middle, scenario, goal)
            #expect(vain.better == nil && vain.asked.last == best.plan)
            let last = try #require(vain.last)
            for plan in [middle, best] {
                let values = try #require(last.values(of: plan.plan))
                #expect(last.model.violation(of: values) <= 1e-7)
            }
            #expect(vain.asked.contains(middle.plan))
        }
        #expect(rivalries > 20)
    }
}

extension Model {
    /// Columns with more than one possible value.
    fileprivate var openColumns: Int { columns.count { $0.lower < $0.upper } }
}
