extension FreeBlock {
    /// Starts at the latest of its planned start and its requirements' dates.
    func schedule(_ program: Int, _ luck: DrawBlock) {
        let entry = network.programs[program]
        let (start, finish) = (column(program, of: self.start), column(program, of: self.finish))
        start.update(repeating: entry.heldUntil)
        for index in entry.requirements.range {
            follow(network.links[index], luck) { trial, date in
                start[trial] = date > start[trial] ? date : start[trial]
            }
        }
        if entry.neededAlternatives > 0 { chooseAlternatives(entry, start, luck) }
        let (work, retry) = (column(program, of: luck.work), column(program, of: luck.retry))
        for trial in 0..<Self.size {
            finish[trial] = start[trial] + (elsewhere[trial] ? 0 : retry[trial] + work[trial])
        }
        hasLosses[program] = false
        if followsLosses { lose(program, luck) }
    }

    /// Instants further apart than this are never taken for one.
    private static let margin = 1e-6

    /// Cancels a program with a requirement that is cancelled before it has started, and one that
    /// procurement gives up, after its attempts.
    private func lose(_ program: Int, _ luck: DrawBlock) {
        let (start, finish) = (column(program, of: self.start), column(program, of: self.finish))
        let (lost, givesUp) = (column(program, of: self.lost), column(program, of: luck.givesUp))
        let entry = network.programs[program]
        var anyGivenUp = false
        for trial in 0..<Self.size { anyGivenUp = anyGivenUp || givesUp[trial] }
        let requirements = entry.requirements.range.lazy.map { self.network.links[$0].program }
        guard anyGivenUp || requirements.contains(where: { hasLosses[$0] }) else { return }
        hasLosses[program] = true
        lost.update(repeating: .infinity)
        for other in requirements where hasLosses[other] {
            let others = column(other, of: self.lost)
            for trial in 0..<Self.size where others[trial] < .infinity {
                if abs(start[trial] - others[trial]) <= Self.margin { elsewhere[trial] = true }
                if start[trial] > others[trial] { lost[trial] = min(lost[trial], others[trial]) }
            }
        }
        for trial in 0..<Self.size {
            if lost[trial] < .infinity {
                (start[trial], finish[trial]) = (.infinity, .infinity)
            } else if givesUp[trial] {
                (lost[trial], finish[trial]) = (
                    start[trial] + luck.retry[program * Self.size + trial], .infinity
                )
            }
        }
    }

    /// The date of a link in every trial; nothing for one that is on choice alone.
    @inline(__always)
    func follow(_ link: RolloutProgram.Link, _ luck: DrawBlock, _ body: (Int, Double) -> Void) {
        let lag = link.lag
        switch link.event {
        case .start:
            let start = column(link.program, of: start)
            for trial in 0..<Self.size { body(trial, start[trial] + lag) }
        case .finish:
            let finish = column(link.program, of: finish)
            for trial in 0..<Self.size { body(trial, finish[trial] + lag) }
        case .progress(let fraction):
            let start = column(link.program, of: start)
            let (work, retry) = (column(link.program, of: luck.work), column(link.program, of: luck.retry))
            for trial in 0..<Self.size {
                let months = retry[trial] + fraction * work[trial]
                body(trial, start[trial] + (months > 0 ? months : 0) + lag)
            }
        case .choice: break
        }
    }

    /// Holds back until the k-th smallest date of the alternatives; those on choice alone are there.
    private func chooseAlternatives(
        _ entry: Network.Entry, _ start: UnsafeMutableBufferPointer<Double>, _ luck: DrawBlock
    ) {
        let count = entry.alternatives.count
        dates.fill(0)
        for (row, index) in entry.alternatives.range.enumerated() {
            follow(network.links[index], luck) { trial, date in dates[trial * count + row] = date }
        }
        for trial in 0..<Self.size {
            let dates = dates.column(at: trial * count, count: count)
            for position in 1..<max(1, count) {
                var place = position
                while place > 0, dates[place] < dates[place - 1] {
                    dates.swapAt(place, place - 1)
                    place -= 1
                }
            }
            start[trial] = max(start[trial], dates[entry.neededAlternatives - 1])
        }
    }
}
