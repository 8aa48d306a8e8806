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
    /// The accounts of all fund-years: [fund · years + year]; under `free` also books the spending.
    mutating func closeAccounts() -> [FundYearAccount] {
        if !isBudget { bookFreely() }
        let years = rollout.sets.years
        var accounts = Array(repeating: FundYearAccount(), count: rollout.sets.ceilings.count)
        for year in 0..<years {
            let holdings = (0..<rollout.sets.funds).map { self.holdings(of: $0, in: year) }
            let paid = Allotment(
                sets: rollout.sets, year: year, needs: spentBySet(in: year), holdings: holdings)
            let wanted = isBudget ? askedAllotment(in: year, holdings: holdings) : paid
            for fund in holdings.indices {
                if !isBudget { carry(fund, from: year, left: paid.left[fund]) }
                let index = fund * years + year
                let spent = holdings[fund] - paid.left[fund]
                accounts[index] = FundYearAccount(
                    ceiling: luck.ceilings[index], carriedIn: holdings[fund] - luck.ceilings[index],
                    need: holdings[fund] - wanted.left[fund] + wanted.overrun[fund],
                    spent: spent + paid.overrun[fund], carriedOut: state.carried[index],
                    lapsed: paid.left[fund] - state.carried[index])
            }
        }
        return accounts
    }

    private func askedAllotment(in year: Int, holdings: [Rupiah]) -> Allotment {
        let years = rollout.sets.years
        let needs = rollout.sets.sets.indices.map { state.asked[$0 * years + year] }
        return Allotment(sets: rollout.sets, year: year, needs: needs, holdings: holdings)
    }

    /// Spending by year of programs that money does not hold back.
    private mutating func bookFreely() {
        for stretch in state.stretches {
            for index in rollout.programs[stretch.program].lines where rollout.lines[index].isCapital {
                bookCapital(index, stretch)
            }
        }
        for program in state.phase.indices where state.phase[program] == .finished {
            for index in rollout.programs[program].lines where !rollout.lines[index].isCapital {
                bookOperation(index, from: state.finish[program])
            }
        }
    }

    private mutating func bookCapital(_ index: Int, _ stretch: TrialState.Stretch) {
        var worked = stretch.worked
        for year in rollout.years.indices where rollout.yearEnds[year] > stretch.begin {
            let end = min(stretch.end, rollout.yearEnds[year])
            let months = end - max(stretch.begin, rollout.beginning(of: year))
            let isLast = end == stretch.end
            guard months > 0 || isLast else { break }
            state.spent[index * rollout.years.count + year] += capital(
                index, from: worked,
                months: isLast ? stretch.worked + stretch.end - stretch.begin - worked : months)
            if isLast { return }
            worked += months
        }
    }

    private mutating func bookOperation(_ index: Int, from finish: Double) {
        for year in rollout.years.indices where rollout.yearEnds[year] > finish {
            let line = rollout.lines[index]
            let before = rollout.beginning(of: year) - finish
            state.spent[index * rollout.years.count + year] +=
                line.operated(for: rollout.yearEnds[year] - finish, of: luck.amounts[index])
                - line.operated(for: before, of: luck.amounts[index])
        }
    }

    /// What a program costs in the trial: its capital, spent after the calendar's end too, and its
    /// operation within the calendar.
    func cost(of program: Int) -> Rupiah {
        let years = rollout.years.count
        var cost: Rupiah = 0
        for index in rollout.programs[program].lines {
            if rollout.lines[index].isCapital {
                for stretch in state.stretches where stretch.program == program {
                    cost += capital(index, from: stretch.worked, months: stretch.end - stretch.begin)
                }
            } else {
                for year in 0..<years { cost += state.spent[index * years + year] }
            }
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
        for year in rollout.years.indices {
            let coverage = state.coverage[program * rollout.years.count + year]
            guard coverage < 1 else { continue }
            let begin = max(month, rollout.beginning(of: year))
            sum -= (1 - coverage) * curve.between(begin, rollout.yearEnds[year], from: month)
        }
        return sum
    }

    /// The value of all synergies.
    func synergyValue() -> Double {
        rollout.synergies.reduce(0) { sum, synergy in
            let from = synergy.members.reduce(0) { max($0, state.finish[$1]) }
            guard from < .infinity else { return sum }
            let factor = synergy.members.reduce(1) { $0 * luck.benefit[$1] }
            return sum + synergy.points * factor * rollout.plainWorth.from(from)
        }
    }

    /// The programs on the chain that fixed the last finish.
    func criticalPrograms() -> [Bool] {
        var isCritical = Array(repeating: false, count: state.phase.count)
        let last = state.finish.reduce(-1) { $1 < .infinity ? max($0, $1) : $0 }
        var open = state.finish.indices.filter { state.finish[$0] == last }
        while let program = open.popLast() {
            guard !isCritical[program] else { continue }
            isCritical[program] = true
            guard !state.waited[program] else { continue }
            let entry = rollout.programs[program]
            for link in entry.requirements + entry.alternatives where link.event != .choice {
                if abs(date(of: link) - state.start[program]) <= Self.slack { open.append(link.program) }
            }
        }
        return isCritical
    }
}
