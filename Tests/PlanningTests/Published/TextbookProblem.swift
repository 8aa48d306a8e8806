import Portfolio

/// Four capital-budgeting examples that fit into a few lines; each optimum is unique.
struct TextbookProblem {
    /// What the book calls it.
    let name: String
    /// The value of each project.
    let returns: [Int]
    /// What each project costs, year by year.
    let expenditure: [[Int]]
    /// What there is in each year.
    let funds: [Int]
    /// The optimum.
    let optimum: Double
    /// The projects of the optimum, from 1.
    let selection: [Int]

    /// Taha, *Operations Research*, example 9.1-1 (project selection).
    static let taha = TextbookProblem(
        name: "Taha 9.1-1", returns: [20, 40, 20, 15, 30],
        expenditure: [[5, 4, 3, 7, 8], [1, 7, 9, 4, 6], [8, 10, 2, 1, 10]], funds: [25, 25, 25],
        optimum: 95, selection: [1, 2, 3, 4])

    /// Stockco, in Winston, *Operations Research*, page 478.
    static let stockco = TextbookProblem(
        name: "Winston, Stockco", returns: [16, 22, 12, 8], expenditure: [[5, 7, 4, 3]], funds: [14],
        optimum: 42, selection: [2, 3, 4])

    /// The example of Michael Trick's notes on integer programming.
    static let trick = TextbookProblem(
        name: "Trick", returns: [8, 11, 6, 4], expenditure: [[5, 7, 4, 3]], funds: [14],
        optimum: 21, selection: [2, 3, 4])

    /// Lorie & Savage (1955), Weingartner (1963): nine projects, two periods.
    static let lorieSavage = TextbookProblem(
        name: "Lorie-Savage", returns: [14, 17, 17, 15, 40, 12, 14, 10, 12],
        expenditure: [[12, 54, 6, 6, 30, 6, 48, 36, 18], [3, 7, 6, 2, 35, 6, 4, 3, 3]], funds: [50, 20],
        optimum: 70, selection: [1, 3, 4, 6, 9])

    /// All of them.
    static let all = [taha, stockco, trick, lorieSavage]

    /// The problem; a unit of money is a million rupiah.
    var choice: ChoiceProblem {
        let items = returns.indices.map { project in
            ChoiceProblem.Item(
                id: "project-\(project + 1)", isRequired: false,
                options: [
                    ChoiceProblem.Option(
                        id: "default", value: Double(returns[project]),
                        costs: [expenditure.map { Rupiah($0[project]) * 1_000_000 }])
                ])
        }
        return ChoiceProblem(
            name: name, limits: [funds.map { Rupiah($0) * 1_000_000 }], items: items)
    }
}
