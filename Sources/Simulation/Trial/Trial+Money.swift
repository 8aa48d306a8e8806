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
        state.next[program] = .infinity
        state.finishing[program] = ending == .finish ? end : .infinity
        state.breaking[program] = ending == .finish || ending == .yearEnd ? .infinity : end
        (firstFinish, firstBreak) = (
            min(firstFinish, state.finishing[program]), min(firstBreak, state.breaking[program])
        )
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
            setAsked(program, in: year)
            state.granted[program] = true
        }
        if cover == .whole || reservations.covers(needs(of: program, in: state.capital)) {
            return (asked, asked)
        }
        return (asked, coveredPart(of: asked, program))
    }

    /// The largest thousandth of some months whose capital is covered.
    private func coveredPart(of months: Double, _ program: Int) -> Double {
        let needs = needs(of: program, in: state.capital)
        let guess = evenPart(of: needs)
        var (low, high) = (0, 1000)
        while high - low > 1 {
            let middle = Self.probe(between: low, and: high, near: guess)
            collectCapital(program, months: months * Double(middle) / 1000)
            if reservations.covers(needs) { low = middle } else { high = middle }
        }
        collectCapital(program, months: months * Double(low) / 1000)
        return months * Double(low) / 1000
    }

    /// The thousandth of the needs that is covered if they are spent evenly and no set takes another's
    /// money.
    private func evenPart(of needs: Needs) -> Int {
        var part = 1.0
        for index in 0..<needs.count where needs.amounts[index] > 0 {
            let most = reservations.most(for: needs.sets[index], upTo: needs.amounts[index])
            part = min(part, Double(most) / Double(needs.amounts[index]))
        }
        return Int(1000 * part)
    }

    /// Where to look next for the largest part that is covered: about a first guess, then halfway.
    private static func probe(between low: Int, and high: Int, near guess: Int) -> Int {
        if low < guess && guess < high { return guess }
        return low == guess && guess + 1 < high ? guess + 1 : (low + high) / 2
    }

    /// Spend of a capital line up to a fraction of its program's work.
    @inline(__always)
    func capital(_ line: Int, at fraction: Double) -> Rupiah {
        rollout.lines[line].spent(at: fraction, of: luck.amounts[line])
    }

    /// Reserves the capital last collected, and books it as spent by line.
    private func reserveCapital(_ program: Int, in year: Int) {
        for place in network.program(program).pointee.sets.range where state.capital[place] > 0 {
            reservations.reserve(state.capital[place], for: network.sets[place])
        }
        for index in network.program(program).pointee.capital.range {
            let line = network.positions[index]
            let total = state.coming[line]
            spend(total &- state.booked[line], on: line, in: year)
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
        guard finish < rollout.yearEnds[year] else { return }
        var (needed, covered) = (Rupiah(0), Rupiah(0))
        for index in network.program(program).pointee.operating.range {
            let line = network.positions[index]
            let need = operation(line, finishing: finish, in: year)
            guard need > 0 else { continue }
            let amount = need &- reservations.reserve(need, for: rollout.lines[line].set)
            operate(amount, on: line, in: year)
            needed &+= need
            covered &+= amount
            if asks { ask(need, at: network.places[line], in: year) }
        }
        guard needed > covered else { return }
        state.coverage[program * rollout.years.count + year] = Double(covered) / Double(needed)
        hasUnmet = true
        tell(max(finish, rollout.beginning(of: year)), program, .unmetOperation(needed - covered))
    }

    /// What an operating line needs of a year after a finish; the last answer of each line is kept, because
    /// it is asked for at the start and again at each 31 December.
    func operation(_ line: Int, finishing finish: Double, in year: Int) -> Rupiah {
        let known = state.operated[line]
        let isFirst = finish >= rollout.beginning(of: year)
        if isFirst, known.finish == finish, known.year == year { return known.total }
        let (entry, amount) = (rollout.lines.base + line, luck.amounts[line])
        let total = entry.pointee.operated(for: rollout.yearEnds[year] - finish, of: amount)
        state.operated[line] = TrialState.Operated(finish: finish, year: year, total: total)
        if isFirst { return total }
        if known.finish == finish, known.year == year - 1 { return total &- known.total }
        return total &- entry.pointee.operated(for: rollout.beginning(of: year) - finish, of: amount)
    }

    /// Gives back what a cancelled program had reserved and will not spend.
    func releaseReserved(_ program: Int) {
        let year = state.payingYear[program]
        guard year >= 0 else { return }
        for line in rollout.programs[program].lines {
            let (entry, spent) = (rollout.lines[line], line * rollout.years.count + year)
            let unspent = entry.isCapital ? state.reserved[line] - state.booked[line] : state.spent[spent]
            if entry.isCapital {
                spend(-unspent, on: line, in: year)
            } else {
                operate(-unspent, on: line, in: year)
            }
            guard year == self.year else { continue }
            reservations.release(unspent, for: entry.set)
            let place = network.places[line]
            ask(-min(unspent, state.asking[place]), at: place, in: year)
        }
    }
}
