import Portfolio

/// The money of a block of trials by fund and year: a column per figure, [row · capacity + trial].
final class Ledger: Sendable {
    /// Spent and asked for, by set and year: rows set · years + year, rupiah.
    let spentBySet, askedBySet: Table<Rupiah>
    /// Ceilings after shocks and what was carried out, by fund and year: rows fund · years + year.
    let ceilings, carried: Table<Rupiah>
    /// What could be spent, would have been spent, was spent and lapsed, by fund and year.
    let holding, need, spent, lapsed: Table<Rupiah>
    private let sets: FundSets
    /// Trials that fit.
    let capacity: Int
    private let allotment: Allotment

    /// Makes room for so many trials.
    init(sets: FundSets, capacity: Int) {
        self.sets = sets
        self.capacity = capacity
        func columns(_ rows: Int) -> Table<Rupiah> { Table(repeating: 0, count: rows * capacity) }
        (spentBySet, askedBySet) = (
            columns(sets.sets.count * sets.years), columns(sets.sets.count * sets.years)
        )
        let fundYears = sets.ceilings.count
        (ceilings, carried, holding) = (columns(fundYears), columns(fundYears), columns(fundYears))
        (need, spent, lapsed) = (columns(fundYears), columns(fundYears), columns(fundYears))
        allotment = Allotment(sets: sets, capacity: capacity)
    }

    /// Takes what a trial that has run spent and asked for.
    func take(_ trial: Trial, at offset: Int) {
        let state = trial.state
        for row in state.spentBySet.indices { spentBySet[row * capacity + offset] = state.spentBySet[row] }
        if sets.carries {
            for row in state.carried.indices { carried[row * capacity + offset] = state.carried[row] }
        }
        guard trial.isBudget else { return }
        for row in state.asked.indices { askedBySet[row * capacity + offset] = state.asked[row] }
    }

    /// Has the funds pay, year by year; under `free` also finds what is carried.
    func close(trials: Int, isBudget: Bool) {
        for year in 0..<sets.years {
            hold(year, trials)
            allotment.allot(spentBySet, in: year, trials: trials)
            for fund in 0..<sets.funds {
                if !isBudget { carry(fund, year, trials) }
                book(fund, year, trials)
            }
            guard isBudget, differs(in: year, trials) else { continue }
            hold(year, trials)
            allotment.allot(askedBySet, in: year, trials: trials)
            for fund in 0..<sets.funds { bookNeed(fund, year, trials) }
        }
    }

    private func row(_ row: Int, of table: Table<Rupiah>) -> UnsafeMutablePointer<Rupiah> {
        table.base + row * capacity
    }

    private func hold(_ year: Int, _ trials: Int) {
        for fund in 0..<sets.funds {
            let index = fund * sets.years + year
            let (ceilings, holding) = (row(index, of: ceilings), row(index, of: holding))
            let left = row(fund, of: allotment.left)
            for trial in 0..<trials { holding[trial] = ceilings[trial] }
            if year > 0, sets.carryShares[fund] != nil {
                let carried = row(index - 1, of: carried)
                for trial in 0..<trials { holding[trial] &+= carried[trial] }
            }
            for trial in 0..<trials { left[trial] = holding[trial] }
        }
    }

    private func carry(_ fund: Int, _ year: Int, _ trials: Int) {
        guard sets.carryShares[fund] != nil else { return }
        let index = fund * sets.years + year
        let (ceilings, left) = (row(index, of: ceilings), row(fund, of: allotment.left))
        let carried = row(index, of: carried)
        for trial in 0..<trials {
            carried[trial] = sets.carried(fund, from: year, left: left[trial], ceiling: ceilings[trial])
        }
    }

    private func book(_ fund: Int, _ year: Int, _ trials: Int) {
        let index = fund * sets.years + year
        let (left, overrun) = (row(fund, of: allotment.left), row(fund, of: allotment.overrun))
        let (holding, carried) = (row(index, of: holding), row(index, of: carried))
        let (need, spent, lapsed) = (row(index, of: need), row(index, of: spent), row(index, of: lapsed))
        for trial in 0..<trials {
            let paid = holding[trial] &- left[trial] &+ overrun[trial]
            spent[trial] = paid
            need[trial] = paid
            lapsed[trial] = left[trial] &- carried[trial]
        }
    }

    private func bookNeed(_ fund: Int, _ year: Int, _ trials: Int) {
        let index = fund * sets.years + year
        let (left, overrun) = (row(fund, of: allotment.left), row(fund, of: allotment.overrun))
        let (holding, need) = (row(index, of: holding), row(index, of: need))
        for trial in 0..<trials { need[trial] = holding[trial] &- left[trial] &+ overrun[trial] }
    }

    /// Whether some trial asked for something else than it spent.
    private func differs(in year: Int, _ trials: Int) -> Bool {
        for set in sets.sets.indices {
            let index = set * sets.years + year
            let (spent, asked) = (row(index, of: spentBySet), row(index, of: askedBySet))
            for trial in 0..<trials where spent[trial] != asked[trial] { return true }
        }
        return false
    }

    /// The accounts of one trial, by fund and year.
    func accounts(of trial: Int) -> [FundYearAccount] {
        sets.ceilings.indices.map { account($0, of: trial) }
    }

    /// The account of a fund's year in one trial.
    func account(_ index: Int, of trial: Int) -> FundYearAccount {
        let position = index * capacity + trial
        return FundYearAccount(
            ceiling: ceilings[position], carriedIn: holding[position] - ceilings[position],
            need: need[position], spent: spent[position], carriedOut: carried[position],
            lapsed: lapsed[position])
    }
}
