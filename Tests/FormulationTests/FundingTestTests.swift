import Portfolio
import TestSupport
import Testing

@testable import Formulation

@Suite("The test of funding")
struct FundingTestTests {
    @Test("answers as the flow does, also from what it remembers", arguments: randomSeeds(60))
    func sameAsFlow(seed: UInt64) {
        let scenario = RandomScenario.make(seed: seed)
        let sets = Set(
            scenario.programs.flatMap { $0.variants.flatMap { $0.costs.map(\.eligibleFunds) } }
        ).sorted { $0.lexicographicallyPrecedes($1) }
        let network = FundingNetwork(sets: sets, scenario: scenario)
        let test = FundingTest(network: network)
        let most = scenario.funds.flatMap(\.ceilings.values).max() ?? 0
        var random = SplitMix64(seed: seed)
        var answers: Set<Bool> = []
        for _ in 0..<200 {
            let needs = (0..<(sets.count * scenario.calendar.years.count)).map { _ in
                random.chance(50) ? 0 : Int64(random.int(0...Int(max(1, most))))
            }
            let isFundable = test.isFundable(ContiguousArray(needs))
            #expect(isFundable == (network.flow(needs: needs) != nil))
            answers.insert(isFundable)
        }
        #expect(!answers.isEmpty)
    }
}
