import Portfolio

/// When the work of a choice takes place, and what its cost lines then spend (model.md §4).
struct WorkTiming {
    let start: Int
    let duration: Int
    let calendar: PlanningCalendar

    /// Rupiah of one line in every period of the calendar.
    func spending(of line: CostLine) -> [Int] {
        (0..<calendar.periodCount).map { period in
            cumulative(line, through: period) - cumulative(line, through: period - 1)
        }
    }

    /// Everything that a line spends up to and including a period.
    private func cumulative(_ line: CostLine, through period: Int) -> Int {
        switch line.kind {
        case .capital: capital(line, through: period)
        case .operating: operating(line, through: period)
        }
    }

    private func capital(_ line: CostLine, through period: Int) -> Int {
        let weights = weights(of: line.profile)
        let worked = min(max(period - start + 1, 0), duration)
        let part = weights.prefix(worked).reduce(0, +)
        return halfUp(Int(line.amount) * part, weights.reduce(0, +))
    }

    private func operating(_ line: CostLine, through period: Int) -> Int {
        var operated = max(period - (start + duration) + 1, 0)
        if let years = line.years { operated = min(operated, years * calendar.periodsPerYear) }
        return halfUp(Int(line.amount) * operated, calendar.periodsPerYear)
    }

    private func weights(of profile: SpendProfile) -> [Int] {
        switch profile {
        case .even: Array(repeating: 1, count: duration)
        case .front: Array((1...duration).reversed())
        case .back: Array(1...duration)
        case .start: [1] + Array(repeating: 0, count: duration - 1)
        case .finish: Array(repeating: 0, count: duration - 1) + [1]
        case .weights(let list): list
        }
    }

    /// a / b to the nearest whole number, halves upwards; both ≥ 0.
    private func halfUp(_ a: Int, _ b: Int) -> Int {
        let (quotient, rest) = (a / b, a % b)
        return 2 * rest >= b ? quotient + 1 : quotient
    }
}
