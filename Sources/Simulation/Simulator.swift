import Dispatch
import Portfolio
import Probability
import Synchronization

/// Limits and manners of a simulation.
public struct SimulationOptions: Sendable {
    /// Trials, ≥ 1; nil takes the scenario's.
    public var trials: Int?
    /// Seed; nil takes the scenario's.
    public var seed: UInt64?
    /// Policy; nil takes the scenario's.
    public var policy: SimulationSettings.Policy?
    /// Threads, ≥ 1; no result depends on it.
    public var threads = 1
    /// Asked before every block whether to stop.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Makes options that take everything from the scenario.
    public init() {}
}

/// Simulates the rollout of a plan (model.md §12).
public struct Simulator: Sendable {
    private let rollout: Rollout
    private let sources: RiskSources
    private let planned: PlannedRollout
    private let options: SimulationOptions
    private let policy: SimulationSettings.Policy
    private let seed: UInt64
    /// Trials to play.
    public let trials: Int

    /// Makes a verified plan of a scenario ready for trials.
    ///
    /// - Throws: ``SimulationError``.
    public init(
        scenario: Scenario, planned: PlannedRollout, options: SimulationOptions = SimulationOptions()
    ) throws(SimulationError) {
        let seed = options.seed ?? scenario.simulation.seed
        rollout = try RolloutCompiler(scenario: scenario, planned: planned).compile()
        var compiler = try RiskCompiler(scenario: scenario, planned: planned, rollout: rollout, seed: seed)
        sources = try compiler.compile()
        self.planned = planned
        self.options = options
        self.seed = seed
        policy = options.policy ?? scenario.simulation.policy
        trials = max(1, options.trials ?? scenario.simulation.trials)
        guard trials <= 10_000_000 else { throw .tooManyTrials(trials) }
        let points = planned.values.values.reduce(0) { $0 + abs($1) } + abs(planned.value)
        guard rollout.money <= 0x1p50, points <= 100_000 else { throw .tooLarge }
    }

    /// Plays all trials; blocks until done or cancelled.
    public func run() -> SimulationResult {
        let certain = certainOutcome()
        let next = Atomic<Int>(0)
        let parts = Mutex<[(Recorder, PairedEffects)]>([])
        DispatchQueue.concurrentPerform(iterations: max(1, options.threads)) { _ in
            var worker = Worker(simulator: self, certain: certain)
            while !isCancelled {
                let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard block * DrawBlock.size < trials else { break }
                worker.play(block: block)
            }
            parts.withLock { $0.append((worker.recorder, worker.effects)) }
        }
        var all = parts.withLock { $0 }
        var (recorder, effects) = all.removeFirst()
        for part in all {
            recorder.merge(part.0)
            effects.merge(part.1)
        }
        return Summing(
            rollout: rollout, planned: planned, certain: certain, recorder: recorder, effects: effects
        ).result(wanted: trials, seed: seed, policy: policy, risks: sources.risks)
    }

    /// One trial told as a story, in the order of time.
    public func replay(_ number: UInt64) -> [StoryEvent] {
        var (block, trial) = stage
        block.draw(from: number, without: nil)
        trial.luck.take(0, of: block)
        trial.story = []
        trial.run()
        _ = trial.closeAccounts()
        return (trial.story ?? []).enumerated().sorted {
            ($0.element.month, $0.offset) < ($1.element.month, $1.offset)
        }.map(\.element)
    }

    /// Room for drawing and playing trials.
    var stage: (DrawBlock, Trial) {
        (DrawBlock(rollout: rollout, sources: sources), Trial(rollout: rollout, policy: policy))
    }

    /// Whether somebody has asked to stop.
    var isCancelled: Bool { options.isCancelled?() == true }

    /// The trial in which everything goes as planned.
    private func certainOutcome() -> TrialOutcome {
        var trial = Trial(rollout: rollout, policy: policy)
        trial.run()
        return TrialOutcome(&trial)
    }

    /// Plays blocks of trials on one thread.
    private struct Worker {
        let simulator: Simulator
        let certain: TrialOutcome
        var recorder: Recorder
        var effects: PairedEffects
        private var block: DrawBlock
        private var trial: Trial

        init(simulator: Simulator, certain: TrialOutcome) {
            self.simulator = simulator
            self.certain = certain
            recorder = Recorder(rollout: simulator.rollout, certainValue: certain.value)
            effects = PairedEffects(risks: simulator.sources.risks.count)
            (block, trial) = simulator.stage
        }

        mutating func play(block number: Int) {
            let first = number * DrawBlock.size
            let count = min(DrawBlock.size, simulator.trials - first)
            block.draw(from: UInt64(first), without: nil)
            let strength = block.strength
            var outputs: [[Double]] = []
            let paired = max(0, min(count, PairedEffects.most - first))
            for offset in 0..<count {
                let played = outcome(at: offset)
                recorder.add(played, of: trial, certain: certain)
                guard offset < paired else { continue }
                outputs.append(PairedEffects.outputs(of: played))
                effects.note(outputs[offset], trial: first + offset)
            }
            guard paired > 0 else { return }
            for risk in simulator.sources.risks.indices {
                block.draw(from: UInt64(first), without: risk)
                for offset in 0..<paired {
                    let struck = strength[risk * DrawBlock.size + offset]
                    let others =
                        struck == 0 ? outputs[offset] : PairedEffects.outputs(of: outcome(at: offset))
                    effects.note(
                        risk: risk, strength: struck, with: outputs[offset], without: others,
                        trial: first + offset)
                }
            }
        }

        private mutating func outcome(at offset: Int) -> TrialOutcome {
            trial.luck.take(offset, of: block)
            trial.run()
            return TrialOutcome(&trial)
        }
    }
}
