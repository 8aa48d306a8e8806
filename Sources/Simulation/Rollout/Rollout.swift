import Portfolio

/// A planned portfolio made ready for trials; months count from the calendar's beginning.
struct Rollout: Sendable {
    /// The chosen programs, in plan order.
    let programs: [RolloutProgram]
    /// For each program, those that can only start together with it (a cycle of requirements without
    /// offset), itself included, in plan order.
    let together: [[Int]]
    /// All cost lines, program by program.
    let lines: Table<RolloutLine>
    /// The cumulative weights of all profiles, one after the other.
    let weights: Table<Double>
    /// What a trial reads of the programs, laid out flat.
    let network: Network
    /// Whole persons of the owners that have a limit.
    let staff: [Int]
    /// Synergies whose programs are all chosen: members and points per year.
    let synergies: [(members: [Int], points: Double)]
    /// Worth without a ramp, for synergies.
    let plainWorth: WorthCurve
    /// The money.
    let sets: FundSets
    /// The funds, in the order of their positions.
    let fundIDs: [Fund.ID]
    /// The fiscal years.
    let years: [FiscalYear]
    /// The end of each fiscal year.
    let yearEnds: Table<Double>
    /// The first month of the revised budget in each year, where it lies within the calendar.
    let revisions: [Double?]
    /// Grace of single-year contracts.
    let grace: Double

    /// The calendar's end.
    var end: Double { yearEnds[yearEnds.count - 1] }

    /// Planned costs over the calendar, or ceilings, whichever are more, in rupiah.
    var money: Double {
        let costs = lines.reduce(0.0) {
            $0 + Double($1.amount) * ($1.isCapital ? 1 : Double(years.count))
        }
        return max(costs, sets.ceilings.reduce(0.0) { $0 + Double($1) })
    }

    /// The beginning of a year, 0 for the first.
    func beginning(of year: Int) -> Double { year == 0 ? 0 : yearEnds[year - 1] }
}
