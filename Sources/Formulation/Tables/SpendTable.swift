import Portfolio

/// What a cost line spends in each period of the calendar, given its program's start (model.md §4).
struct SpendTable {
    let calendar: PlanningCalendar

    /// Rupiah per period t = 0 … T−1 of a line whose program works from `start` for `duration`.
    func spend(of line: CostLine, start: Int, duration: Int) -> [Rupiah] {
        switch line.kind {
        case .capital: capital(line, start, duration)
        case .operating: operating(line, from: start + duration)
        }
    }

    /// Rupiah in each fiscal year of the calendar.
    func yearlySpend(of line: CostLine, start: Int, duration: Int) -> [Rupiah] {
        var years = [Rupiah](repeating: 0, count: calendar.years.count)
        for (period, amount) in spend(of: line, start: start, duration: duration).enumerated() {
            years[calendar.year(of: period).year - calendar.start.year] += amount
        }
        return years
    }

    /// Cumulative spend after working period k: round-half-up(A·(w_0+…+w_k) / Σw).
    private func capital(_ line: CostLine, _ start: Int, _ duration: Int) -> [Rupiah] {
        let weights = line.profile.weights(periods: duration)
        let total = weights.reduce(0, +)
        var spend = [Rupiah](repeating: 0, count: calendar.periodCount)
        var (sum, paid) = (0, Rupiah(0))
        for (k, weight) in weights.enumerated() {
            sum += weight
            let cumulative = roundHalfUp(Int128(line.amount) * Int128(sum), over: Int128(total))
            spend[start + k] = cumulative - paid
            paid = cumulative
        }
        return spend
    }

    /// Cumulative spend after j operating periods: round-half-up(A·j / n).
    private func operating(_ line: CostLine, from finish: Int) -> [Rupiah] {
        var spend = [Rupiah](repeating: 0, count: calendar.periodCount)
        let end = line.years.map { min(calendar.periodCount, finish + $0 * calendar.periodsPerYear) }
        var paid = Rupiah(0)
        for period in stride(from: finish, to: end ?? calendar.periodCount, by: 1) {
            let periods = Int128(period - finish + 1)
            let cumulative = roundHalfUp(Int128(line.amount) * periods, over: Int128(calendar.periodsPerYear))
            spend[period] = cumulative - paid
            paid = cumulative
        }
        return spend
    }
}

extension SpendProfile {
    /// w_0 … w_{d−1}; an explicit list has exactly d entries, which reading checks.
    fileprivate func weights(periods: Int) -> [Int] {
        switch self {
        case .even: Array(repeating: 1, count: periods)
        case .front: Array((1...periods).reversed())
        case .back: Array(1...periods)
        case .start: [1] + Array(repeating: 0, count: periods - 1)
        case .finish: Array(repeating: 0, count: periods - 1) + [1]
        case .weights(let list): list
        }
    }
}
