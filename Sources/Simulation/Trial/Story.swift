import Portfolio

/// Something that happened in a trial.
public struct StoryEvent: Sendable, Hashable {
    /// Months from the calendar's beginning.
    public let month: Double
    /// Whom it happened to; nil for all.
    public let program: Program.ID?
    /// What happened.
    public let what: What

    /// What can happen in a trial.
    public enum What: Sendable, Hashable {
        /// The program starts; so many months later than planned.
        case starts(late: Double)
        /// Due, but staff of its agencies is not free.
        case waitsForStaff
        /// Due, but the year's money does not cover it.
        case waitsForMoney
        /// Failed attempts of procurement hold the work back by so many months.
        case retries(months: Double)
        /// The work takes so many months, otherwise than planned.
        case works(months: Double)
        /// The year's money is used up; the work rests.
        case pauses
        /// A single-year contract is unfinished at the end of its grace.
        case stops
        /// The work goes on.
        case resumes
        /// Done; so many months later than planned.
        case finishes(late: Double)
        /// Given up after failed procurement.
        case givenUp
        /// Cancelled by an event.
        case struck
        /// Cancelled because of a program that it requires.
        case cancelledWith(Program.ID?)
        /// Ceilings of a year are cut by so much.
        case ceilingCut(Fund.ID, FiscalYear, Rupiah)
        /// Money of a year is lost at 31 December.
        case lapses(Fund.ID, FiscalYear, Rupiah)
        /// Money of a year moves into the next.
        case carries(Fund.ID, FiscalYear, Rupiah)
        /// Operating needs of a year that no fund covers.
        case unmetOperation(Rupiah)
    }
}

extension Trial {
    /// Tells what happens, where somebody listens.
    @inline(__always)
    func tell(_ month: Double, _ program: Int?, _ what: @autoclosure () -> StoryEvent.What) {
        if isTold { append(month, program, what()) }
    }

    @inline(never)
    private func append(_ month: Double, _ program: Int?, _ what: StoryEvent.What) {
        story?.append(
            StoryEvent(month: month, program: program.map { rollout.programs[$0].id }, what: what))
    }
}
