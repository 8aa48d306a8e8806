import Portfolio

/// A fund's year in a trial, in rupiah.
struct FundYearAccount: Sendable, Hashable {
    /// Ceiling after shocks.
    var ceiling: Rupiah = 0
    var carriedIn: Rupiah = 0
    /// What would have been spent.
    var need: Rupiah = 0
    var spent: Rupiah = 0
    var carriedOut: Rupiah = 0
    var lapsed: Rupiah = 0

    /// What may be spent.
    var holding: Rupiah { ceiling + carriedIn }
}

extension Trial {
    /// Books the spending by year of programs that money does not hold back.
    func bookFreely() {
        for stretch in state.stretches where !luck.givesUp[stretch.program] {
            let total = stretch.worked + stretch.end - stretch.begin
            for index in network.program(stretch.program).pointee.capital.range {
                bookCapital(network.positions[index], stretch, total)
            }
        }
        for program in state.phase.indices where state.phase[program] == .finished {
            for index in network.program(program).pointee.operating.range {
                bookOperation(network.positions[index], from: state.finish[program])
            }
        }
    }

    private func bookCapital(_ line: Int, _ stretch: TrialState.Stretch, _ total: Double) {
        func spent(after months: Double) -> Rupiah {
            capital(line, at: luck.fraction(of: stretch.program, after: months))
        }
        var worked = stretch.worked
        for year in rollout.years.indices where rollout.yearEnds[year] > stretch.begin {
            let end = min(stretch.end, rollout.yearEnds[year])
            worked += end - max(stretch.begin, rollout.beginning(of: year))
            let after = spent(after: end == stretch.end ? total : worked)
            spend(after - state.booked[line], on: line, in: year)
            state.booked[line] = after
            if end == stretch.end { return }
        }
        state.booked[line] = spent(after: total)
    }

    private func bookOperation(_ index: Int, from finish: Double) {
        let line = rollout.lines[index]
        for year in rollout.years.indices where rollout.yearEnds[year] > finish {
            let before = rollout.beginning(of: year) - finish
            operate(
                line.operated(for: rollout.yearEnds[year] - finish, of: luck.amounts[index])
                    - line.operated(for: before, of: luck.amounts[index]), on: index, in: year)
        }
    }

    /// Books spending of a line on a year.
    @inline(__always)
    func spend(_ amount: Rupiah, on line: Int, in year: Int) {
        let years = rollout.years.count
        state.spent.base[line &* years &+ year] &+= amount
        state.spentBySet.base[rollout.lines[line].set &* years &+ year] &+= amount
    }

    /// Books spending of an operating line on a year.
    @inline(__always)
    func operate(_ amount: Rupiah, on line: Int, in year: Int) {
        spend(amount, on: line, in: year)
        state.operation.base[rollout.lines[line].program] &+= amount
    }

    /// What a program costs in the trial: its capital, spent after the calendar's end too, and its
    /// operation within the calendar.
    func cost(of program: Int) -> Rupiah {
        var cost = state.operation[program]
        for index in network.program(program).pointee.capital.range {
            cost &+= state.booked[network.positions[index]]
        }
        return cost
    }

    /// The value of a program in the trial, its helped_by shares included, synergies not.
    func value(of program: Int) -> Double {
        let entry = rollout.programs[program]
        let finish = state.finish[program]
        guard finish < .infinity, entry.points != 0 else { return 0 }
        var years = entry.ownShare * worth(of: program, from: finish)
        for help in entry.helps {
            let from = max(finish, state.finish[help.helper])
            if from < .infinity { years += help.share * worth(of: program, from: from) }
        }
        return entry.points * years * luck.benefit[program]
    }

    /// Discounted years from an instant on, less what unmet operating needs take.
    private func worth(of program: Int, from month: Double) -> Double {
        let curve = rollout.programs[program].worth
        var sum = curve.from(month)
        guard hasUnmet else { return sum }
        for year in rollout.years.indices {
            let coverage = state.coverage[program * rollout.years.count + year]
            guard coverage < 1 else { continue }
            let begin = max(month, rollout.beginning(of: year))
            sum -= (1 - coverage) * curve.between(begin, rollout.yearEnds[year], from: month)
        }
        return sum
    }

    /// Whether unmet operating needs take from a program's value.
    func isUncovered(_ program: Int) -> Bool {
        guard hasUnmet else { return false }
        let years = rollout.years.count
        return state.coverage.column(at: program * years, count: years).contains { $0 < 1 }
    }

    /// Marks the programs on the chain that fixed the last finish, in a column of a table.
    func markCritical(in marks: Table<UInt8>, stride: Int, at offset: Int) {
        for program in state.phase.indices { marks[program * stride + offset] = 0 }
        var last = -1.0
        for finish in state.finish where finish < .infinity { last = max(last, finish) }
        for program in state.finish.indices where state.finish[program] == last {
            markChain(from: program, in: marks, stride, offset)
        }
    }

    private func markChain(from program: Int, in marks: Table<UInt8>, _ stride: Int, _ offset: Int) {
        guard marks[program * stride + offset] == 0 else { return }
        marks[program * stride + offset] = 1
        guard !state.waited[program] else { return }
        let entry = network.program(program)
        markLinks(entry.pointee.requirements, of: program, in: marks, stride, offset)
        markLinks(entry.pointee.alternatives, of: program, in: marks, stride, offset)
    }

    private func markLinks(
        _ part: Network.Part, of program: Int, in marks: Table<UInt8>, _ stride: Int, _ offset: Int
    ) {
        for index in part.range where network.links[index].event != .choice {
            let link = network.links[index]
            guard abs(date(of: link) - state.start[program]) <= Self.slack else { continue }
            markChain(from: link.program, in: marks, stride, offset)
        }
    }
}
