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

    /// P10 … P90 and P95, ascending.
    private static let levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

    private static func levels(of histogram: Histogram) -> [Int64] {
        levels.map { histogram.value(rank: Interval.quantileRanks($0, of: histogram.moments.count).rank) }
    }

    private var joint: [JointConfidence] {
        guard recorder.totalCost.moments.count > 0, recorder.lastFinish.moments.count > 0 else { return [] }
        let (costs, dates) = (Self.levels(of: recorder.totalCost), Self.levels(of: recorder.lastFinish))
        let within = trials(within: costs, dates)
        return costs.indices.flatMap { one in
            dates.indices.map { other in
                JointConfidence(
                    cost: Double(costs[one]), finish: Double(dates[other]) * Recorder.months,
                    probability: share(within[one][other]))
            }
        }
    }

    /// The trials with at most so much cost and at most so late a finish: each is counted once, at the
    /// smallest of both, and the counts are added up.
    private func trials(within costs: [Int64], _ dates: [Int64]) -> [[Int]] {
        let width = dates.count + 1
        var counts = Array(repeating: 0, count: (costs.count + 1) * width)
        for pair in recorder.pairs {
            var (cost, date) = (0, 0)
            for level in costs { cost &+= level < pair.cost ? 1 : 0 }
            for level in dates { date &+= level < pair.finish ? 1 : 0 }
            counts[cost * width + date] += 1
        }
        for index in counts.indices where index % width > 0 { counts[index] += counts[index - 1] }
        for index in counts.indices.dropFirst(width) { counts[index] += counts[index - width] }
        return costs.indices.map { one in dates.indices.map { counts[one * width + $0] } }
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
