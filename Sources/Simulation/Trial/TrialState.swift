import Portfolio

/// Where a trial stands; used again from trial to trial.
final class TrialState: Sendable {
    /// What a program is doing.
    enum Phase: UInt8, BitwiseCopyable, Sendable {
        case pending, working, paused, finished, cancelled
    }

    /// What a program waits for.
    enum Wait: UInt8, BitwiseCopyable, Sendable {
        case nothing, money, staff
        /// A stopped single-year contract waits for the revised budget, else for 1 January.
        case revision
    }

    /// How a stretch of work ends.
    enum Ending: UInt8, BitwiseCopyable, Sendable {
        case finish, giveUp, struck, pause, stop, yearEnd
    }

    /// A stretch of work at full speed.
    struct Stretch: BitwiseCopyable, Sendable {
        var program: Int
        var begin: Double
        var end: Double
        /// Months worked before.
        var worked: Double
        /// The year that pays; nil after the calendar.
        var year: Int?
    }

    /// What a start at an instant would need in a year with planned duration and amounts, rupiah.
    struct PlannedNeed: BitwiseCopyable, Sendable {
        var instant: Double
        var year: Int
        var total: Rupiah
    }

    /// What an operating line costs from a finish to the end of a year, rupiah.
    struct Operated: BitwiseCopyable, Sendable {
        var finish: Double
        var year: Int
        var total: Rupiah
    }

    let phase: Table<Phase>
    let wait: Table<Wait>
    let start, finish, cancelled: Table<Double>
    /// When a pending program may start, by all that is known; infinite while unknown.
    let due: Table<Double>
    /// The same before anything has happened: in every trial.
    let firstDue: Table<Double>
    /// When a pending program that waits for neither money nor staff starts; infinite for others.
    let next: Table<Double>
    /// When a program that works will have finished; infinite for others.
    let finishing: Table<Double>
    /// When the work of a program breaks off, 31 December apart; infinite for others.
    let breaking: Table<Double>
    /// Months worked before the present stretch.
    let worked: Table<Double>
    let stretchBegin, stretchEnd: Table<Double>
    let ending: Table<Ending>
    /// The year that pays the present stretch; −1 for none.
    let payingYear: Table<Int>
    /// Whether the start was held up by money or staff.
    let waited: Table<Bool>
    /// Stretches of work, as they ended, and how many.
    private let ended: Table<Stretch>
    private let endedCount: Table<Int>
    let freeStaff: Table<Int>
    /// Capital of each line booked so far, rupiah.
    let booked: Table<Rupiah>
    /// Capital of each line up to the end of the present stretch, as reserved.
    let reserved: Table<Rupiah>
    /// Capital of each line up to the end of the months that were last asked about.
    let coming: Table<Rupiah>
    /// The last answer for each operating line.
    let operated: Table<Operated>
    /// Operation of each program booked so far, rupiah.
    let operation: Table<Rupiah>
    /// Rupiah by line and year: [line · years + year].
    let spent: Table<Rupiah>
    /// The same by set and year: [set · years + year].
    let spentBySet: Table<Rupiah>
    /// Rupiah asked for, by set and year: [set · years + year].
    let asked: Table<Rupiah>
    /// Rupiah asked for by each program in the present year, by its sets: as ``Network/sets``.
    let asking: Table<Rupiah>
    /// What each program was last found to need of a year, as ``Network/sets``: capital, and with the
    /// operation after its finish.
    let capital, realised: Table<Rupiah>
    /// What each program would need as planned, at the instant last asked about; the same in all trials.
    let plannedNeed: Table<PlannedNeed>
    /// The parts of it, as ``Network/sets``.
    let planned: Table<Rupiah>
    /// Whether what a program asked for this year was granted.
    let granted: Table<Bool>
    /// Covered part of the operating need: [program · years + year].
    let coverage: Table<Double>
    /// Carried out of each fund-year: [fund · years + year].
    let carried: Table<Rupiah>
    /// Makes room for a rollout.
    init(_ rollout: Rollout) {
        let (count, years, sets) = (
            rollout.programs.count, rollout.years.count, rollout.sets.sets.count
        )
        func months() -> Table<Double> { Table(repeating: 0, count: count) }
        func money(_ count: Int) -> Table<Rupiah> { Table(repeating: 0, count: count) }
        phase = Table(repeating: .pending, count: count)
        wait = Table(repeating: .nothing, count: count)
        (start, finish, cancelled, worked) = (months(), months(), months(), months())
        firstDue = months()
        (due, next, finishing, breaking) = (months(), months(), months(), months())
        (stretchBegin, stretchEnd) = (months(), months())
        ending = Table(repeating: .finish, count: count)
        payingYear = Table(repeating: -1, count: count)
        waited = Table(repeating: false, count: count)
        granted = Table(repeating: false, count: count)
        // A stretch ends for good, at a year's end, or rests until the next money date.
        ended = Table(
            repeating: Stretch(program: 0, begin: 0, end: 0, worked: 0, year: nil),
            count: count * (2 * years + 3))
        endedCount = Table(repeating: 0, count: 1)
        freeStaff = Table(rollout.staff)
        booked = money(rollout.lines.count)
        reserved = money(rollout.lines.count)
        coming = money(rollout.lines.count)
        operated = Table(
            repeating: Operated(finish: -1, year: 0, total: 0), count: rollout.lines.count)
        spent = money(rollout.lines.count * years)
        spentBySet = money(sets * years)
        asked = money(sets * years)
        asking = money(rollout.network.sets.count)
        (capital, realised) = (money(rollout.network.sets.count), money(rollout.network.sets.count))
        planned = money(rollout.network.sets.count)
        operation = money(count)
        plannedNeed = Table(repeating: PlannedNeed(instant: -1, year: 0, total: 0), count: count)
        coverage = Table(repeating: 1, count: count * years)
        carried = money(rollout.sets.ceilings.count)
    }

    /// Back to the beginning.
    func reset(staff: [Int]) {
        phase.fill(.pending)
        wait.fill(.nothing)
        start.fill(.infinity)
        finish.fill(.infinity)
        cancelled.fill(.infinity)
        finishing.fill(.infinity)
        breaking.fill(.infinity)
        due.base.update(from: firstDue.base, count: due.count)
        next.base.update(from: firstDue.base, count: next.count)
        worked.fill(0)
        operated.fill(Operated(finish: -1, year: 0, total: 0))
        payingYear.fill(-1)
        waited.fill(false)
        granted.fill(false)
        endedCount[0] = 0
        for index in freeStaff.indices { freeStaff[index] = staff[index] }
        booked.fill(0)
        operation.fill(0)
        spent.fill(0)
        spentBySet.fill(0)
        asked.fill(0)
        asking.fill(0)
        carried.fill(0)
        coverage.fill(1)
    }

    /// Stretches of work, as they ended.
    var stretches: UnsafeMutableBufferPointer<Stretch> { ended.column(at: 0, count: endedCount[0]) }

    /// Adds a stretch that has ended.
    func append(_ stretch: Stretch) {
        precondition(endedCount[0] < ended.count)
        ended[endedCount[0]] = stretch
        endedCount[0] += 1
    }
}
