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
    let yearNeeds: Table<Rupiah>
    let needs, plannedNeeds, togetherNeeds: Needs
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
    private var hasNewLosses: Bool {
        get { moment.base.pointee.hasNewLosses }
        set { moment.base.pointee.hasNewLosses = newValue }
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
        yearNeeds = Table(repeating: 0, count: rollout.sets.sets.count * rollout.years.count)
        (needs, plannedNeeds, togetherNeeds) = (
            Needs(sets: rollout.sets.sets.count), Needs(sets: rollout.sets.sets.count),
            Needs(sets: rollout.sets.sets.count)
        )
        var dates: [MoneyDate] = []
        for index in rollout.years.indices {
            dates.append(MoneyDate(month: rollout.beginning(of: index), kind: .newYear(index)))
            if let month = rollout.revisions[index] { dates.append(MoneyDate(month: month, kind: .revision)) }
        }
        self.dates = isBudget ? dates + [MoneyDate(month: rollout.end, kind: .end)] : []
    }

    /// Plays the trial whose luck is set.
    func run() {
        state.reset(staff: rollout.staff)
        moment[0] = Moment(isTold: story != nil)
        for program in state.phase.indices { refresh(program) }
        var (nextDate, event) = (0, nextEvent())
        while true {
            let date = nextDate < dates.count ? dates[nextDate].month : .infinity
            let now = min(date, event)
            guard now < .infinity else { break }
            if now >= date - Self.slack {
                event = settle(at: date, opening: dates[nextDate])
                nextDate += 1
            } else {
                event = settle(at: now, opening: nil)
            }
        }
        if !isBudget { bookFreely() }
    }

    /// The next instant at which a program ends its stretch or is due; four at a time, so that no
    /// comparison waits for the one before.
    private func nextEvent() -> Double {
        let (instants, whole) = (state.next.base, state.next.count & ~3)
        var (one, two, three, four) = (
            Double.infinity, Double.infinity, Double.infinity, Double.infinity
        )
        for index in stride(from: 0, to: whole, by: 4) {
            one = instants[index] < one ? instants[index] : one
            two = instants[index + 1] < two ? instants[index + 1] : two
            three = instants[index + 2] < three ? instants[index + 2] : three
            four = instants[index + 3] < four ? instants[index + 3] : four
        }
        for index in whole..<state.next.count { one = instants[index] < one ? instants[index] : one }
        return min(min(one, two), min(three, four))
    }

    /// Lets everything happen that happens at an instant.
    ///
    /// - Returns: The next event.
    private func settle(at now: Double, opening date: MoneyDate?) -> Double {
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

    /// Ends the stretches that end now; those that only reach 31 December are continued by the new year.
    private func endStretches(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.next.indices
        where state.next[program] <= now + Self.slack && state.phase[program] == .working
            && state.ending[program] != .yearEnd
        {
            end(program, at: now)
            hasChanged = true
        }
        return hasChanged
    }

    private func end(_ program: Int, at now: Double) {
        record(program, until: state.stretchEnd[program])
        release(program)
        switch state.ending[program] {
        case .finish:
            state.phase[program] = .finished
            state.next[program] = .infinity
            state.finish[program] = state.stretchEnd[program]
            touch(program)
            tell(now, program, .finishes(late: now - network.program(program).pointee.plannedFinish))
        case .giveUp: cancel(program, at: now, .givenUp)
        case .struck: cancel(program, at: now, .struck)
        case .pause: pause(program, at: now, wait: year == nil ? .nothing : .money, .pauses)
        case .stop, .yearEnd: pause(program, at: now, wait: year == nil ? .nothing : .revision, .stops)
        }
    }

    func pause(
        _ program: Int, at now: Double, wait: TrialState.Wait, _ what: StoryEvent.What
    ) {
        state.phase[program] = .paused
        state.wait[program] = wait
        if wait == .nothing { mayGoOn = true }
        state.next[program] = .infinity
        touch(program)
        tell(now, program, what)
    }

    /// Ends the present stretch, counts its months and books its capital.
    func record(_ program: Int, until end: Double) {
        let (begin, worked) = (state.stretchBegin[program], state.worked[program])
        let year = state.payingYear[program]
        state.append(
            TrialState.Stretch(
                program: program, begin: begin, end: end, worked: worked, year: year < 0 ? nil : year))
        state.worked[program] = worked + (end - begin)
        if isBudget { bookStretch(program) }
    }

    private func cancel(_ program: Int, at now: Double, _ what: StoryEvent.What) {
        state.phase[program] = .cancelled
        state.next[program] = .infinity
        state.cancelled[program] = now
        hasNewLosses = true
        if isBudget { releaseReserved(program) }
        touch(program)
        tell(now, program, what)
    }

    func release(_ program: Int) {
        giveBackStaff(program)
        guard isBudget, staffWaits > 0, !network.program(program).pointee.staff.isEmpty else { return }
        staffWaits = 0
        for other in state.wait.indices where state.wait[other] == .staff {
            state.wait[other] = .nothing
            if state.phase[other] == .pending { state.next[other] = state.due[other] }
            if state.phase[other] == .paused { mayGoOn = true }
        }
    }

    private func giveBackStaff(_ program: Int) {
        for index in network.program(program).pointee.staff.range {
            state.freeStaff.base[network.staff[index].owner] += network.staff[index].persons
        }
    }

    /// Takes the staff of a program where it is free.
    func takeStaff(_ program: Int) -> Bool {
        guard isBudget else { return true }
        let part = network.program(program).pointee.staff
        for index in part.range
        where state.freeStaff[network.staff[index].owner] < network.staff[index].persons { return false }
        for index in part.range {
            state.freeStaff.base[network.staff[index].owner] -= network.staff[index].persons
        }
        return true
    }

    /// Cancels what has not started and waits for something that was cancelled.
    private func cancelDependents(at now: Double) -> Bool {
        var hasChanged = false
        while hasNewLosses {
            hasNewLosses = false
            for program in state.phase.indices where state.phase[program] == .pending {
                guard let cause = lostRequirement(of: program) else { continue }
                cancel(program, at: now, .cancelledWith(rollout.programs[cause].id))
                hasChanged = true
            }
            for (program, cause) in hasNewLosses ? [] : stranded() {
                cancel(program, at: now, .cancelledWith(rollout.programs[cause].id))
                hasChanged = true
            }
        }
        return hasChanged
    }

    private func lostRequirement(of program: Int) -> Int? {
        let entry = network.program(program)
        for index in entry.pointee.requirements.range {
            let other = network.links[index].program
            if state.phase[other] == .cancelled { return other }
        }
        guard entry.pointee.neededAlternatives > 0 else { return nil }
        var (lost, first) = (0, -1)
        for index in entry.pointee.alternatives.range {
            let link = network.links[index]
            guard state.phase[link.program] == .cancelled, !(date(of: link) < .infinity) else { continue }
            lost += 1
            if first < 0 { first = link.program }
        }
        return first >= 0 && entry.pointee.alternatives.count - lost < entry.pointee.neededAlternatives
            ? first : nil
    }

    /// Starts what is due, in plan order.
    private func startDue(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.next.indices
        where state.next[program] <= now + Self.slack && state.phase[program] == .pending
            && network.positions[network.program(program).pointee.together.first] == program
        {
            hasChanged = start(program, at: now) || hasChanged
        }
        return hasChanged
    }

    /// Starts a program with those that start together with it, or lets them wait.
    private func start(_ program: Int, at now: Double) -> Bool {
        let together = network.program(program).pointee.together
        if isBudget, let year, !coversStarts(of: together, at: now, in: year) {
            return wait(together, for: .money, at: now)
        }
        for index in together.range where !takeStaff(network.positions[index]) {
            for other in together.first..<index { giveBackStaff(network.positions[other]) }
            return wait(together, for: .staff, at: now)
        }
        // Without money and staff a program starts at the very instant at which it may.
        let instant = isBudget ? now : state.due[program]
        for index in together.range { begin(network.positions[index], at: instant) }
        return true
    }

    private func begin(_ program: Int, at now: Double) {
        state.start[program] = now
        tell(now, program, .starts(late: now - network.program(program).pointee.plannedStart))
        if luck.retry[program] > 0 { tell(now, program, .retries(months: luck.retry[program])) }
        if luck.work[program] != network.program(program).pointee.plannedDuration {
            tell(now, program, .works(months: luck.work[program]))
        }
        work(program, from: now)
    }

    private func wait(_ programs: Network.Part, for wait: TrialState.Wait, at now: Double) -> Bool {
        for index in programs.range {
            let program = network.positions[index]
            state.wait[program] = wait
            state.waited[program] = true
            state.next[program] = .infinity
            if wait == .staff { staffWaits += 1 }
            tell(now, program, wait == .money ? .waitsForMoney : .waitsForStaff)
        }
        return false
    }

    func tell(_ month: Double, _ program: Int?, _ what: StoryEvent.What) {
        guard isTold else { return }
        story?.append(
            StoryEvent(month: month, program: program.map { rollout.programs[$0].id }, what: what))
    }
}
