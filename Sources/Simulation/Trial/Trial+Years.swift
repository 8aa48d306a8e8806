import Portfolio

extension Trial {
    /// Opens a year, its revised budget, or the time after the calendar.
    mutating func open(_ date: MoneyDate) {
        switch date.kind {
        case .newYear(let index):
            if index > 0 { closeYear(index - 1) }
            openYear(index, at: date.month)
            goOn(at: date.month) { trial, program in
                trial.state.wait[program] == .money || trial.mayResume(program, at: date.month, in: index)
            }
        case .revision:
            goOn(at: date.month) { trial, program in
                trial.state.wait[program] == .money || trial.state.wait[program] == .revision
            }
        case .end:
            closeYear(rollout.years.count - 1)
            year = nil
            goOn(at: date.month) { _, _ in true }
        }
        for program in state.wait.indices
        where state.phase[program] == .pending && state.wait[program] == .money {
            state.wait[program] = .nothing
        }
    }

    /// A stopped contract waits for the revised budget of its year, else for 1 January.
    private func mayResume(_ program: Int, at now: Double, in year: Int) -> Bool {
        guard state.wait[program] == .revision else { return false }
        let stopped = state.stretches.last { $0.program == program }?.end ?? now
        return rollout.revisions[year] == nil || stopped < now - Self.slack
    }

    /// Money of a new year, and the operating costs of finished programs in plan order.
    private mutating func openYear(_ index: Int, at now: Double) {
        year = index
        reservations.begin(holdings: (0..<rollout.sets.funds).map { holdings(of: $0, in: index) })
        tellCuts(in: index, at: now)
        for program in state.phase.indices { state.granted[program] = false }
        for program in state.phase.indices where state.phase[program] == .finished {
            reserveOperation(program, finishing: state.finish[program], in: index)
        }
    }

    /// What a fund holds in a year: the ceiling after shocks and what was carried in.
    func holdings(of fund: Int, in year: Int) -> Rupiah {
        let index = fund * rollout.sets.years + year
        return luck.ceilings[index] + (year > 0 ? state.carried[index - 1] : 0)
    }

    /// Programs at work go on, in plan order: those that reach into the new year, those in their
    /// grace, and the resting ones that may resume.
    private mutating func goOn(at now: Double, resumes: (Trial, Int) -> Bool) {
        for program in state.phase.indices {
            switch state.phase[program] {
            case .working
            where state.ending[program] == .yearEnd && state.stretchEnd[program] <= now + Self.slack:
                record(program, until: state.stretchEnd[program])
                work(program, from: now)
            case .working where state.payingYear[program] != year && state.ending[program] == .finish:
                guard let year else { continue }
                reserveOperation(program, finishing: state.stretchEnd[program], in: year)
            case .paused where resumes(self, program): resume(program, at: now)
            default: break
            }
        }
    }

    /// Resting programs whose staff has come free go on, in plan order.
    mutating func resumeAfterStaff(at now: Double) -> Bool {
        var hasChanged = false
        for program in state.phase.indices
        where state.phase[program] == .paused && state.wait[program] == .nothing {
            resume(program, at: now)
            hasChanged = true
        }
        return hasChanged
    }

    private mutating func resume(_ program: Int, at now: Double) {
        guard takeStaff(program) else {
            state.wait[program] = .staff
            return tell(now, program, .waitsForStaff)
        }
        tell(now, program, .resumes)
        work(program, from: now)
    }

    /// 31 December: what was asked for is booked, what may be carried is.
    private mutating func closeYear(_ index: Int) {
        let (sets, years) = (rollout.sets.sets.count, rollout.years.count)
        for slot in state.asking.indices {
            state.asked[slot % sets * years + index] += state.asking[slot]
            state.asking[slot] = 0
        }
        guard rollout.sets.carryShares.contains(where: { $0 != nil }) || story != nil else { return }
        let allotment = Allotment(
            sets: rollout.sets, year: index, needs: spentBySet(in: index),
            holdings: (0..<rollout.sets.funds).map { holdings(of: $0, in: index) })
        for fund in 0..<rollout.sets.funds {
            carry(fund, from: index, left: allotment.left[fund])
        }
    }

    /// carry = min(floor(q·B), what is left), B after shocks; 0 in the last year.
    mutating func carry(_ fund: Int, from year: Int, left: Rupiah) {
        let index = fund * rollout.sets.years + year
        let isLast = year == rollout.sets.years - 1
        let most =
            isLast ? 0 : rollout.sets.carryShares[fund]?.floorOfProduct(with: luck.ceilings[index]) ?? 0
        state.carried[index] = min(most, left)
        tellRest(of: fund, in: year, left: left - state.carried[index])
    }

    /// Rupiah spent in a year, by set.
    func spentBySet(in year: Int) -> [Rupiah] {
        var sums = Array(repeating: Rupiah(0), count: rollout.sets.sets.count)
        for (index, line) in rollout.lines.enumerated() {
            sums[line.set] += state.spent[index * rollout.years.count + year]
        }
        return sums
    }

    private mutating func tellCuts(in year: Int, at now: Double) {
        guard story != nil else { return }
        for fund in 0..<rollout.sets.funds {
            let index = fund * rollout.sets.years + year
            let cut = rollout.sets.ceilings[index] - luck.ceilings[index]
            if cut > 0 { tell(now, nil, .ceilingCut(rollout.fundIDs[fund], rollout.years[year], cut)) }
        }
    }

    private mutating func tellRest(of fund: Int, in year: Int, left: Rupiah) {
        guard story != nil else { return }
        let (id, end) = (rollout.fundIDs[fund], rollout.yearEnds[year])
        let carried = state.carried[fund * rollout.sets.years + year]
        if carried > 0 { tell(end, nil, .carries(id, rollout.years[year], carried)) }
        if left > 0 { tell(end, nil, .lapses(id, rollout.years[year], left)) }
    }
}
