import Portfolio

/// One trial of a rollout, event by event (model.md §12).
///
/// At one instant, in this order: finishes and cancellations with their releases of staff, year end,
/// reservations of the new year or of the revised budget, then starts in plan order; repeated until
/// nothing more happens. One thread plays a trial at a time, in memory that is its own.
final class Trial: @unchecked Sendable {
    let rollout: Rollout
    let network: Network
    let isBudget: Bool
    let state: TrialState
    let luck: Luck
    let reservations: Reservations
    /// What the funds hold in the present year, by fund.
    let holdings: Table<Rupiah>
    /// Who pays at a year's end, where that decides what is carried.
    let yearEnd: Allotment
    /// What programs that start together need, by set, and the positions of all sets.
    let together: Table<Rupiah>
    let everySet: Table<Int>
    /// What happens, told when asked for.
    var story: [StoryEvent]?
    private let moment = Table(repeating: Moment(), count: 1)
    private let dates: [MoneyDate]

    /// Where the whole trial stands; in a table, because each access to a variable of an object is
    /// checked when it runs.
    private struct Moment: BitwiseCopyable {
        var year: Int?
        var isTold = false
        var hasUnmet = false
        var mayGoOn = false
        var staffWaits = 0
        var hasNewLosses = false
        var firstAlive = 0
        var firstHeld = 0
        var firstFinish = Double.infinity
        var firstBreak = Double.infinity
    }

    /// The fiscal year of the present instant; nil after the calendar.
    var year: Int? {
        get { moment.base.pointee.year }
        set { moment.base.pointee.year = newValue }
    }
    /// Whether some operating need was not covered.
    var hasUnmet: Bool {
        get { moment.base.pointee.hasUnmet }
        set { moment.base.pointee.hasUnmet = newValue }
    }
    /// Whether a resting program may go on: staff came free for it, or money no longer binds.
    var mayGoOn: Bool {
        get { moment.base.pointee.mayGoOn }
        set { moment.base.pointee.mayGoOn = newValue }
    }
    /// Programs that wait for staff.
    var staffWaits: Int {
        get { moment.base.pointee.staffWaits }
        set { moment.base.pointee.staffWaits = newValue }
    }
    /// Whether something was cancelled whose dependents have not been looked at.
    var hasNewLosses: Bool {
        get { moment.base.pointee.hasNewLosses }
        set { moment.base.pointee.hasNewLosses = newValue }
    }
    /// The programs of which some may start, work or rest: all before have ended, all after are held
    /// back by the plan.
    var alive: Range<Int> { moment.base.pointee.firstAlive..<moment.base.pointee.firstHeld }
    /// The earliest of `state.finishing`.
    var firstFinish: Double {
        get { moment.base.pointee.firstFinish }
        set { moment.base.pointee.firstFinish = newValue }
    }
    /// The earliest of `state.breaking`.
    var firstBreak: Double {
        get { moment.base.pointee.firstBreak }
        set { moment.base.pointee.firstBreak = newValue }
    }
    /// Whether what happens is told.
    var isTold: Bool { moment.base.pointee.isTold }

    /// An instant at which money comes.
    struct MoneyDate: BitwiseCopyable, Sendable {
        let month: Double
        let kind: Kind

        enum Kind: BitwiseCopyable, Sendable {
            case newYear(Int)
            case revision
            case end
        }
    }

    /// Two instants closer than this are one.
    static let slack = 1e-9

    /// Makes room for trials.
    init(rollout: Rollout, policy: SimulationSettings.Policy) {
        self.rollout = rollout
        network = rollout.network
        isBudget = policy == .budget
        state = TrialState(rollout)
        luck = Luck(asPlanned: rollout)
        reservations = Reservations(sets: rollout.sets)
        holdings = Table(repeating: 0, count: rollout.sets.funds)
        yearEnd = Allotment(sets: rollout.sets, capacity: 1)
        everySet = Table(Array(rollout.sets.sets.indices))
        together = Table(repeating: 0, count: everySet.count)
        var dates: [MoneyDate] = []
        for index in rollout.years.indices {
            dates.append(MoneyDate(month: rollout.beginning(of: index), kind: .newYear(index)))
            if let month = rollout.revisions[index] { dates.append(MoneyDate(month: month, kind: .revision)) }
        }
        self.dates = isBudget ? dates + [MoneyDate(month: rollout.end, kind: .end)] : []
        state.reset(staff: rollout.staff)
        for program in state.firstDue.indices { state.firstDue[program] = due(program) }
    }

    /// Plays the trial whose luck is set.
    func run() {
        state.reset(staff: rollout.staff)
        moment[0] = Moment(isTold: story != nil)
        var (nextDate, event) = (0, nextEvent())
        while true {
            let date = nextDate < dates.count ? dates[nextDate].month : .infinity
            let now = min(date, event)
            guard now < .infinity else {
                guard endStretches(at: .greatestFiniteMagnitude) else { break }
                event = nextEvent()
                continue
            }
            if now >= date - Self.slack {
                event = settle(at: date, opening: dates[nextDate])
                nextDate += 1
            } else {
                event = settle(at: now, opening: nil)
            }
        }
        if !isBudget { bookFreely() }
    }

    /// The next instant at which something happens; a finish alone waits for the next event after it,
    /// unless somebody waits for its staff.
    private func nextEvent() -> Double {
        let next = min(state.next.earliest, firstBreak)
        return staffWaits > 0 ? min(next, firstFinish) : next
    }

    /// Notes which programs may have something happen to them by now.
    private func noteAlive(at now: Double) {
        let phase = state.phase
        var (first, held) = (moment.base.pointee.firstAlive, moment.base.pointee.firstHeld)
        while held < phase.count, network.heldUntil[held] <= now + Self.slack { held &+= 1 }
        while first < held, phase[first] == .finished || phase[first] == .cancelled { first &+= 1 }
        (moment.base.pointee.firstAlive, moment.base.pointee.firstHeld) = (first, held)
    }

    /// Lets everything happen that happens at an instant.
    ///
    /// - Returns: The next event.
    private func settle(at now: Double, opening date: MoneyDate?) -> Double {
        noteAlive(at: now)
        var date = date
        var hasChanged = true
        while hasChanged {
            hasChanged = endStretches(at: now)
            hasChanged = cancelDependents(at: now) || hasChanged
            if let opened = date {
                open(opened)
                date = nil
                hasChanged = true
            }
            hasChanged = resumeAfterStaff(at: now) || hasChanged
            hasChanged = startDue(at: now) || hasChanged
            let next = nextEvent()
            guard hasNewLosses || mayGoOn || next <= now + Self.slack else { return next }
        }
        return nextEvent()
    }
}
