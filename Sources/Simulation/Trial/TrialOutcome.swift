import Portfolio

/// What came of one trial.
struct TrialOutcome: Sendable {
    /// Realised finish of each program, months; infinite where it does not finish.
    var finishes: [Double]
    /// What each program cost, rupiah.
    var costs: [Rupiah]
    /// What each program is worth, points.
    var values: [Double]
    /// Value of the portfolio, synergies included.
    var value: Double
    /// Cost of the portfolio.
    var cost: Rupiah
    /// Finish of the last program that finishes; nil where none does.
    var lastFinish: Double?
    /// Quick wins on time.
    var quickWins: Int
    /// Rupiah that lapse over all fund-years.
    var lapsed: Rupiah
    /// The funds' years.
    var accounts: [FundYearAccount]

    /// Reads off a trial that has run.
    init(_ trial: inout Trial) {
        accounts = trial.closeAccounts()
        let programs = trial.rollout.programs
        let played = trial
        finishes = played.state.finish
        costs = programs.indices.map { played.cost(of: $0) }
        values = programs.indices.map { played.value(of: $0) }
        value = values.reduce(0, +) + played.synergyValue()
        cost = costs.reduce(0, +)
        lastFinish = finishes.filter { $0 < .infinity }.max()
        lapsed = accounts.reduce(0) { $0 + $1.lapsed }
        quickWins = programs.indices.count { index in
            programs[index].quickWinDeadline.map { played.state.finish[index] <= $0 + Trial.slack } ?? false
        }
    }
}
