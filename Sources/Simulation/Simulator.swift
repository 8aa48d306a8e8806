import Portfolio
import Probability

/// Limits and manners of a simulation.
public struct SimulationOptions: Sendable {
    /// Trials, ≥ 1; nil takes the scenario's.
    public var trials: Int?
    /// The trials to play where they are part of a simulation, numbered from 0; goes before `trials`.
    public var part: Range<Int>?
    /// Seed; nil takes the scenario's.
    public var seed: UInt64?
    /// Policy; nil takes the scenario's.
    public var policy: SimulationSettings.Policy?
    /// Stop before the last trial where the figures are that precise; nil plays all.
    public var precision: Precision?
    /// Threads, ≥ 1; no result depends on it.
    public var threads = 1
    /// Asked before every block whether to stop.
    public var isCancelled: (@Sendable () -> Bool)?
    /// Told after every block how many trials are done; called from any thread.
    public var progress: (@Sendable (Int) -> Void)?

    /// Makes options that take everything from the scenario.
    public init() {}
}

/// Simulates the rollout of a plan (model.md §12).
public struct Simulator: Sendable {
    let rollout: Rollout
    let sources: RiskSources
    let planned: PlannedRollout
    let options: SimulationOptions
    let certain: TrialOutcome
    private let quarterEnds: [QuarterEnd]
    /// The policy.
    public let policy: SimulationSettings.Policy
    /// Seed of all streams.
    public let seed: UInt64
    /// Trials to play.
    public let trials: Range<Int>

    /// Trials that one simulation may have, all its parts together.
    public static let mostTrials = 10_000_000

    /// Makes a verified plan of a scenario ready for trials.
    ///
    /// - Throws: ``SimulationError``.
    public init(
        scenario: Scenario, planned: PlannedRollout, options: SimulationOptions = SimulationOptions()
    ) throws(SimulationError) {
        let seed = options.seed ?? scenario.simulation.seed
        let policy = options.policy ?? scenario.simulation.policy
        let rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
        var compiler = try RiskCompiler(scenario: scenario, planned: planned, rollout: rollout, seed: seed)
        sources = try compiler.compile()
        trials = options.part ?? 0..<max(1, options.trials ?? scenario.simulation.trials)
        guard trials.upperBound <= Self.mostTrials else { throw .tooManyTrials(trials.upperBound) }
        let points = planned.values.values.reduce(0) { $0 + abs($1) } + abs(planned.value)
        guard rollout.money <= 0x1p50, points <= 100_000 else { throw .tooLarge }
        let trial = Trial(rollout: rollout, policy: policy)
        trial.run()
        certain = TrialOutcome(trial)
        quarterEnds = scenario.calendar.quarterEnds
        self.rollout = rollout
        self.planned = planned
        self.options = options
        self.seed = seed
        self.policy = policy
    }

    /// Plays all trials; blocks until done or cancelled.
    public func run() -> SimulationResult { result(of: play()) }

    /// Plays all trials and keeps what was counted; blocks until done or cancelled.
    ///
    /// Blocks are taken in their order and finished once begun, so that what is done before a
    /// cancellation is one stretch of trials from the first on.
    public func play() -> SimulationShard {
        let runner = BlockRunner(options: options) { TrialPlayer(self) }
        var done = trials.lowerBound
        var isPrecise = false
        for checkpoint in options.precision?.checkpoints(within: trials) ?? [trials.upperBound] {
            done = runner.run(done..<checkpoint) { $0.play($1) }
            guard done == checkpoint else { break }
            isPrecise = options.precision?.isReached(by: runner.workers.map(\.tally.recorder)) ?? false
            if isPrecise { break }
        }
        var tally = emptyTally
        for worker in runner.workers { tally.merge(worker.tally) }
        return SimulationShard(
            trials: trials.lowerBound..<done, wanted: isPrecise ? done : trials.upperBound,
            precision: options.precision.map { ReachedPrecision(share: $0.share, isReached: isPrecise) },
            tally: tally)
    }

    /// The figures of trials that were played from the first on.
    public func result(of shard: SimulationShard) -> SimulationResult {
        Summing(rollout: rollout, planned: planned, certain: certain, shard: shard)
            .result(seed: seed, policy: policy, risks: sources.risks)
    }

    /// One trial told as a story, in the order of time.
    public func replay(_ number: UInt64) -> [StoryEvent] {
        let block = DrawBlock(rollout: rollout, sources: sources)
        let trial = Trial(rollout: rollout, policy: policy)
        block.draw(from: number, without: nil)
        trial.luck.take(0, of: block)
        trial.story = []
        trial.run()
        if !trial.isBudget { trial.tellAccounts() }
        return (trial.story ?? []).enumerated().sorted {
            ($0.element.month, $0.offset) < ($1.element.month, $1.offset)
        }.map(\.element)
    }

    /// Plays blocks of trials on one thread.
    var player: BlockPlayer { BlockPlayer(rollout: rollout, sources: sources, policy: policy) }

    /// Nothing counted yet.
    var emptyTally: Tally {
        Tally(
            recorder: Recorder(rollout: rollout, certainValue: certain.value, policy: policy),
            effects: PairedEffects(risks: sources.risks.count),
            quarters: QuarterlyAbsorption(ends: quarterEnds))
    }
}
