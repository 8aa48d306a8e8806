import Portfolio

extension Trial {
    /// Lets a program work from now on, as far as the year's money reaches.
    func work(_ program: Int, from now: Double, _ cover: Cover = .unknown) {
        state.wait[program] = .nothing
        let left = luck.lifetime(of: program) - state.worked[program]
        guard isBudget, let year else { return begin(program, now, months: left, ending(of: program), nil) }
        let months = affordable(program, at: now, in: year, cover)
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
        (state.next[program], state.finishing[program]) =
            ending == .finish ? (.infinity, end) : (end, .infinity)
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
    func limit(_ program: Int, in year: Int) -> Double {
        rollout.yearEnds[year] + (stops(program, in: year) ? rollout.grace : 0)
    }

    /// The months that a program would work this year, and those of them that are covered: the largest
    /// thousandth; the capital of these stays in `coming`.
    private func affordable(
        _ program: Int, at now: Double, in year: Int, _ cover: Cover
    ) -> (asked: Double, covered: Double) {
        let asked = min(remaining(program), limit(program, in: year) - now)
        if cover == .unknown { collectRealised(program, at: now, in: year) }
        if !state.granted[program] {
            setAsked(program)
            state.granted[program] = true
        }
        if cover == .whole || reservations.covers(capitalNeeds) { return (asked, asked) }
        return (asked, coveredPart(of: asked, program))
    }

    /// The largest thousandth of some months whose capital is covered; of one set the money that is left
    /// is asked for only once.
    private func coveredPart(of months: Double, _ program: Int) -> Double {
        let most =
            capitalNeeds.count == 1
            ? reservations.most(for: capitalNeeds[0].set, upTo: capitalNeeds.total) : nil
        var (low, high) = (0, 1000)
        while high - low > 1 {
            let middle = (low + high) / 2
            collectCapital(program, months: months * Double(middle) / 1000)
            let isCovered = most.map { capitalNeeds.total <= $0 } ?? reservations.covers(capitalNeeds)
            if isCovered { low = middle } else { high = middle }
        }
        collectCapital(program, months: months * Double(low) / 1000)
        return months * Double(low) / 1000
    }

    /// Spend of a capital line up to a fraction of its program's work.
    @inline(__always)
    func capital(_ line: Int, at fraction: Double) -> Rupiah {
        rollout.lines[line].spent(at: fraction, of: luck.amounts[line])
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
            if asks { ask(need, of: program, for: line.set) }
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
            if let place = place(of: entry.set, in: program) {
                ask(-min(unspent, state.asking[place]), at: place)
            }
        }
    }
}
