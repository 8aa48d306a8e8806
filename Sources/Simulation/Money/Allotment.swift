import Portfolio
import Probability

/// Who pays in one year of some trials (model.md §12): the sets in their order, each first from the
/// funds that pay it in the plan, then greedily; where a set stays short earlier sets are moved.
///
/// A column per fund or set: [row · capacity + trial].
final class Allotment: Sendable {
    /// Paid beyond what the funds hold, by fund.
    let overrun: Table<Rupiah>
    private let flow: FundFlow
    private let open: Table<Rupiah>
    private let short: Table<Int>

    /// What is left, by fund; what the funds hold is written here before.
    var left: Table<Rupiah> { flow.left }
    private var sets: FundSets { flow.sets }
    private var capacity: Int { flow.capacity }

    /// Makes room for so many trials at once.
    init(sets: FundSets, capacity: Int) {
        flow = FundFlow(sets: sets, capacity: capacity)
        overrun = Table(repeating: 0, count: sets.funds * capacity)
        open = Table(repeating: 0, count: capacity)
        short = Table(repeating: 0, count: capacity)
    }

    /// Allots one year's needs to the first trials.
    ///
    /// - Parameter needs: Rupiah by set and year: [(set · years + year) · capacity + trial].
    func allot(_ needs: Table<Rupiah>, in year: Int, trials: Int) {
        overrun.fill(0)
        flow.begin()
        for set in sets.order {
            let needs = needs.base + (set * sets.years + year) * capacity
            var any: Rupiah = 0
            for trial in 0..<trials {
                open.base[trial] = needs[trial]
                any |= needs[trial]
            }
            guard any != 0 else { continue }
            for slot in sets.slots(of: set) where sets.planned[slot * sets.years + year] > 0 {
                let planned = sets.planned[slot * sets.years + year]
                flow.pay(open.base, for: set, from: slot, upTo: planned, trials)
            }
            guard stillOpen(trials) > 0 else { continue }
            for slot in sets.slots(of: set) {
                flow.pay(open.base, for: set, from: slot, upTo: .max, trials)
            }
            let overrun = overrun.base + sets.overrunFund[set * sets.years + year] * capacity
            for index in 0..<stillOpen(trials) {
                let trial = short[index]
                overrun[trial] += flow.rearrange(for: set, in: trial, open: open[trial])
            }
        }
    }

    /// Lists the trials in which the present set is not paid in full.
    private func stillOpen(_ trials: Int) -> Int {
        let (open, short) = (open.base, short.base)
        var count = 0
        for trial in 0..<trials {
            short[count] = trial
            count &+= WholeNumber.one(if: 0, isBelow: open[trial])
        }
        return count
    }
}
