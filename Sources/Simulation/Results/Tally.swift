import Portfolio

/// Everything that is counted over trials, on one thread or merged: any order of merging gives the
/// same figures.
struct Tally: Sendable {
    var recorder: Recorder
    var effects: PairedEffects
    var quarters: QuarterlyAbsorption
    var samples: [TrialSample] = []

    /// Trials from 0 whose spending is followed through the year and whose risks are taken out one by
    /// one.
    static let followed = PairedEffects.most

    /// Counts a trial that has run.
    mutating func add(_ outcome: TrialOutcome, of trial: Trial, certain: TrialOutcome, number: Int) {
        recorder.add(outcome, of: trial, certain: certain)
        if number < TrialSample.most { samples.append(TrialSample(outcome, trial: number)) }
        if number < Self.followed { quarters.add(outcome.accounts, of: trial) }
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        recorder.merge(other.recorder)
        effects.merge(other.effects)
        quarters.merge(other.quarters)
        samples += other.samples
    }
}

/// What came of one of the first trials: with common random numbers the same trial of another plan or
/// scenario is its pair.
public struct TrialSample: Sendable, Hashable {
    /// Trials from 0 that are kept one by one.
    public static let most = 10_000

    /// Number of the trial.
    public let trial: Int
    /// Value of the portfolio, points.
    public let value: Double
    /// Cost of the portfolio, rupiah.
    public let cost: Rupiah
    /// Last finish, months; nil where no program finishes.
    public let finish: Double?
    /// Quick wins on time.
    public let quickWins: Int
    /// Rupiah that lapse over all fund-years.
    public let lapsed: Rupiah

    init(_ outcome: TrialOutcome, trial: Int) {
        self.init(
            trial: trial, value: outcome.value, cost: outcome.cost, finish: outcome.lastFinish,
            quickWins: outcome.quickWins, lapsed: outcome.lapsed)
    }

    init(trial: Int, value: Double, cost: Rupiah, finish: Double?, quickWins: Int, lapsed: Rupiah) {
        self.trial = trial
        self.value = value
        self.cost = cost
        self.finish = finish
        self.quickWins = quickWins
        self.lapsed = lapsed
    }
}
