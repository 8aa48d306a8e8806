import Portfolio

/// What ends stretches and programs, and what that sets free.
extension Trial {
    /// Ends the stretches that end now; those that only reach 31 December are continued by the new year.
    func endStretches(at now: Double) -> Bool {
        let hasFinishes = firstFinish <= now + Self.slack
        if hasFinishes {
            for program in alive where state.finishing[program] <= now + Self.slack {
                end(program, at: state.finishing[program])
            }
            firstFinish = state.finishing.earliest
        }
        guard firstBreak <= now + Self.slack else { return hasFinishes }
        for program in alive where state.breaking[program] <= now + Self.slack {
            end(program, at: now)
        }
        firstBreak = state.breaking.earliest
        return true
    }

    private func end(_ program: Int, at now: Double) {
        (state.finishing[program], state.breaking[program]) = (.infinity, .infinity)
        record(program, until: state.stretchEnd[program])
        release(program)
        switch state.ending[program] {
        case .finish:
            state.phase[program] = .finished
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

    func giveBackStaff(_ program: Int) {
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
    func cancelDependents(at now: Double) -> Bool {
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
}
