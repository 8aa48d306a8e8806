import Portfolio
import Probability

/// The end of a quarter of a fiscal year.
struct QuarterEnd: Sendable, Hashable {
    /// Position of the fiscal year.
    let year: Int
    /// 1…4.
    let quarter: Int
    /// Months from the calendar's beginning.
    let month: Double
}

extension PlanningCalendar {
    /// The quarters that end within the calendar, in the order of time.
    var quarterEnds: [QuarterEnd] {
        let last = end.advanced(by: 1).ordinal - start.ordinal
        return years.enumerated().flatMap { index, year in
            (1...4).compactMap { quarter in
                let month = Month(year: year.year, month: 3 * quarter).advanced(by: 1).ordinal - start.ordinal
                guard 0 < month, month <= last else { return nil }
                return QuarterEnd(year: index, quarter: quarter, month: Double(month))
            }
        }
    }
}

/// Counts how much of a fiscal year's money is spent by the ends of its quarters, all funds together.
struct QuarterlyAbsorption: Sendable {
    /// The quarters.
    let ends: [QuarterEnd]
    /// Spending ÷ (ceilings after shocks + carried in), in 10⁻⁶, by quarter.
    var absorption: [Histogram]

    /// Makes empty counts.
    init(ends: [QuarterEnd]) {
        self.ends = ends
        let parts = Histogram(lowest: 0, highest: Int64(2 / Recorder.parts), bins: 16_384)
        absorption = Array(repeating: parts, count: ends.count)
    }

    /// Counts a trial whose accounts are closed.
    mutating func add(_ accounts: [FundYearAccount], of trial: Trial) {
        let years = trial.rollout.sets.years
        var holdings = Array(repeating: Rupiah(0), count: years)
        for (index, account) in accounts.enumerated() { holdings[index % years] += account.holding }
        for (index, end) in ends.enumerated() where holdings[end.year] > 0 {
            let share = Double(trial.spending(upTo: end)) / Double(holdings[end.year])
            absorption[index].add(Int64(min(0x1p51, (share / Recorder.parts).rounded())))
        }
    }

    /// Adds the trials of another part.
    mutating func merge(_ other: Self) {
        for index in absorption.indices { absorption[index].merge(other.absorption[index]) }
    }
}
