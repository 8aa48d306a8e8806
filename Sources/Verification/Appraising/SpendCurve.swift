import Portfolio

/// What one cost line of a chosen program spends, period by period (model.md §4).
struct SpendCurve {
    /// The line.
    let line: CostLine
    /// Rupiah in each planning period 0 … T−1.
    let periods: [Rupiah]

    /// Spreads a line over the periods of a calendar.
    ///
    /// - Precondition: the program works within the calendar.
    init(of line: CostLine, for chosen: ChosenProgram, calendar: PlanningCalendar) {
        self.line = line
        var periods = Array(repeating: Rupiah(0), count: calendar.periodCount)
        switch line.kind {
        case .capital:
            let spent = Self.capital(line, duration: chosen.duration)
            for (offset, amount) in spent.enumerated() { periods[chosen.start + offset] = amount }
        case .operating:
            let span = Self.operatingPeriods(of: line, from: chosen.finish, calendar: calendar)
            let perYear = calendar.periodsPerYear
            let cumulative = (0...span).map {
                roundHalfUp(Int128(line.amount) * Int128($0), over: Int128(perYear))
            }
            for j in 0..<span { periods[chosen.finish + j] = cumulative[j + 1] - cumulative[j] }
        }
        self.periods = periods
    }

    /// Rupiah per fiscal year, only where > 0.
    func years(of calendar: PlanningCalendar) -> [FiscalYear: Rupiah] {
        var years: [FiscalYear: Rupiah] = [:]
        for (period, amount) in periods.enumerated() where amount > 0 {
            years[calendar.year(of: period), default: 0] += amount
        }
        return years
    }

    /// Whether an operating line that starts in period `finish` still runs in period T.
    static func runsAfterCalendar(
        _ line: CostLine, from finish: Int, calendar: PlanningCalendar
    ) -> Bool {
        guard line.kind == .operating else { return false }
        let elapsed = Int128(calendar.periodCount - finish)
        return line.years.map { elapsed < Int128($0) * Int128(calendar.periodsPerYear) } ?? true
    }

    private static func operatingPeriods(
        of line: CostLine, from finish: Int, calendar: PlanningCalendar
    ) -> Int {
        let left = calendar.periodCount - finish
        guard let years = line.years else { return left }
        return Int(min(Int128(left), Int128(max(0, years)) * Int128(calendar.periodsPerYear)))
    }

    private static func capital(_ line: CostLine, duration: Int) -> [Rupiah] {
        let weights = weights(of: line.profile, duration: duration)
        let total = weights.reduce(0, +)
        guard total > 0 else { return [] }
        var (sum, before) = (Int128(0), Rupiah(0))
        return weights.map { weight in
            sum += weight
            let spent = roundHalfUp(Int128(line.amount) * sum, over: total)
            defer { before = spent }
            return spent - before
        }
    }

    private static func weights(of profile: SpendProfile, duration: Int) -> [Int128] {
        (0..<duration).map { k in
            switch profile {
            case .even: 1
            case .front: Int128(duration - k)
            case .back: Int128(k + 1)
            case .start: k == 0 ? 1 : 0
            case .finish: k == duration - 1 ? 1 : 0
            case .weights(let list): k < list.count ? Int128(list[k]) : 0
            }
        }
    }
}
