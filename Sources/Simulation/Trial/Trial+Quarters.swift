import Portfolio

extension Trial {
    /// Rupiah spent in a fiscal year up to the end of one of its quarters, once the accounts are
    /// closed: capital with the work, operation evenly over the months in which it runs.
    ///
    /// The fourth quarter has all that is booked on the year, the grace of single-year contracts
    /// included.
    func spending(upTo end: QuarterEnd) -> Rupiah {
        let years = rollout.years.count
        if end.quarter == 4 {
            return rollout.lines.indices.reduce(0) { $0 + state.spent[$1 * years + end.year] }
        }
        var sum: Rupiah = 0
        for stretch in state.stretches { sum += capital(of: stretch, upTo: end) }
        for program in state.phase.indices where state.phase[program] == .finished {
            sum += operation(of: program, upTo: end)
        }
        return sum
    }

    private func capital(of stretch: TrialState.Stretch, upTo end: QuarterEnd) -> Rupiah {
        if luck.givesUp[stretch.program] || isBudget && stretch.year != end.year { return 0 }
        let begin = isBudget ? stretch.begin : max(stretch.begin, rollout.beginning(of: end.year))
        guard begin <= end.month, begin <= stretch.end, stretch.begin < rollout.yearEnds[end.year] else {
            return 0
        }
        let months = min(stretch.end, end.month) - begin
        var sum: Rupiah = 0
        let worked = stretch.worked + begin - stretch.begin
        let before = luck.fraction(of: stretch.program, after: worked)
        let after = luck.fraction(of: stretch.program, after: worked + months)
        for index in rollout.programs[stretch.program].lines where rollout.lines[index].isCapital {
            sum += capital(index, at: after)
            if worked > 0 { sum -= capital(index, at: before) }
        }
        return sum
    }

    private func operation(of program: Int, upTo end: QuarterEnd) -> Rupiah {
        let finish = state.finish[program]
        let begin = max(finish, rollout.beginning(of: end.year))
        guard begin < end.month else { return 0 }
        var sum: Rupiah = 0
        for index in rollout.programs[program].lines where !rollout.lines[index].isCapital {
            let last = min(rollout.yearEnds[end.year], finish + rollout.lines[index].months)
            guard begin < last else { continue }
            let share = min(1, (end.month - begin) / (last - begin))
            sum += Rupiah((Double(state.spent[index * rollout.years.count + end.year]) * share).rounded())
        }
        return sum
    }
}
