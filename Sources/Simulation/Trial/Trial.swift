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
    /// The fiscal year of the present instant; nil after the calendar.
    var year: Int?
    /// What happens, told when asked for.
    var story: [StoryEvent]?
    let needs, plannedNeeds, togetherNeeds: Needs
    /// Whether some operating need was not covered.
    var hasUnmet = false
    /// Whether a resting program may go on: staff came free for it, or money no longer binds.
    var mayGoOn = false
    /// Programs that wait for staff.
    var staffWaits = 0
    /// Whether something was cancelled whose dependents have not been looked at.
    private var hasNewLosses = false
    private let dates: [MoneyDate]

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
        year = nil
        (hasUnmet, mayGoOn, hasNewLosses, staffWaits) = (false, false, false, 0)
        for program in state.phase.indices { refresh(program) }
        var nextDate = 0
        while true {
            let date = nextDate < dates.count ? dates[nextDate].month : .infinity
            let now = min(date, nextEvent())
            guard now < .infinity else { break }
            if now >= date - Self.slack {
                settle(at: date, opening: dates[nextDate])
                nextDate += 1
            } else {
                settle(at: now, opening: nil)
            }
        }
        if !isBudget { bookFreely() }
    }

    /// The next instant at which a program ends its stretch or is due.
    private func nextEvent() -> Double {
        var next = Double.infinity
        for instant in state.next { next = instant < next ? instant : next }
        return next
    }

    private func settle(at now: Double, opening date: MoneyDate?) {
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
            guard hasNewLosses || mayGoOn || nextEvent() <= now + Self.slack else { return }
        }
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
            tell(now, program, .finishes(late: now - network.programs[program].plannedFinish))
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
        guard isBudget, staffWaits > 0, !network.programs[program].staff.isEmpty else { return }
        staffWaits = 0
        for other in state.wait.indices where state.wait[other] == .staff {
            state.wait[other] = .nothing
            if state.phase[other] == .pending { state.next[other] = state.due[other] }
            if state.phase[other] == .paused { mayGoOn = true }
        }
    }

    private func giveBackStaff(_ program: Int) {
        for index in network.programs[program].staff.range {
            state.freeStaff.base[network.staff[index].owner] += network.staff[index].persons
        }
    }

    /// Takes the staff of a program where it is free.
    func takeStaff(_ program: Int) -> Bool {
        guard isBudget else { return true }
        let part = network.programs[program].staff
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
        let entry = network.programs[program]
        for index in entry.requirements.range {
            let other = network.links[index].program
            if state.phase[other] == .cancelled { return other }
        }
        guard entry.neededAlternatives > 0 else { return nil }
        var (lost, first) = (0, -1)
        for index in entry.alternatives.range {
            let link = network.links[index]
            guard state.phase[link.program] == .cancelled, !(date(of: link) < .infinity) else { continue }
            lost += 1
            if first < 0 { first = link.program }
        }
        return first >= 0 && entry.alternatives.count - lost < entry.neededAlternatives ? first : nil
    }

    /// Starts what is due, in plan order.
    private func startDue(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.next.indices
        where state.next[program] <= now + Self.slack && state.phase[program] == .pending
            && network.positions[network.programs[program].together.first] == program
        {
            hasChanged = start(program, at: now) || hasChanged
        }
        return hasChanged
    }

    /// Starts a program with those that start together with it, or lets them wait.
    private func start(_ program: Int, at now: Double) -> Bool {
        let together = network.programs[program].together
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
        tell(now, program, .starts(late: now - network.programs[program].plannedStart))
        if luck.retry[program] > 0 { tell(now, program, .retries(months: luck.retry[program])) }
        if luck.work[program] != network.programs[program].plannedDuration {
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
        guard story != nil else { return }
        story?.append(
            StoryEvent(month: month, program: program.map { rollout.programs[$0].id }, what: what))
    }
}
