import Portfolio

/// Whether needs can be paid, asked often: what one answer taught makes the next ones quick.
///
/// The payments of the last flow are tried first, then cuts that some needs broke; then each set in turn
/// takes what its funds still hold; only where all leave the question open a flow decides.
final class FundingTest {
    private let network: FundingNetwork
    private var cuts: [FundingNetwork.Cut] = []
    private var witness: FundingWitness
    private var left: [Int64]
    private let ceilings: [Int64]
    private let years: Int
    /// Sets with their funds, in the order in which they take.
    private let payers: [(set: Int, funds: [Int])]
    /// Funds that may carry money into the next year.
    private let carrying: [(fund: Int, limits: [Int64])]

    /// Most cuts that are remembered; the ones that helped last stay.
    private static let mostCuts = 256

    init(network: FundingNetwork) {
        self.network = network
        witness = FundingWitness(network: network)
        left = network.ceilings
        ceilings = network.ceilings
        years = network.yearCount
        payers = network.payingOrder.map { ($0, network.funds(of: $0)) }
        carrying = network.carryLimits.enumerated().filter { $1.contains { $0 > 0 } }
            .map { ($0.offset, $0.element) }
    }

    /// What the funds of every set hold in every year, sets in order, years within.
    var mostPayable: ContiguousArray<Int64> {
        var most = ContiguousArray<Int64>(repeating: 0, count: payers.count * years)
        for (set, funds) in payers {
            for year in 0..<years {
                most[set * years + year] = funds.reduce(0) { $0 + ceilings[$1 * years + year] }
            }
        }
        return most
    }

    /// Whether needs in rupiah, sets in order, years within, can be paid.
    func isFundable(_ needs: ContiguousArray<Int64>) -> Bool {
        if witness.pays(needs) { return true }
        if let broken = cuts.firstIndex(where: { $0.isBroken(by: needs) }) {
            if broken > 0 { cuts.swapAt(broken, broken / 2) }
            return false
        }
        if isPaidInTurn(needs) { return true }
        let (paid, broken) = network.paidOrBroken(needs: Array(needs))
        if let paid { witness.learn(paid) }
        guard let cut = broken else { return true }
        if cuts.count == Self.mostCuts { cuts.removeLast() }
        cuts.append(cut)
        return false
    }

    /// Whether every set finds enough when each takes in turn, year by year; no proof of the contrary.
    private func isPaidInTurn(_ needs: ContiguousArray<Int64>) -> Bool {
        left.withUnsafeMutableBufferPointer { left in
            for position in left.indices { left[position] = ceilings[position] }
            for year in 0..<years {
                for (set, funds) in payers {
                    var need = needs[set * years + year]
                    for fund in funds where need > 0 {
                        let taken = min(need, left[fund * years + year])
                        left[fund * years + year] -= taken
                        need -= taken
                    }
                    if need > 0 { return false }
                }
                guard year + 1 < years else { break }
                for (fund, limits) in carrying {
                    left[fund * years + year + 1] += min(limits[year], left[fund * years + year])
                }
            }
            return true
        }
    }
}
