import Portfolio

/// The luck of one trial.
struct Luck: Sendable {
    /// Work of each program, months.
    let work: Table<Double>
    /// Retry delays at its beginning, months.
    let retry: Table<Double>
    /// Whether procurement gives it up.
    let givesUp: Table<Bool>
    /// Fraction of the work at which it is cancelled; 2 is never.
    let strike: Table<Double>
    /// Realised amounts of the lines.
    let amounts: Table<Rupiah>
    /// Factors on the programs' own benefits.
    let benefit: Table<Double>
    /// Ceilings after shocks: [fund · years + year].
    let ceilings: Table<Rupiah>

    /// The luck of the plan: everything as planned.
    init(asPlanned rollout: Rollout) {
        let count = rollout.programs.count
        work = Table(rollout.programs.map(\.plannedDuration))
        retry = Table(repeating: 0, count: count)
        givesUp = Table(repeating: false, count: count)
        strike = Table(repeating: 2, count: count)
        amounts = Table(rollout.lines.map(\.amount))
        benefit = Table(repeating: 1, count: count)
        ceilings = Table(rollout.sets.ceilings)
    }

    /// Takes the luck of one trial out of a block.
    func take(_ offset: Int, of block: DrawBlock) {
        let size = DrawBlock.size
        for index in work.indices {
            work[index] = block.work[index * size + offset]
            retry[index] = block.retry[index * size + offset]
            givesUp[index] = block.givesUp[index * size + offset]
            strike[index] = block.strike[index * size + offset]
            benefit[index] = block.benefit[index * size + offset]
        }
        for index in amounts.indices { amounts[index] = block.amounts[index * size + offset] }
        for index in block.shockedRows { ceilings[index] = block.ceilings[index * size + offset] }
    }

    /// Months of work that count as done, of a program's whole duration, retries included.
    @inline(__always)
    func duration(of program: Int) -> Double { retry[program] + work[program] }

    /// The fraction of a program's work done after so many months of its duration.
    @inline(__always)
    func fraction(of program: Int, after months: Double) -> Double {
        RolloutLine.fraction(after: months, retry: retry[program], work: work[program])
    }

    /// Months after which a program ends one way or the other.
    @inline(__always)
    func lifetime(of program: Int) -> Double {
        if givesUp[program] { return retry[program] }
        let strike = strike[program]
        return retry[program] + (strike < 1 ? strike : 1) * work[program]
    }
}

extension RolloutLine {
    /// The fraction of the work done after so many months of a program's duration: nothing in the
    /// retries at its beginning, all of it at its end.
    @inline(__always)
    static func fraction(after months: Double, retry: Double, work: Double) -> Double {
        if months >= retry + work - Trial.slack { return 1 }
        guard months > retry else { return 0 }
        return work > 0 ? (months - retry) / work : 1
    }
}
