import Portfolio
import Probability

extension FreeBlock {
    /// Books the capital of a program: in the year in which the work lies, or year by year where the
    /// work goes across 31 December.
    func bookCapital(_ program: Int, _ luck: DrawBlock, _ outcomes: Outcomes) {
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
    func bookOperation(_ program: Int, _ luck: DrawBlock, _ outcomes: Outcomes) {
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
