extension Trial {
    /// Looks again when those that wait for a program may start.
    func touch(_ program: Int) {
        for index in network.program(program).pointee.dependents.range {
            let other = network.positions[index]
            if state.phase[other] == .pending { refresh(other) }
        }
    }

    /// Looks again when a pending program may start.
    private func refresh(_ program: Int) {
        state.due[program] = due(program)
        if state.wait[program] == .nothing { state.next[program] = state.due[program] }
    }

    /// When a program may start, with those that start together with it: planned starts and dates of
    /// requirements; infinite while unknown.
    func due(_ program: Int) -> Double {
        let together = network.program(program).pointee.together
        if together.count == 1 { return due(program, besides: together) }
        var due = 0.0
        for index in together.range { due = max(due, self.due(network.positions[index], besides: together)) }
        return due
    }

    private func due(_ program: Int, besides together: Network.Part) -> Double {
        let entry = network.program(program)
        var due = entry.pointee.heldUntil
        for index in entry.pointee.requirements.range where network.links[index].event != .choice {
            let date = date(of: network.links[index], besides: together)
            due = date > due ? date : due
        }
        guard entry.pointee.neededAlternatives > 0 else { return due }
        return max(due, alternativeDate(of: entry, besides: together))
    }

    /// The k-th smallest date of the alternatives.
    private func alternativeDate(
        of entry: UnsafePointer<Network.Entry>, besides together: Network.Part
    ) -> Double {
        guard entry.pointee.alternatives.count >= entry.pointee.neededAlternatives else { return .infinity }
        var (floor, taken) = (-1.0, 0)
        while true {
            var (next, count) = (Double.infinity, 0)
            for index in entry.pointee.alternatives.range {
                let date = date(of: network.links[index], besides: together)
                if date > floor && date < next { (next, count) = (date, 0) }
                if date == next { count += 1 }
            }
            taken += count
            if taken >= entry.pointee.neededAlternatives || next == .infinity { return next }
            floor = next
        }
    }

    /// The date of a link, 0 where it only says that two start together.
    private func date(of link: RolloutProgram.Link, besides together: Network.Part) -> Double {
        if together.count > 1, link.event == .start, link.lag == 0 {
            for index in together.range where network.positions[index] == link.program { return 0 }
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
