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

    /// Counts a block of trials.
    mutating func add(_ block: Outcomes, trials: Range<Int>, certain: TrialOutcome) {
        recorder.add(block, trials: trials.count, certain: certain)
        for trial in trials.prefix(while: { $0 < TrialSample.most }) {
            samples.append(TrialSample(block, at: trial - trials.lowerBound, trial: trial))
        }
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

    init(_ block: Outcomes, at offset: Int, trial: Int) {
        let finish = block.lastFinish[offset]
        self.init(
            trial: trial, value: block.totalValue[offset], cost: block.totalCost[offset],
            finish: finish < 0 ? nil : finish, quickWins: Int(block.quickWins[offset]),
            lapsed: block.totalLapsed[offset])
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
