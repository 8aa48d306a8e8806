import Planning
import Portfolio
import Probability
import TestSupport
import Testing
import Verification

@testable import Simulation

@Suite struct FreeBlockTests {
    /// A random scenario in which everything is uncertain, with trials in which programs are cancelled.
    private func scenario(seed: UInt64) -> (Scenario, [Plan]) {
        var (scenario, plans) = plans(seed: seed, most: 2)
        scenario.makeUncertain()
        scenario.simulation.start = seed % 3 == 0 ? .ready : .planned
        scenario.risk.correlation = [Correlation(quantity: .duration, rho: 0.3)]
        return (scenario, plans)
    }

    @Test(
        "A block of trials has, to the last bit, what its trials have one by one", arguments: randomSeeds(300)
    )
    func sameBits(seed: UInt64) throws {
        let (scenario, plans) = scenario(seed: seed)
        for plan in plans {
            guard let planned = rollout(plan, of: scenario) else { continue }
            let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
            var compiler = try RiskCompiler(scenario: scenario, planned: planned, rollout: rollout, seed: 5)
            let sources = try compiler.compile()
            var player = BlockPlayer(rollout: rollout, sources: sources, policy: .free)
            player.play(from: 512, count: DrawBlock.size)
            let trial = Trial(rollout: rollout, policy: .free)
            for offset in stride(from: 0, to: DrawBlock.size, by: 3) {
                trial.luck.take(offset, of: player.luck)
                trial.run()
                expect(player.outcomes, at: offset, toBe: trial)
            }
        }
    }

    private func expect(_ block: Outcomes, at offset: Int, toBe trial: Trial) {
        let alone = TrialOutcome(trial)
        let rows = trial.rollout.programs.indices.map { $0 * block.capacity + offset }
        #expect(rows.map { block.finish[$0] } == alone.finishes)
        #expect(rows.map { block.cost[$0] } == alone.costs)
        #expect(rows.map { block.value[$0] } == alone.values)
        #expect(rows.map { block.critical[$0] } == alone.critical)
        #expect(rows.map { block.cancelled[$0] == 1 } == trial.state.phase.map { $0 == .cancelled })
        #expect(block.totalValue[offset] == alone.value)
        for index in trial.rollout.sets.ceilings.indices {
            #expect(block.ledger.account(index, of: offset) == alone.accounts[index])
        }
    }

    @Test("A program that starts together with another, or waits for one of several, is played too")
    func unusualNetworks() throws {
        let after = { (id: Program.ID, timing: Timing) in
            Requirement(program: id, timing: timing, place: ScenarioPath())
        }
        let a = Tiny.program("a", months: "3").with { $0.requires = [after("b", .afterStart(lag: 0))] }
        let b = Tiny.program("b", months: "2").with { $0.requires = [after("a", .afterStart(lag: 0))] }
        let cyclic = Stage(
            Tiny.scenario(Tiny.calendar(periods: 12), programs: [a.lasting(4.5), b]),
            starts: ["a": 1, "b": 1])
        let finish = try #require(cyclic.simulate(trials: 300).portfolio.finish)
        #expect(finish.mean.estimate == 5.5)
    }
}

@Suite struct ReservationsTests {
    @Test(
        "Needs are covered exactly when every union of funds can pay what only it may pay",
        arguments: randomSeeds(200)
    )
    func hall(seed: UInt64) throws {
        let (scenario, plans) = plans(seed: seed, most: 1)
        guard let plan = plans.first, let planned = rollout(plan, of: scenario) else { return }
        check(try RolloutCompiler(scenario: scenario, planned: planned).compile().sets, seed: seed)
    }

    @Test("So they are with more eligible sets than a word has bits", arguments: 0..<3)
    func manySets(seed: UInt64) {
        let funds = (0..<7).map { Tiny.fund([0], id: Fund.ID("f\($0)")) }
        let subsets = (1..<128).filter { $0 % 5 != Int(seed) }.map { union in
            funds.indices.filter { union & 1 << $0 != 0 }.map { funds[$0].id }
        }
        let scenario = Tiny.scenario(Tiny.calendar(periods: 12), programs: [], funds: funds)
        let sets = FundSets(
            scenario: scenario, sets: subsets, allocation: Allocation(payments: [], fundYears: []),
            lineSets: [:])
        #expect(sets.sets.count > 64)
        check(sets, seed: seed)
    }

    private func check(_ sets: FundSets, seed: UInt64) {
        let reservations = Reservations(sets: sets)
        let asked = Table(repeating: 0, count: sets.sets.count)
        let amounts = Table(repeating: Rupiah(0), count: sets.sets.count)
        defer { withExtendedLifetime((asked, amounts)) {} }
        let stream = RandomStream(seed: 3, what: 1, which: seed)
        var draw: UInt64 = 0
        func amount(below most: UInt32) -> Rupiah {
            draw += 1
            return Rupiah(stream.bits(trial: draw) % most)
        }
        for _ in 0..<10 {
            let holdings = (0..<sets.funds).map { _ in amount(below: 50) }
            reservations.begin(holdings: Table(holdings))
            var reserved = Array(repeating: Rupiah(0), count: sets.sets.count)
            for _ in 0..<12 {
                var (wanted, count) = (reserved, 0)
                let asksAll = amount(below: 2) == 0
                for set in sets.sets.indices where asksAll || amount(below: 4) == 0 {
                    let more = amount(below: 9)
                    (asked[count], amounts[count]) = (set, more)
                    count += 1
                    wanted[set] += more
                }
                let needs = Needs(sets: asked.base, amounts: amounts.base, count: count)
                let isCovered = reservations.covers(needs)
                #expect(isCovered == isFundable(wanted, sets, holdings))
                if needs.count == 1 {
                    let set = asked[0]
                    let most = reservations.most(for: set, upTo: needs.total)
                    wanted[set] = reserved[set] + most
                    #expect(isFundable(wanted, sets, holdings))
                    wanted[set] += 1
                    #expect(most == needs.total || !isFundable(wanted, sets, holdings))
                    wanted[set] = reserved[set] + needs.total
                }
                guard isCovered else { continue }
                for set in sets.sets.indices where wanted[set] > reserved[set] {
                    #expect(reservations.reserve(wanted[set] - reserved[set], for: set) == 0)
                    let back = amount(below: 3) == 0 ? amount(below: UInt32(wanted[set] + 1)) : 0
                    if back > 0 { reservations.release(back, for: set) }
                    reserved[set] = wanted[set] - back
                }
            }
        }
    }

    private func isFundable(_ needs: [Rupiah], _ sets: FundSets, _ holdings: [Rupiah]) -> Bool {
        (0..<(1 << sets.funds)).allSatisfy { union in
            let inside = sets.sets.indices.filter { sets.sets[$0].allSatisfy { union & 1 << $0 != 0 } }
            let holds = holdings.indices.filter { union & 1 << $0 != 0 }.reduce(0) { $0 + holdings[$1] }
            return inside.reduce(0) { $0 + needs[$1] } <= holds
        }
    }
}
