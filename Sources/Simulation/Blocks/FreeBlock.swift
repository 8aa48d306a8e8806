import Portfolio

/// Policy `free` for a whole block at once, a column per program: dates, the critical chain and the
/// spending of all trials in which no event cancels.
///
/// It gives the same bits as ``Trial``, which plays the other trials.
final class FreeBlock: Sendable {
    let rollout: Rollout
    let network: Network
    /// The programs in an order in which everyone comes after those that it waits for.
    let order: [Int]
    let start, finish, dates, worked: Table<Double>
    /// When a program was cancelled; infinite where it was not.
    ///
    /// A column counts where its program has ``hasLosses``.
    let lost: Table<Double>
    let hasLosses: Table<Bool>
    /// Whether what a cancellation takes with it follows from dates alone: no alternatives, no progress
    /// and no mere choice is waited for.
    let followsLosses: Bool
    let elsewhere: Table<Bool>
    let firstYear, lastYear, crossing, list: Table<Int>
    let booked: Table<Rupiah>
    static let size = DrawBlock.size

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
        return others
    }

    func column<Element>(_ row: Int, of table: Table<Element>) -> UnsafeMutableBufferPointer<Element> {
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
}
