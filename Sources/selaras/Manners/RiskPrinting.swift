import Portfolio
import Reporting
import Simulation

/// How the figures of a simulation are printed.
enum RiskPrinting {
    case summary, json, csv

    /// The form that the flags ask for.
    init(json: Bool, csv: Bool) { self = json ? .json : csv ? .csv : .summary }

    /// Prints a result.
    func print(_ result: SimulationResult, of scenario: Scenario, in language: Language) throws {
        let text =
            switch self {
            case .summary: try RiskSummary(of: result, scenario: scenario, in: language).markdown
            case .json: result.json
            case .csv: result.csv
            }
        try Console.print(text)
    }
}
