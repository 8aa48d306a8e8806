import Portfolio

/// The luck of one trial.
struct Luck: Sendable {
    /// Work of each program, months.
    var work: [Double]
    /// Retry delays at its beginning, months.
    var retry: [Double]
    /// Whether procurement gives it up.
    var givesUp: [Bool]
    /// Fraction of the work at which it is cancelled; 2 is never.
    var strike: [Double]
    /// Realised amounts of the lines.
    var amounts: [Rupiah]
    /// Factors on the programs' own benefits.
    var benefit: [Double]
    /// Ceilings after shocks: [fund · years + year].
    var ceilings: [Rupiah]

    /// The luck of the plan: everything as planned.
    init(asPlanned rollout: Rollout) {
        let count = rollout.programs.count
        work = rollout.programs.map(\.plannedDuration)
        retry = Array(repeating: 0, count: count)
        givesUp = Array(repeating: false, count: count)
        strike = Array(repeating: 2, count: count)
        amounts = rollout.lines.map(\.amount)
        benefit = Array(repeating: 1, count: count)
        ceilings = rollout.sets.ceilings
    }

    /// Takes the luck of one trial out of a block.
    mutating func take(_ offset: Int, of block: borrowing DrawBlock) {
        let size = DrawBlock.size
        for index in work.indices {
            work[index] = block.work[index * size + offset]
            retry[index] = block.retry[index * size + offset]
            givesUp[index] = block.givesUp[index * size + offset]
            strike[index] = block.strike[index * size + offset]
            benefit[index] = block.benefit[index * size + offset]
        }
        for index in amounts.indices { amounts[index] = block.amounts[index * size + offset] }
        for index in ceilings.indices { ceilings[index] = block.ceilings[index * size + offset] }
    }

    /// Months of work that count as done, of a program's whole duration, retries included.
    func duration(of program: Int) -> Double { retry[program] + work[program] }

    /// Months after which a program ends one way or the other.
    func lifetime(of program: Int) -> Double {
        if givesUp[program] { return retry[program] }
        return retry[program] + min(1, strike[program]) * work[program]
    }

    /// Spend of a capital line after so many months of the program's duration.
    func capital(of line: RolloutLine, at index: Int, after months: Double) -> Rupiah {
        let (retry, work) = (retry[line.program], work[line.program])
        guard months > retry else { return 0 }
        return line.spent(at: work > 0 ? (months - retry) / work : 1, of: amounts[index])
    }
}
