import Portfolio

extension Trial {
    /// Lets a program work from now on, as far as the year's money reaches.
    mutating func work(_ program: Int, from now: Double) {
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
        reserveCapital(program, from: state.worked[program], months: months.covered, in: year)
        if isWhole {
            reserveOperation(program, finishing: now + remaining(program), in: year, asks: false)
        }
        let unfinished: TrialState.Ending =
            isWhole ? (stops(program, in: year) ? .stop : .yearEnd) : .pause
        begin(
            program, now, months: canEnd ? left : months.covered, canEnd ? ending(of: program) : unfinished,
            year)
    }

    private mutating func begin(
        _ program: Int, _ now: Double, months: Double, _ ending: TrialState.Ending, _ year: Int?
    ) {
        state.phase[program] = .working
        state.stretchBegin[program] = now
        var end = now + months
        if let year, abs(end - rollout.yearEnds[year]) <= Self.slack { end = rollout.yearEnds[year] }
        state.stretchEnd[program] = end
        state.ending[program] = ending
        state.payingYear[program] = year
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
        rollout.programs[program].isSingleYear && year < rollout.years.count - 1
    }

    /// Until when a stretch that begins in a year may last: 31 December, and the grace of a
    /// single-year contract.
    private func limit(_ program: Int, in year: Int) -> Double {
        rollout.yearEnds[year] + (stops(program, in: year) ? rollout.grace : 0)
    }

    /// The months that a program would work this year, and those of them that are covered: the largest
    /// thousandth.
    private mutating func affordable(
        _ program: Int, at now: Double, in year: Int
    ) -> (asked: Double, covered: Double) {
        let asked = min(remaining(program), limit(program, in: year) - now)
        func isCovered(_ thousandths: Int, _ trial: inout Trial) -> Bool {
            trial.collectCapital(program, months: asked * Double(thousandths) / 1000)
            return trial.reservations.covers(trial.needs)
        }
        if isCovered(1000, &self) {
            ask(program, at: now, in: year, months: asked)
            return (asked, asked)
        }
        ask(program, at: now, in: year, months: asked)
        var (low, high) = (0, 1000)
        while high - low > 1 {
            let middle = (low + high) / 2
            if isCovered(middle, &self) { low = middle } else { high = middle }
        }
        return (asked, asked * Double(low) / 1000)
    }

    /// Counts the realised need of the year as asked for and granted.
    private mutating func ask(_ program: Int, at now: Double, in year: Int, months: Double) {
        guard !state.granted[program] else { return }
        collectCapital(program, months: months)
        collectOperation(program, finishing: now + remaining(program), in: year)
        setAsked(program)
        state.granted[program] = true
    }

    private func hasAsked(_ program: Int) -> Bool {
        let sets = rollout.sets.sets.count
        return state.asking[program * sets..<(program + 1) * sets].contains { $0 > 0 }
    }

    private mutating func setAsked(_ program: Int) {
        let sets = rollout.sets.sets.count
        for set in 0..<sets { state.asking[program * sets + set] = 0 }
        for need in needs { state.asking[program * sets + need.set] += need.amount }
    }

    /// Whether the smaller of realised and planned need of programs that start together is covered.
    mutating func coversStarts(of programs: [Int], at now: Double, in year: Int) -> Bool {
        var asked: [SetAmount] = []
        for program in programs { asked += startNeed(of: program, at: now, in: year) }
        let isCovered = reservations.covers(asked)
        for program in programs where !isCovered && !hasAsked(program) {
            collectRealised(program, at: now, in: year)
            setAsked(program)
        }
        return isCovered
    }

    private mutating func startNeed(of program: Int, at now: Double, in year: Int) -> [SetAmount] {
        collectRealised(program, at: now, in: year)
        let planned = plannedNeeds(of: program, at: now, in: year)
        let total = needs.reduce(0) { $0 + $1.amount }
        return planned.reduce(0) { $0 + $1.amount } < total ? planned : needs
    }

    private mutating func collectRealised(_ program: Int, at now: Double, in year: Int) {
        collectCapital(program, months: min(remaining(program), limit(program, in: year) - now))
        collectOperation(program, finishing: now + remaining(program), in: year)
    }

    /// The need that a start would have in a year with planned duration and amounts.
    private func plannedNeeds(of program: Int, at now: Double, in year: Int) -> [SetAmount] {
        let entry = rollout.programs[program]
        let months = min(entry.plannedDuration, limit(program, in: year) - now)
        let finish = now + entry.plannedDuration
        return entry.lines.map { index in
            let line = rollout.lines[index]
            let amount =
                line.isCapital
                ? line.spent(at: months / entry.plannedDuration, of: line.amount)
                : line.operated(for: rollout.yearEnds[year] - finish, of: line.amount)
            return SetAmount(set: line.set, amount: amount)
        }
    }

    /// The capital of the next months, into `needs`.
    private mutating func collectCapital(_ program: Int, months: Double) {
        needs.removeAll(keepingCapacity: true)
        let worked = state.worked[program]
        for index in rollout.programs[program].lines where rollout.lines[index].isCapital {
            let amount = capital(index, from: worked, months: months)
            if amount > 0 { needs.append(SetAmount(set: rollout.lines[index].set, amount: amount)) }
        }
    }

    /// The operation of the rest of a year after a finish within it, added to `needs`.
    private mutating func collectOperation(_ program: Int, finishing finish: Double, in year: Int) {
        guard finish < rollout.yearEnds[year] else { return }
        for index in rollout.programs[program].lines where !rollout.lines[index].isCapital {
            let amount = rollout.lines[index].operated(
                for: rollout.yearEnds[year] - finish, of: luck.amounts[index])
            if amount > 0 { needs.append(SetAmount(set: rollout.lines[index].set, amount: amount)) }
        }
    }

    /// Spend of a capital line over months of work.
    func capital(_ index: Int, from worked: Double, months: Double) -> Rupiah {
        let line = rollout.lines[index]
        let isDone = worked + months >= luck.duration(of: line.program) - Self.slack
        let after =
            isDone ? luck.amounts[index] : luck.capital(of: line, at: index, after: worked + months)
        return after - luck.capital(of: line, at: index, after: worked)
    }

    private mutating func reserveCapital(_ program: Int, from worked: Double, months: Double, in year: Int) {
        for index in rollout.programs[program].lines where rollout.lines[index].isCapital {
            let amount = capital(index, from: worked, months: months)
            reservations.reserve(amount, for: rollout.lines[index].set)
            state.spent[index * rollout.years.count + year] += amount
        }
    }

    /// Reserves operation from a finish, or from the year's beginning, to its end, as far as money goes.
    mutating func reserveOperation(
        _ program: Int, finishing finish: Double, in year: Int, asks: Bool = true
    ) {
        let end = rollout.yearEnds[year]
        guard finish < end else { return }
        let begin = max(finish, rollout.beginning(of: year))
        var (needed, covered) = (Rupiah(0), Rupiah(0))
        for index in rollout.programs[program].lines where !rollout.lines[index].isCapital {
            let line = rollout.lines[index]
            let need =
                line.operated(for: end - finish, of: luck.amounts[index])
                - line.operated(for: begin - finish, of: luck.amounts[index])
            guard need > 0 else { continue }
            let amount = min(need, reservations.most(for: line.set))
            reservations.reserve(amount, for: line.set)
            state.spent[index * rollout.years.count + year] += amount
            needed += need
            covered += amount
            if asks { state.asking[program * rollout.sets.sets.count + line.set] += need }
        }
        guard needed > covered else { return }
        state.coverage[program * rollout.years.count + year] = Double(covered) / Double(needed)
        tell(begin, program, .unmetOperation(needed - covered))
    }

    /// Gives back what a cancelled program had reserved and will not spend.
    mutating func releaseReserved(_ program: Int) {
        guard let year = state.payingYear[program] else { return }
        let years = rollout.years.count
        for index in rollout.programs[program].lines {
            let line = rollout.lines[index]
            let before = state.stretches.reduce(Rupiah(0)) { sum, stretch in
                stretch.program == program && stretch.year == year
                    ? sum + capital(index, from: stretch.worked, months: stretch.end - stretch.begin) : sum
            }
            let spent = line.isCapital ? before : 0
            let unspent = state.spent[index * years + year] - spent
            state.spent[index * years + year] = spent
            if year == self.year { reservations.reserve(-unspent, for: line.set) }
            let asking = program * rollout.sets.sets.count + line.set
            if year == self.year { state.asking[asking] = max(0, state.asking[asking] - unspent) }
        }
    }
}
