import Portfolio

extension Trial {
    /// Lets a program work from now on, as far as the year's money reaches.
    func work(_ program: Int, from now: Double) {
        state.wait[program] = .nothing
        let left = luck.lifetime(of: program) - state.worked[program]
        guard isBudget, let year else { return begin(program, now, months: left, ending(of: program), nil) }
        let months = affordable(program, at: now, in: year)
        let isWhole = months.asked - months.covered <= Self.slack
        let canEnd = left <= months.covered + Self.slack
        if !canEnd && !isWhole && months.covered <= Self.slack {
            release(program)
            return pause(program, at: now, wait: .money, .pauses)
        }
        reserveCapital(program, in: year)
        if isWhole {
            reserveOperation(program, finishing: now + remaining(program), in: year, asks: false)
        }
        let unfinished: TrialState.Ending =
            isWhole ? (stops(program, in: year) ? .stop : .yearEnd) : .pause
        begin(
            program, now, months: canEnd ? left : months.covered, canEnd ? ending(of: program) : unfinished,
            year)
    }

    private func begin(
        _ program: Int, _ now: Double, months: Double, _ ending: TrialState.Ending, _ year: Int?
    ) {
        state.phase[program] = .working
        state.stretchBegin[program] = now
        var end = now + months
        if let year, abs(end - rollout.yearEnds[year]) <= Self.slack { end = rollout.yearEnds[year] }
        state.stretchEnd[program] = end
        state.next[program] = end
        state.ending[program] = ending
        state.payingYear[program] = year ?? -1
        touch(program)
    }

    private func ending(of program: Int) -> TrialState.Ending {
        if luck.givesUp[program] { return .giveUp }
        return luck.strike[program] <= 1 ? .struck : .finish
    }

    /// Months left to work.
    func remaining(_ program: Int) -> Double { luck.duration(of: program) - state.worked[program] }

    /// Whether 31 December ends a program's contract; the calendar's end does not, because money no
    /// longer binds there.
    private func stops(_ program: Int, in year: Int) -> Bool {
        network.program(program).pointee.isSingleYear && year < rollout.years.count - 1
    }

    /// Until when a stretch that begins in a year may last: 31 December, and the grace of a
    /// single-year contract.
    private func limit(_ program: Int, in year: Int) -> Double {
        rollout.yearEnds[year] + (stops(program, in: year) ? rollout.grace : 0)
    }

    /// The months that a program would work this year, and those of them that are covered: the largest
    /// thousandth; the capital of these stays in `coming`.
    private func affordable(
        _ program: Int, at now: Double, in year: Int
    ) -> (asked: Double, covered: Double) {
        let asked = min(remaining(program), limit(program, in: year) - now)
        needs.clear()
        addCapital(program, months: asked)
        let isCovered = reservations.covers(needs)
        if !state.granted[program] {
            addOperation(program, finishing: now + remaining(program), in: year)
            setAsked(program)
            state.granted[program] = true
        }
        if isCovered { return (asked, asked) }
        var (low, high) = (0, 1000)
        while high - low > 1 {
            let middle = (low + high) / 2
            needs.clear()
            addCapital(program, months: asked * Double(middle) / 1000)
            if reservations.covers(needs) { low = middle } else { high = middle }
        }
        needs.clear()
        addCapital(program, months: asked * Double(low) / 1000)
        return (asked, asked * Double(low) / 1000)
    }

    private func hasAsked(_ program: Int) -> Bool {
        let sets = rollout.sets.sets.count
        return state.asking.column(at: program * sets, count: sets).contains { $0 > 0 }
    }

    /// Notes the needs as what a program asks for.
    private func setAsked(_ program: Int) {
        let sets = rollout.sets.sets.count
        let asking = state.asking.column(at: program * sets, count: sets)
        asking.update(repeating: 0)
        for index in 0..<needs.count { asking[needs[index].set] = needs[index].amount }
    }

    /// Whether the smaller of realised and planned need of programs that start together is covered.
    func coversStarts(of together: Network.Part, at now: Double, in year: Int) -> Bool {
        togetherNeeds.clear()
        for index in together.range {
            let program = network.positions[index]
            collectRealised(program, at: now, in: year)
            collectPlanned(program, at: now, in: year)
            if plannedNeeds.total < needs.total {
                togetherNeeds.add(plannedNeeds)
            } else {
                togetherNeeds.add(needs)
            }
        }
        if reservations.covers(togetherNeeds) { return true }
        for index in together.range where !hasAsked(network.positions[index]) {
            collectRealised(network.positions[index], at: now, in: year)
            setAsked(network.positions[index])
        }
        return false
    }

    private func collectRealised(_ program: Int, at now: Double, in year: Int) {
        needs.clear()
        addCapital(program, months: min(remaining(program), limit(program, in: year) - now))
        addOperation(program, finishing: now + remaining(program), in: year)
    }

    /// The need that a start would have in a year with planned duration and amounts.
    private func collectPlanned(_ program: Int, at now: Double, in year: Int) {
        let entry = network.program(program)
        let months = min(entry.pointee.plannedDuration, limit(program, in: year) - now)
        let left = rollout.yearEnds[year] - (now + entry.pointee.plannedDuration)
        plannedNeeds.clear()
        for index in entry.pointee.capital.range {
            let line = rollout.lines[network.positions[index]]
            plannedNeeds.add(
                line.spent(at: months / entry.pointee.plannedDuration, of: line.amount), for: line.set)
        }
        guard left > 0 else { return }
        for index in entry.pointee.operating.range {
            let line = rollout.lines[network.positions[index]]
            plannedNeeds.add(line.operated(for: left, of: line.amount), for: line.set)
        }
    }

    /// Spend of a capital line up to a fraction of its program's work.
    @inline(__always)
    func capital(_ line: Int, at fraction: Double) -> Rupiah {
        rollout.lines[line].spent(at: fraction, of: luck.amounts[line])
    }

    /// The capital of the next months, added to `needs`; what is spent up to their end stays in
    /// `coming`.
    private func addCapital(_ program: Int, months: Double) {
        let fraction = luck.fraction(of: program, after: state.worked[program] + months)
        for index in network.program(program).pointee.capital.range {
            let line = network.positions[index]
            let total = capital(line, at: fraction)
            state.coming[line] = total
            needs.add(total - state.booked[line], for: rollout.lines[line].set)
        }
    }

    /// The operation of the rest of a year after a finish within it, added to `needs`.
    private func addOperation(_ program: Int, finishing finish: Double, in year: Int) {
        guard finish < rollout.yearEnds[year] else { return }
        for index in network.program(program).pointee.operating.range {
            let line = rollout.lines[network.positions[index]]
            needs.add(
                line.operated(
                    for: rollout.yearEnds[year] - finish, of: luck.amounts[network.positions[index]]),
                for: line.set)
        }
    }

    private func reserveCapital(_ program: Int, in year: Int) {
        for index in network.program(program).pointee.capital.range {
            let line = network.positions[index]
            let total = state.coming[line]
            let amount = total - state.booked[line]
            reservations.reserve(amount, for: rollout.lines[line].set)
            state.spent.base[line * rollout.years.count + year] += amount
            state.reserved[line] = total
        }
    }

    /// Books the capital of the stretch that has just ended: what was reserved, unless the program was
    /// cancelled before the end of what was reserved for it or money no longer binds.
    func bookStretch(_ program: Int) {
        let ending = state.ending[program]
        let isAsReserved = state.payingYear[program] >= 0 && ending != .giveUp && ending != .struck
        let hasNone = isAsReserved || ending == .giveUp
        let fraction = hasNone ? 0 : luck.fraction(of: program, after: state.worked[program])
        for index in network.program(program).pointee.capital.range {
            let line = network.positions[index]
            state.booked[line] = isAsReserved ? state.reserved[line] : capital(line, at: fraction)
        }
    }

    /// Reserves operation from a finish, or from the year's beginning, to its end, as far as money goes.
    func reserveOperation(
        _ program: Int, finishing finish: Double, in year: Int, asks: Bool = true
    ) {
        let end = rollout.yearEnds[year]
        guard finish < end else { return }
        let begin = max(finish, rollout.beginning(of: year))
        var (needed, covered) = (Rupiah(0), Rupiah(0))
        for index in network.program(program).pointee.operating.range {
            let position = network.positions[index]
            let line = rollout.lines[position]
            let need =
                line.operated(for: end - finish, of: luck.amounts[position])
                - line.operated(for: begin - finish, of: luck.amounts[position])
            guard need > 0 else { continue }
            let amount = need - reservations.reserve(need, for: line.set)
            state.spent.base[position * rollout.years.count + year] += amount
            needed += need
            covered += amount
            if asks { state.asking.base[program * rollout.sets.sets.count + line.set] += need }
        }
        guard needed > covered else { return }
        state.coverage[program * rollout.years.count + year] = Double(covered) / Double(needed)
        hasUnmet = true
        tell(begin, program, .unmetOperation(needed - covered))
    }

    /// Gives back what a cancelled program had reserved and will not spend.
    func releaseReserved(_ program: Int) {
        let year = state.payingYear[program]
        guard year >= 0 else { return }
        for line in rollout.programs[program].lines {
            let (entry, spent) = (rollout.lines[line], line * rollout.years.count + year)
            let unspent = entry.isCapital ? state.reserved[line] - state.booked[line] : state.spent[spent]
            state.spent.base[spent] -= unspent
            guard year == self.year else { continue }
            reservations.release(unspent, for: entry.set)
            let asking = program * rollout.sets.sets.count + entry.set
            state.asking[asking] = max(0, state.asking[asking] - unspent)
        }
    }
}
