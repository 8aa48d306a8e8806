import Portfolio

/// What came of one trial.
struct TrialOutcome: Sendable {
    /// Realised finish of each program, months; infinite where it does not finish.
    let finishes: [Double]
    /// What each program cost, rupiah.
    let costs: [Rupiah]
    /// What each program is worth, points.
    let values: [Double]
    /// 1 for each program on the chain that fixes the last finish.
    let critical: [UInt8]
    /// Value of the portfolio, synergies included.
    let value: Double
    /// The funds' years.
    let accounts: [FundYearAccount]

    /// Reads off a trial that has run.
    init(_ trial: Trial) {
        var outcomes = Outcomes(rollout: trial.rollout, capacity: 1)
        outcomes.take(trial, at: 0)
        outcomes.take(trial.luck)
        outcomes.close(trials: 1, isBudget: trial.isBudget)
        finishes = Array(outcomes.finish)
        costs = Array(outcomes.cost)
        values = Array(outcomes.value)
        critical = Array(outcomes.critical)
        value = outcomes.totalValue[0]
        accounts = outcomes.ledger.accounts(of: 0)
    }
}
