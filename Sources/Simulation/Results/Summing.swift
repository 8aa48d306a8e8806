import Portfolio
import Probability

/// Turns counts into figures with intervals.
struct Summing {
    let rollout: Rollout
    let planned: PlannedRollout
    let certain: TrialOutcome
    let shard: SimulationShard
    private var tally: Tally { shard.tally }
    private var recorder: Recorder { shard.tally.recorder }

    func result(
        seed: UInt64, policy: SimulationSettings.Policy, risks: [RiskSources.Risk]
    ) -> SimulationResult {
        SimulationResult(
            trials: recorder.trials, wanted: shard.wanted - shard.trials.lowerBound,
            precision: shard.precision, seed: seed, policy: policy,
            programs: rollout.programs.indices.map(program).sorted { $0.id < $1.id },
            portfolio: portfolio, years: rollout.sets.ceilings.indices.map(fundYear),
            risks: tally.effects.effects(of: risks), pairedTrials: tally.effects.count,
            samples: tally.samples.sorted { $0.trial < $1.trial })
    }

    private func share(_ count: Int) -> Estimate? { Interval.wilson(successes: count, of: recorder.trials) }

    private func program(_ index: Int) -> ProgramRisk {
        let program = rollout.programs[index]
        return ProgramRisk(
            id: program.id, plannedFinish: program.plannedFinish, onTime: share(recorder.onTime[index]),
            quickWin: program.quickWinDeadline == nil ? nil : share(recorder.quickWin[index]),
            cancelled: share(recorder.cancelled[index]), criticality: share(recorder.critical[index]),
            finish: Spread(recorder.finish[index], unit: Recorder.months),
            cost: Spread(recorder.cost[index]),
            benefitLost: recorder.lost[index].meanEstimate(unit: Recorder.points))
    }

    private var portfolio: PortfolioRisk {
        let wins = recorder.plannedQuickWins
        let shares = recorder.quickWins.enumerated().filter { $0.element > 0 }.map {
            ($0.offset, Double($0.element) / Double(recorder.trials))
        }
        return PortfolioRisk(
            plannedFinish: rollout.programs.map(\.plannedFinish).max() ?? 0, certainValue: certain.value,
            plannedValue: planned.value, finish: Spread(recorder.lastFinish, unit: Recorder.months),
            cost: Spread(recorder.totalCost), value: Spread(recorder.value, unit: Recorder.points),
            lapsed: Spread(recorder.lapsed), plannedQuickWins: wins,
            quickWins: recorder.quickWinMoments.meanEstimate(),
            quickWinShares: Dictionary(uniqueKeysWithValues: shares),
            allQuickWins: wins == 0 ? nil : share(recorder.allQuickWins), joint: joint,
            quarters: quarters,
            curves: OutcomeCurves(
                cost: curve(recorder.totalCost), finish: curve(recorder.lastFinish, Recorder.months),
                value: curve(recorder.value, Recorder.points)))
    }

    private var joint: [JointConfidence] {
        let levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
        let (costs, dates) = (recorder.totalCost, recorder.lastFinish)
        guard costs.moments.count > 0, dates.moments.count > 0 else { return [] }
        return levels.flatMap { one in
            let cost = costs.value(rank: Interval.quantileRanks(one, of: costs.moments.count).rank)
            return levels.map { other in
                let finish = dates.value(rank: Interval.quantileRanks(other, of: dates.moments.count).rank)
                let both = recorder.pairs.count { $0.cost <= cost && $0.finish <= finish }
                return JointConfidence(
                    cost: Double(cost), finish: Double(finish) * Recorder.months, probability: share(both))
            }
        }
    }

    private var quarters: [QuarterRisk] {
        tally.quarters.ends.enumerated().map { index, end in
            QuarterRisk(
                year: rollout.years[end.year], quarter: end.quarter,
                absorption: Spread(tally.quarters.absorption[index], unit: Recorder.parts))
        }
    }

    private func curve(_ histogram: Histogram, _ unit: Double = 1) -> [QuantilePoint] {
        QuantilePoint.shares.compactMap { p in
            histogram.quantile(p, unit: unit).map { QuantilePoint(p: p, at: $0) }
        }
    }

    private func fundYear(_ index: Int) -> FundYearRisk {
        let years = rollout.sets.years
        return FundYearRisk(
            fund: rollout.fundIDs[index / years], year: rollout.years[index % years],
            need: Spread(recorder.need[index]), spent: Spread(recorder.spent[index]),
            lapsed: Spread(recorder.rest[index]), overrun: share(recorder.overruns[index]),
            absorption: Spread(recorder.absorption[index], unit: Recorder.parts))
    }
}

extension ExactMoments {
    /// The sums of one value so many times.
    init(repeating value: Int64, count: Int) {
        let (value128, count128) = (Int128(value), Int128(count))
        self.init(
            count: count, sum: value128 * count128, sumOfSquares: value128 * value128 * count128,
            minimum: value, maximum: value)
    }
}
