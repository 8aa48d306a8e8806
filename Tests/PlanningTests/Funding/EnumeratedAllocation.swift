import Portfolio

/// The canonical allocation found by trying all payments, largest first, in the canonical order.
///
/// Because each line takes from each fund in turn the most that leaves the rest fundable, the first
/// complete trial is the canonical one.
struct EnumeratedAllocation {
    private struct Slot {
        let line: Int
        let year: Int
        let fund: Int
        let isLast: Bool
    }

    private let example: FundingExample
    private var slots: [Slot] = []
    private var amounts: [Rupiah] = []

    /// Prepares the order of trials.
    init(_ example: FundingExample) {
        self.example = example
        let sets = Set(example.lines.filter { $0.amounts != [0, 0] }.map(\.funds))
        let order = example.funds.indices.sorted { rank($0, sets) < rank($1, sets) }
        for year in 0...1 {
            for line in example.lines.indices {
                let eligible = order.filter { example.lines[line].funds.contains(example.funds[$0].id) }
                for fund in eligible {
                    slots.append(
                        Slot(line: line, year: year, fund: fund, isLast: fund == eligible.last))
                }
            }
        }
    }

    /// Payments as `year program fund amount`, or nil where there is no allocation.
    mutating func find() -> [String]? {
        guard descend(open: example.lines.first?.amounts[0] ?? 0) else { return nil }
        return zip(slots, amounts).filter { $0.1 > 0 }.map { slot, amount in
            "\(2023 + slot.year) p\(slot.line) \(example.funds[slot.fund].id) \(amount)"
        }.sorted()
    }

    private func rank(_ fund: Int, _ sets: Set<[Fund.ID]>) -> String {
        let carries = example.funds[fund].unspent == .lapse ? 0 : 1
        let id = example.funds[fund].id
        return "\(sets.count { $0.contains(id) }) \(carries) \(id)"
    }

    private mutating func descend(open: Rupiah) -> Bool {
        guard amounts.count < slots.count else { return true }
        let slot = slots[amounts.count]
        let least = slot.isLast ? open : 0
        for amount in stride(from: open, through: least, by: -1) {
            amounts.append(amount)
            let next = amounts.count < slots.count && slot.isLast ? need(of: slots[amounts.count]) : nil
            if isPayable(slot.fund), descend(open: next ?? open - amount) { return true }
            amounts.removeLast()
        }
        return false
    }

    private func need(of slot: Slot) -> Rupiah { example.lines[slot.line].amounts[slot.year] }

    /// Whether a fund can pay what it has been asked so far.
    private func isPayable(_ fund: Int) -> Bool {
        let spent = (0...1).map { year in
            zip(slots, amounts).reduce(Rupiah(0)) {
                $1.0.fund == fund && $1.0.year == year ? $0 + $1.1 : $0
            }
        }
        let ceilings = (0...1).map { example.funds[fund].ceilings[FiscalYear(2023 + $0)] ?? 0 }
        guard spent[0] <= ceilings[0] else { return false }
        var carried: Rupiah = 0
        if case .carry(let share) = example.funds[fund].unspent {
            carried = min(
                ceilings[0] * share.numerator / share.denominator, ceilings[0] - spent[0])
        }
        return spent[1] <= ceilings[1] + carried
    }
}
