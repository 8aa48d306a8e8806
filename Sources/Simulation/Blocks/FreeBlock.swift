import Portfolio
import Probability

/// Policy `free` for a whole block at once, a column per program: dates, the critical chain and the
/// spending of all trials in which no event cancels.
///
/// It gives the same bits as ``Trial``, which plays the other trials.
final class FreeBlock: Sendable {
    private let rollout: Rollout
    private let network: Network
    /// The programs in an order in which everyone comes after those that it waits for.
    private let order: [Int]
    private let start, finish, dates, worked: Table<Double>
    /// When a program was cancelled; infinite where it was not.
    ///
    /// A column counts where its program has ``hasLosses``.
    private let lost: Table<Double>
    private let hasLosses: Table<Bool>
    /// Whether what a cancellation takes with it follows from dates alone: no alternatives, no progress
    /// and no mere choice is waited for.
    private let followsLosses: Bool
    private let elsewhere: Table<Bool>
    private let firstYear, lastYear, crossing, list: Table<Int>
    private let booked: Table<Rupiah>
    private static let size = DrawBlock.size

    /// Makes room; nil where programs wait for each other, so that no such order exists.
    init?(rollout: Rollout) {
        let network = rollout.network
        guard let order = network.order,
            network.programs.allSatisfy({ $0.neededAlternatives <= $0.alternatives.count })
        else { return nil }
        self.rollout = rollout
        self.network = network
        self.order = order
        let size = Self.size
        func column<Element>(of value: Element, rows: Int = 1) -> Table<Element> {
            Table(repeating: value, count: rows * size)
        }
        let count = rollout.programs.count
        (start, finish) = (column(of: 0, rows: count), column(of: 0, rows: count))
        (lost, hasLosses) = (column(of: .infinity, rows: count), Table(repeating: false, count: count))
        followsLosses =
            network.links.allSatisfy { $0.event == .start || $0.event == .finish }
            && network.programs.allSatisfy { $0.alternatives.isEmpty }
        dates = column(of: 0, rows: network.programs.map(\.alternatives.count).max() ?? 0)
        (worked, elsewhere) = (column(of: 0), column(of: false))
        (firstYear, lastYear, crossing, list) = (
            column(of: 0), column(of: 0), column(of: 0), column(of: 0)
        )
        booked = column(of: 0)
    }

    /// Plays a block.
    ///
    /// - Returns: The trials that are to be played event by event instead.
    func play(_ luck: DrawBlock, into outcomes: Outcomes) -> UnsafeBufferPointer<Int> {
        findOthers(luck)
        for program in order { schedule(program, luck) }
        let others = listOthers()
        markCritical(outcomes, luck)
        outcomes.ledger.spentBySet.fill(0)
        for program in rollout.programs.indices {
            for trial in 0..<Self.size {
                outcomes.finish[program * Self.size + trial] = finish[program * Self.size + trial]
            }
            column(program, of: outcomes.cost).update(repeating: 0)
            bookCapital(program, luck, outcomes)
            bookOperation(program, luck, outcomes)
        }
        for program in rollout.programs.indices { markCancelled(program, outcomes) }
        outcomes.benefit.base.update(from: luck.benefit.base, count: luck.benefit.count)
        outcomes.ledger.ceilings.base.update(from: luck.ceilings.base, count: luck.ceilings.count)
        return others
    }

    private func column<Element>(_ row: Int, of table: Table<Element>) -> UnsafeMutableBufferPointer<Element>
    {
        table.column(at: row * Self.size, count: Self.size)
    }

    /// Finds trials with a cancelling event, or with a duration beyond all reason.
    private func findOthers(_ luck: DrawBlock) {
        elsewhere.fill(false)
        for program in rollout.programs.indices {
            let (strike, givesUp) = (column(program, of: luck.strike), column(program, of: luck.givesUp))
            let (work, retry) = (column(program, of: luck.work), column(program, of: luck.retry))
            for trial in 0..<Self.size {
                let isOrdinary = strike[trial] > 1 && retry[trial] + work[trial] < 1e6
                let isLost = givesUp[trial] && !followsLosses
                elsewhere.base[trial] = elsewhere.base[trial] || isLost || !isOrdinary
            }
        }
    }

    private func listOthers() -> UnsafeBufferPointer<Int> {
        var count = 0
        for trial in 0..<Self.size {
            list[count] = trial
            count &+= elsewhere[trial] ? 1 : 0
        }
        return UnsafeBufferPointer(start: list.base, count: count)
    }

    /// Starts at the latest of its planned start and its requirements' dates.
    private func schedule(_ program: Int, _ luck: DrawBlock) {
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

    private func markCancelled(_ program: Int, _ outcomes: Outcomes) {
        let (lost, marks) = (column(program, of: lost), column(program, of: outcomes.cancelled))
        marks.update(repeating: 0)
        guard hasLosses[program] else { return }
        for trial in 0..<Self.size { marks[trial] = lost[trial] < .infinity ? 1 : 0 }
    }

    /// The date of a link in every trial; nothing for one that is on choice alone.
    @inline(__always)
    private func follow(_ link: RolloutProgram.Link, _ luck: DrawBlock, _ body: (Int, Double) -> Void) {
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

    /// Marks the chain that fixes the last finish, from its end to its beginning.
    private func markCritical(_ outcomes: Outcomes, _ luck: DrawBlock) {
        let last = column(0, of: worked)
        last.update(repeating: -1)
        for program in rollout.programs.indices {
            let finish = column(program, of: finish)
            for trial in 0..<Self.size {
                let isLater = finish[trial] > last[trial] && finish[trial] < .infinity
                last[trial] = isLater ? finish[trial] : last[trial]
            }
        }
        for program in rollout.programs.indices {
            let (finish, marks) = (column(program, of: finish), column(program, of: outcomes.critical))
            for trial in 0..<Self.size { marks[trial] = finish[trial] == last[trial] ? 1 : 0 }
        }
        for program in order.reversed() {
            let entry = network.programs[program]
            let (start, marks) = (column(program, of: start), column(program, of: outcomes.critical))
            for part in [entry.requirements, entry.alternatives] {
                for index in part.range {
                    let others = column(network.links[index].program, of: outcomes.critical)
                    follow(network.links[index], luck) { trial, date in
                        others[trial] |= abs(date - start[trial]) <= Trial.slack ? marks[trial] : 0
                    }
                }
            }
        }
    }

    /// Books the capital of a program: in the year in which the work lies, or year by year where the
    /// work goes across 31 December.
    private func bookCapital(_ program: Int, _ luck: DrawBlock, _ outcomes: Outcomes) {
        let capital = network.programs[program].capital
        guard !capital.isEmpty else { return }
        let across = findYears(program)
        let (cost, finish) = (column(program, of: outcomes.cost), column(program, of: finish))
        for index in capital.range {
            let line = network.positions[index]
            let amounts = column(line, of: luck.amounts)
            let spent = outcomes.ledger.spentBySet.base + rollout.lines[line].set * years * Self.size
            for trial in 0..<Self.size {
                let year = lastYear[trial]
                cost[trial] &+= finish[trial] < .infinity ? amounts[trial] : 0
                if year < years { spent[year &* Self.size &+ trial] &+= amounts[trial] }
            }
            if across > 0 { spread(line, across, luck, spent) }
        }
    }

    private var years: Int { rollout.years.count }

    /// Finds the years in which the work begins and ends, and lists the trials in which they differ.
    private func findYears(_ program: Int) -> Int {
        let (start, finish) = (column(program, of: start), column(program, of: finish))
        firstYear.fill(0)
        lastYear.fill(0)
        for end in rollout.yearEnds {
            for trial in 0..<Self.size {
                firstYear.base[trial] &+= end <= start[trial] ? 1 : 0
                lastYear.base[trial] &+= end < finish[trial] ? 1 : 0
            }
        }
        let never = Int64(bitPattern: Double.infinity.bitPattern)
        var count = 0
        for trial in 0..<Self.size {
            let (first, last) = (firstYear[trial], lastYear[trial])
            crossing[count] = trial
            // Positive numbers are in the order of their bits.
            let ends = WholeNumber.one(if: Int64(bitPattern: finish[trial].bitPattern), isBelow: never)
            count &+= WholeNumber.one(if: Int64(first), isBelow: Int64(last)) & ends
            lastYear[trial] = last > first ? last : first
        }
        return count
    }

    /// Moves what is spent before the last year from there to its years.
    private func spread(
        _ line: Int, _ across: Int, _ luck: DrawBlock, _ spent: UnsafeMutablePointer<Rupiah>
    ) {
        let entry = rollout.lines[line]
        let row = entry.program * Self.size
        for index in 0..<across {
            let trial = crossing[index]
            let (begin, amount) = (start[row + trial], luck.amounts[line * Self.size + trial])
            let (work, retry) = (luck.work[row + trial], luck.retry[row + trial])
            var (worked, booked) = (0.0, Rupiah(0))
            let last = lastYear[trial]
            for year in firstYear[trial]..<min(last, years) {
                worked += rollout.yearEnds[year] - max(begin, rollout.beginning(of: year))
                let after = entry.spent(
                    at: RolloutLine.fraction(after: worked, retry: retry, work: work), of: amount)
                spent[year * Self.size + trial] += after - booked
                booked = after
            }
            if last < years { spent[last * Self.size + trial] -= booked }
        }
    }

    /// Books what a program's operation costs from its finish to the calendar's end.
    private func bookOperation(_ program: Int, _ luck: DrawBlock, _ outcomes: Outcomes) {
        let (finish, cost) = (column(program, of: finish), column(program, of: outcomes.cost))
        var earliest = Double.infinity
        for trial in 0..<Self.size { earliest = finish[trial] < earliest ? finish[trial] : earliest }
        for index in network.programs[program].operating.range {
            let (line, entry) = (network.positions[index], rollout.lines[network.positions[index]])
            let (amounts, booked) = (column(line, of: luck.amounts), column(0, of: booked))
            booked.update(repeating: 0)
            for year in 0..<years where rollout.yearEnds[year] > earliest {
                let end = rollout.yearEnds[year]
                let spent = column(entry.set * years + year, of: outcomes.ledger.spentBySet)
                entry.operated(until: end, from: finish, of: amounts) { trial, after in
                    spent[trial] &+= after &- booked[trial]
                    booked[trial] = after
                }
            }
            for trial in 0..<Self.size { cost[trial] &+= booked[trial] }
        }
    }
}
