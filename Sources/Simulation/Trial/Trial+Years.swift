import Portfolio

extension Trial {
    /// Opens a year, its revised budget, or the time after the calendar.
    func open(_ date: MoneyDate) {
        switch date.kind {
        case .newYear(let index):
            if index > 0 { closeYear(index - 1) }
            openYear(index, at: date.month)
        case .revision: break
        case .end:
            closeYear(rollout.years.count - 1)
            year = nil
        }
        goOn(at: date)
        for program in alive
        where state.phase[program] == .pending && state.wait[program] == .money {
            state.wait[program] = .nothing
            state.next[program] = state.due[program]
        }
    }

    /// Whether a resting program may go on; a stopped contract waits for the revised budget of its year,
    /// else for 1 January.
    private func mayResume(_ program: Int, at date: MoneyDate) -> Bool {
        switch date.kind {
        case .end: return true
        case .revision: return state.wait[program] == .money || state.wait[program] == .revision
        case .newYear(let year):
            guard state.wait[program] == .revision else { return state.wait[program] == .money }
            let stopped = state.stretches.last { $0.program == program }?.end ?? date.month
            return rollout.revisions[year] == nil || stopped < date.month - Self.slack
        }
    }

    /// Money of a new year, and the operating costs of finished programs in plan order.
    private func openYear(_ index: Int, at now: Double) {
        year = index
        hold(index)
        reservations.begin(holdings: holdings)
        tellCuts(in: index, at: now)
        state.granted.fill(false)
        for program in state.phase.indices where state.phase[program] == .finished {
            reserveOperation(program, finishing: state.finish[program], in: index)
        }
    }

    /// What each fund holds in a year: the ceiling after shocks and what was carried in.
    private func hold(_ year: Int) {
        for fund in holdings.indices {
            let index = fund * rollout.sets.years + year
            holdings[fund] = luck.ceilings[index] + (year > 0 ? state.carried[index - 1] : 0)
        }
    }

    /// Programs at work go on, in plan order: those that reach into the new year, those in their
    /// grace, and the resting ones that may resume.
    private func goOn(at date: MoneyDate) {
        for program in alive {
            switch state.phase[program] {
            case .working
            where state.ending[program] == .yearEnd && state.stretchEnd[program] <= date.month + Self.slack:
                record(program, until: state.stretchEnd[program])
                work(program, from: date.month)
            case .working where state.payingYear[program] != year && state.ending[program] == .finish:
                guard let year else { continue }
                reserveOperation(program, finishing: state.stretchEnd[program], in: year)
            case .paused where mayResume(program, at: date): resume(program, at: date.month)
            default: break
            }
        }
    }

    /// Resting programs whose staff has come free go on, in plan order.
    func resumeAfterStaff(at now: Double) -> Bool {
        guard mayGoOn else { return false }
        mayGoOn = false
        var hasChanged = false
        for program in alive
        where state.phase[program] == .paused && state.wait[program] == .nothing {
            resume(program, at: now)
            hasChanged = true
        }
        return hasChanged
    }

    private func resume(_ program: Int, at now: Double) {
        guard takeStaff(program) else {
            state.wait[program] = .staff
            staffWaits += 1
            return tell(now, program, .waitsForStaff)
        }
        tell(now, program, .resumes)
        work(program, from: now)
    }

    /// 31 December: nobody asks for the old year's money any more, what may be carried is.
    private func closeYear(_ index: Int) {
        state.asking.fill(0)
        if rollout.sets.carries || isTold { carry(from: index) }
    }

    /// What of a year's money moves into the next.
    private func carry(from year: Int) {
        hold(year)
        for fund in holdings.indices { yearEnd.left[fund] = holdings[fund] }
        yearEnd.allot(state.spentBySet, in: year, trials: 1)
        for fund in holdings.indices {
            let index = fund * rollout.sets.years + year
            let left = yearEnd.left[fund]
            state.carried[index] = rollout.sets.carried(
                fund, from: year, left: left, ceiling: luck.ceilings[index])
            tellRest(of: fund, in: year, carried: state.carried[index], lapsed: left - state.carried[index])
        }
    }

    private func tellCuts(in year: Int, at now: Double) {
        guard isTold else { return }
        for fund in 0..<rollout.sets.funds {
            let index = fund * rollout.sets.years + year
            let cut = rollout.sets.ceilings[index] - luck.ceilings[index]
            if cut > 0 { tell(now, nil, .ceilingCut(rollout.fundIDs[fund], rollout.years[year], cut)) }
        }
    }

    /// Tells what is carried and what lapses, where no year was closed on the way.
    func tellAccounts() {
        let accounts = TrialOutcome(self).accounts
        for year in rollout.years.indices {
            for fund in 0..<rollout.sets.funds {
                let account = accounts[fund * rollout.sets.years + year]
                tellRest(of: fund, in: year, carried: account.carriedOut, lapsed: account.lapsed)
            }
        }
    }

    /// Tells what of a fund's year is carried and what lapses.
    private func tellRest(of fund: Int, in year: Int, carried: Rupiah, lapsed: Rupiah) {
        let (id, end) = (rollout.fundIDs[fund], rollout.yearEnds[year])
        if carried > 0 { tell(end, nil, .carries(id, rollout.years[year], carried)) }
        if lapsed > 0 { tell(end, nil, .lapses(id, rollout.years[year], lapsed)) }
    }
}

extension FundSets {
    /// carry = min(floor(q·B), what is left), B after shocks; 0 in the last year.
    @inline(__always)
    func carried(_ fund: Int, from year: Int, left: Rupiah, ceiling: Rupiah) -> Rupiah {
        guard year < years - 1, let share = carryShares[fund] else { return 0 }
        return min(share.floorOfProduct(with: ceiling), left)
    }
}
