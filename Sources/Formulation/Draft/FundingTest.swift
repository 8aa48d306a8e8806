import Portfolio

/// Whether needs can be paid, asked often: what one answer taught makes the next ones quick.
///
/// Cuts that some needs broke are remembered, and tried first; then each set in turn takes what its
/// funds still hold; only where both leave the question open a flow decides.
final class FundingTest {
    private let network: FundingNetwork
    private var cuts: [FundingNetwork.Cut] = []
    private var left: [Int64]

    /// Most cuts that are remembered; the ones that helped last stay.
    private static let mostCuts = 256

    init(network: FundingNetwork) {
        self.network = network
        left = network.ceilings
    }

    /// Whether needs in rupiah, sets in order, years within, can be paid.
    func isFundable(_ needs: [Int64]) -> Bool {
        if let broken = cuts.firstIndex(where: { $0.isBroken(by: needs) }) {
            if broken > 0 { cuts.swapAt(broken, broken / 2) }
            return false
        }
        if isPaidInTurn(needs) { return true }
        guard let cut = network.brokenCut(needs: needs) else { return true }
        if cuts.count == Self.mostCuts { cuts.removeLast() }
        cuts.append(cut)
        return false
    }

    /// Whether every set finds enough when each takes in turn, year by year; no proof of the contrary.
    private func isPaidInTurn(_ needs: [Int64]) -> Bool {
        for position in left.indices { left[position] = network.ceilings[position] }
        for year in 0..<network.yearCount {
            for set in network.payingOrder {
                var need = needs[set * network.yearCount + year]
                for fund in network.funds(of: set) where need > 0 {
                    let taken = min(need, left[fund * network.yearCount + year])
                    left[fund * network.yearCount + year] -= taken
                    need -= taken
                }
                if need > 0 { return false }
            }
            carryOver(from: year)
        }
        return true
    }

    private func carryOver(from year: Int) {
        guard year + 1 < network.yearCount else { return }
        for (fund, limits) in network.carryLimits.enumerated() where limits[year] > 0 {
            let position = fund * network.yearCount + year
            left[position + 1] += min(limits[year], left[position])
        }
    }
}
