/// Starts, and waits of those that are due.
extension Trial {
    /// Starts what is due, in plan order.
    func startDue(at now: Double) -> Bool {
        var hasChanged = false
        for program in alive
        where state.next[program] <= now + Self.slack
            && network.positions[network.program(program).pointee.together.first] == program
        {
            hasChanged = start(program, at: now) || hasChanged
        }
        return hasChanged
    }

    /// Starts a program with those that start together with it, or lets them wait.
    private func start(_ program: Int, at now: Double) -> Bool {
        let together = network.program(program).pointee.together
        var cover = Cover.unknown
        if isBudget, let year {
            cover = coverStarts(of: together, at: now, in: year)
            if cover == .none { return wait(together, for: .money, at: now) }
        }
        for index in together.range where !takeStaff(network.positions[index]) {
            for other in together.first..<index { giveBackStaff(network.positions[other]) }
            return wait(together, for: .staff, at: now)
        }
        // Without money and staff a program starts at the very instant at which it may.
        let instant = isBudget ? now : state.due[program]
        for index in together.range { begin(network.positions[index], at: instant, cover) }
        return true
    }

    private func begin(_ program: Int, at now: Double, _ cover: Cover) {
        state.start[program] = now
        tell(now, program, .starts(late: now - network.program(program).pointee.plannedStart))
        if luck.retry[program] > 0 { tell(now, program, .retries(months: luck.retry[program])) }
        if luck.work[program] != network.program(program).pointee.plannedDuration {
            tell(now, program, .works(months: luck.work[program]))
        }
        work(program, from: now, cover)
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
}
