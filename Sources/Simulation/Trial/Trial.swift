import Portfolio

/// One trial of a rollout, event by event (model.md §12).
///
/// At one instant, in this order: finishes and cancellations with their releases of staff, year end,
/// reservations of the new year or of the revised budget, then starts in plan order; repeated until
/// nothing more happens.
struct Trial {
    let rollout: Rollout
    let isBudget: Bool
    var state: TrialState
    var luck: Luck
    var reservations: Reservations
    /// The fiscal year of the present instant; nil after the calendar.
    var year: Int?
    /// What happens, told when asked for.
    var story: [StoryEvent]?
    var needs: [SetAmount] = []
    private let dates: [MoneyDate]

    /// An instant at which money comes.
    struct MoneyDate: Sendable {
        let month: Double
        let kind: Kind

        enum Kind: Sendable {
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
        isBudget = policy == .budget
        state = TrialState(rollout)
        luck = Luck(asPlanned: rollout)
        reservations = Reservations(
            families: rollout.families, holdings: Array(repeating: 0, count: rollout.sets.funds))
        var dates: [MoneyDate] = []
        for index in rollout.years.indices {
            dates.append(MoneyDate(month: rollout.beginning(of: index), kind: .newYear(index)))
            if let month = rollout.revisions[index] { dates.append(MoneyDate(month: month, kind: .revision)) }
        }
        self.dates = isBudget ? dates + [MoneyDate(month: rollout.end, kind: .end)] : []
    }

    /// Plays the trial whose luck is set.
    mutating func run() {
        state.reset(staff: rollout.staff)
        var nextDate = 0
        while true {
            let date = nextDate < dates.count ? dates[nextDate].month : .infinity
            let now = min(date, nextEvent())
            guard now < .infinity else { return }
            if now >= date - Self.slack {
                settle(at: date, opening: dates[nextDate])
                nextDate += 1
            } else {
                settle(at: now, opening: nil)
            }
        }
    }

    /// The next instant at which a program ends its stretch or is due.
    private func nextEvent() -> Double {
        var next = Double.infinity
        for program in state.phase.indices {
            switch state.phase[program] {
            case .working: next = min(next, state.stretchEnd[program])
            case .pending where state.wait[program] == .nothing: next = min(next, due(program))
            default: break
            }
        }
        return next
    }

    private mutating func settle(at now: Double, opening date: MoneyDate?) {
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
        }
    }

    /// Ends the stretches that end now; those that only reach 31 December are continued by the new year.
    private mutating func endStretches(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.phase.indices
        where state.phase[program] == .working && state.stretchEnd[program] <= now + Self.slack
            && state.ending[program] != .yearEnd
        {
            end(program, at: now)
            hasChanged = true
        }
        return hasChanged
    }

    private mutating func end(_ program: Int, at now: Double) {
        record(program, until: state.stretchEnd[program])
        release(program)
        switch state.ending[program] {
        case .finish:
            state.phase[program] = .finished
            state.finish[program] = state.stretchEnd[program]
            tell(now, program, .finishes(late: now - rollout.programs[program].plannedFinish))
        case .giveUp: cancel(program, at: now, .givenUp)
        case .struck: cancel(program, at: now, .struck)
        case .pause: pause(program, at: now, wait: year == nil ? .nothing : .money, .pauses)
        case .stop, .yearEnd: pause(program, at: now, wait: year == nil ? .nothing : .revision, .stops)
        }
    }

    mutating func pause(
        _ program: Int, at now: Double, wait: TrialState.Wait, _ what: StoryEvent.What
    ) {
        state.phase[program] = .paused
        state.wait[program] = wait
        tell(now, program, what)
    }

    /// Ends the present stretch and counts its months.
    mutating func record(_ program: Int, until end: Double) {
        state.stretches.append(
            TrialState.Stretch(
                program: program, begin: state.stretchBegin[program], end: end,
                worked: state.worked[program], year: state.payingYear[program]))
        state.worked[program] += end - state.stretchBegin[program]
    }

    private mutating func cancel(_ program: Int, at now: Double, _ what: StoryEvent.What) {
        state.phase[program] = .cancelled
        state.cancelled[program] = now
        state.hasNewLosses = true
        if isBudget { releaseReserved(program) }
        tell(now, program, what)
    }

    mutating func release(_ program: Int) {
        giveBackStaff(program)
        guard isBudget, !rollout.programs[program].staff.isEmpty else { return }
        for other in state.wait.indices where state.wait[other] == .staff { state.wait[other] = .nothing }
    }

    private mutating func giveBackStaff(_ program: Int) {
        for need in rollout.programs[program].staff { state.freeStaff[need.owner] += need.persons }
    }

    /// Takes the staff of a program where it is free.
    mutating func takeStaff(_ program: Int) -> Bool {
        guard isBudget else { return true }
        for need in rollout.programs[program].staff
        where state.freeStaff[need.owner] < need.persons { return false }
        for need in rollout.programs[program].staff { state.freeStaff[need.owner] -= need.persons }
        return true
    }

    /// Cancels what has not started and waits for something that was cancelled.
    private mutating func cancelDependents(at now: Double) -> Bool {
        var hasChanged = false
        while state.hasNewLosses {
            state.hasNewLosses = false
            for program in state.phase.indices where state.phase[program] == .pending {
                guard let cause = lostRequirement(of: program) else { continue }
                cancel(program, at: now, .cancelledWith(rollout.programs[cause].id))
                hasChanged = true
            }
            for (program, cause) in state.hasNewLosses ? [] : stranded() {
                cancel(program, at: now, .cancelledWith(rollout.programs[cause].id))
                hasChanged = true
            }
        }
        return hasChanged
    }

    private func lostRequirement(of program: Int) -> Int? {
        let entry = rollout.programs[program]
        for link in entry.requirements where state.phase[link.program] == .cancelled { return link.program }
        guard entry.neededAlternatives > 0 else { return nil }
        let lost = entry.alternatives.filter {
            state.phase[$0.program] == .cancelled && !(date(of: $0) < .infinity)
        }
        return entry.alternatives.count - lost.count < entry.neededAlternatives ? lost.first?.program : nil
    }

    /// Starts what is due, in plan order.
    private mutating func startDue(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.phase.indices
        where state.phase[program] == .pending && state.wait[program] == .nothing
            && rollout.together[program][0] == program && due(program) <= now + Self.slack
        {
            hasChanged = start(program, at: now) || hasChanged
        }
        return hasChanged
    }

    /// Starts a program with those that start together with it, or lets them wait.
    private mutating func start(_ program: Int, at now: Double) -> Bool {
        let together = rollout.together[program]
        if isBudget, let year, !coversStarts(of: together, at: now, in: year) {
            return wait(together, for: .money, at: now)
        }
        for (taken, member) in together.enumerated() where !takeStaff(member) {
            for other in together[..<taken] { giveBackStaff(other) }
            return wait(together, for: .staff, at: now)
        }
        for member in together { begin(member, at: now) }
        return true
    }

    private mutating func begin(_ program: Int, at now: Double) {
        state.start[program] = now
        tell(now, program, .starts(late: now - rollout.programs[program].plannedStart))
        if luck.retry[program] > 0 { tell(now, program, .retries(months: luck.retry[program])) }
        if luck.work[program] != rollout.programs[program].plannedDuration {
            tell(now, program, .works(months: luck.work[program]))
        }
        work(program, from: now)
    }

    private mutating func wait(_ programs: [Int], for wait: TrialState.Wait, at now: Double) -> Bool {
        for program in programs {
            state.wait[program] = wait
            state.waited[program] = true
            tell(now, program, wait == .money ? .waitsForMoney : .waitsForStaff)
        }
        return false
    }

    mutating func tell(_ month: Double, _ program: Int?, _ what: StoryEvent.What) {
        guard story != nil else { return }
        story?.append(StoryEvent(month: month, program: program.map { rollout.programs[$0].id }, what: what))
    }
}
