import Portfolio

/// A verified plan with the figures of it that a trial needs.
public struct PlannedRollout: Hashable, Sendable {
    /// The plan.
    public var plan: Plan
    /// §8 value of each chosen program, points.
    public var values: [Program.ID: Double]
    /// §8 value of the portfolio, synergies included, points.
    public var value: Double
    /// Spend of each chosen program over the whole calendar, rupiah.
    public var spend: [Program.ID: Rupiah]
    /// The chosen programs that are quick wins (§9).
    public var quickWins: Set<Program.ID>
    /// The plan's canonical allocation of money (§5).
    public var allocation: Allocation

    /// Makes the value from the figures of a verified plan.
    public init(
        plan: Plan, values: [Program.ID: Double], value: Double, spend: [Program.ID: Rupiah],
        quickWins: Set<Program.ID>, allocation: Allocation
    ) {
        self.plan = plan
        self.values = values
        self.value = value
        self.spend = spend
        self.quickWins = quickWins
        self.allocation = allocation
    }
}

/// Why a rollout cannot be simulated.
public enum SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
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
    public var description: String {
        switch self {
        case .equalHashes(let one, let other):
            "'\(one)' and '\(other)' have the same hash, so that their luck would be the same: rename one"
        case .unknown(let name): "the plan names '\(name)', which the scenario does not have"
        case .impossibleDistribution(let text):
            "no distribution has these parameters in Double precision: \(text)"
        case .tooManyTrials(let trials): "\(trials) trials are asked for; at most 10000000 are played at once"
        case .tooLarge:
            "the simulation counts exactly up to Rp1.125.899.906.842.624 in all and 100000 points: use a larger unit"
        }
    }
}
