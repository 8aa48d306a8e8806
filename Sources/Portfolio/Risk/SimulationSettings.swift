/// How the rollout is simulated.
public struct SimulationSettings: Hashable, Sendable {
    /// Number of trials, ≥ 1.
    public var trials: Int
    /// Seed of all streams.
    public var seed: UInt64
    /// Whether money and staff bind in a trial.
    public var policy: Policy
    /// Whether planned starts hold programs back.
    public var start: Start

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        trials: Int = 10_000,
        seed: UInt64 = 1,
        policy: Policy = .budget,
        start: Start = .planned
    ) {
        self.trials = trials
        self.seed = seed
        self.policy = policy
        self.start = start
    }

    /// The two policies of model.md §12.
    public enum Policy: String, Hashable, Sendable, CaseIterable {
        /// The schedule network alone.
        case free
        /// What an executing government does.
        case budget
    }

    /// What holds a start back.
    public enum Start: String, Hashable, Sendable, CaseIterable {
        /// The planned start.
        case planned
        /// Only requirements, where there is a timed one.
        case ready
    }
}

/// One value of the outcome that a regression run checks.
public struct Expectation: Hashable, Sendable {
    /// Path in outcome.json, keys joined by dots.
    public var value: String
    /// The condition that must hold.
    public var condition: Condition
    /// Where it stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        value: String,
        condition: Condition,
        place: ScenarioPath
    ) {
        self.value = value
        self.condition = condition
        self.place = place
    }

    /// The conditions that can be expected.
    public enum Condition: Hashable, Sendable {
        /// Equal to a text or a number as written.
        case equals(String)
        /// At least a number.
        case atLeast(Double)
        /// At most a number.
        case atMost(Double)
        /// Between two numbers, both included.
        case within(Double, Double)
    }
}
