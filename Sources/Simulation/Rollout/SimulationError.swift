import Portfolio

/// Why a rollout cannot be simulated.
public enum SimulationError: Error, Hashable, Sendable {
    /// Two names of the scenario have the same 64-bit hash, so that their luck would be the same.
    case equalHashes(String, String)
    /// The plan names something that the scenario does not have.
    case unknown(String)
    /// A distribution's parameters are beyond what arithmetic can carry.
    case impossibleDistribution(String)
    /// More than 10 million trials.
    case tooManyTrials(Int)
    /// Costs or ceilings of more than 2⁵⁰ rupiah (1.125 quadrillion) in all, or values of more than
    /// 100,000 points: the sums of their squares would no longer be exact.
    case tooLarge

    /// What is wrong and what to do.
    public var reason: LocalizedText {
        switch self {
        case .equalHashes(let one, let other):
            LocalizedText(
                "'\(one)' dan '\(other)' memiliki hash yang sama sehingga nasibnya akan sama: ganti salah satu id",
                english:
                    "'\(one)' and '\(other)' have the same hash, so that their luck would be the same: rename one"
            )
        case .unknown(let name):
            LocalizedText(
                "rencana menyebut '\(name)', yang tidak ada dalam skenario",
                english: "the plan names '\(name)', which the scenario does not have")
        case .impossibleDistribution(let text):
            LocalizedText(
                "tidak ada sebaran dengan parameter ini dalam ketelitian Double: \(text)",
                english: "no distribution has these parameters in Double precision: \(text)")
        case .tooManyTrials(let trials):
            LocalizedText(
                "diminta \(trials) putaran; paling banyak 10000000 sekaligus",
                english: "\(trials) trials are asked for; at most 10000000 are played at once")
        case .tooLarge:
            LocalizedText(
                "simulasi menghitung tepat sampai Rp1.125.899.906.842.624 seluruhnya dan 100000 poin: pakai satuan yang lebih besar",
                english:
                    "the simulation counts exactly up to Rp1,125,899,906,842,624 in all and 100000 points: use a larger unit"
            )
        }
    }
}
