extension Trial {
    /// When a program may start, with those that start together with it: planned starts and dates of
    /// requirements; infinite while unknown.
    func due(_ program: Int) -> Double {
        let together = rollout.together[program]
        return together.reduce(0) { max($0, due($1, besides: together)) }
    }

    private func due(_ program: Int, besides together: [Int]) -> Double {
        let entry = rollout.programs[program]
        var due = entry.startsWhenReady ? 0 : entry.plannedStart
        for link in entry.requirements where link.event != .choice {
            due = max(due, date(of: link, besides: together))
        }
        guard entry.neededAlternatives > 0 else { return due }
        return max(due, alternativeDate(of: entry, besides: together))
    }

    /// The k-th smallest date of the alternatives.
    private func alternativeDate(of entry: RolloutProgram, besides together: [Int]) -> Double {
        guard entry.alternatives.count >= entry.neededAlternatives else { return .infinity }
        let dates = entry.alternatives.map { date(of: $0, besides: together) }
        return dates.sorted()[entry.neededAlternatives - 1]
    }

    /// The date of a link, 0 where it only says that two start together.
    private func date(of link: RolloutProgram.Link, besides together: [Int]) -> Double {
        if together.count > 1, link.event == .start, link.lag == 0, together.contains(link.program) {
            return 0
        }
        return date(of: link)
    }

    /// When what a link waits for has come, lag included; infinite while unknown.
    func date(of link: RolloutProgram.Link) -> Double {
        let other = link.program
        switch link.event {
        case .start: return state.start[other] + link.lag
        case .finish:
            if state.phase[other] == .working, state.ending[other] == .finish {
                return state.stretchEnd[other] + link.lag
            }
            return state.finish[other] + link.lag
        case .progress(let fraction):
            return reached(other, luck.retry[other] + fraction * luck.work[other]) + link.lag
        case .choice: return state.phase[other] == .cancelled ? .infinity : 0
        }
    }

    /// When a program has worked so many months; infinite while unknown.
    private func reached(_ program: Int, _ months: Double) -> Double {
        for stretch in state.stretches where stretch.program == program {
            if months <= stretch.worked + (stretch.end - stretch.begin) + Self.slack {
                return stretch.begin + max(0, months - stretch.worked)
            }
        }
        guard state.phase[program] == .working else { return .infinity }
        let date = state.stretchBegin[program] + max(0, months - state.worked[program])
        return date <= state.stretchEnd[program] + Self.slack ? date : .infinity
    }
}
