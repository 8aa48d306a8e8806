import Portfolio
import Probability
import Simulation

extension SimulationResult {
    /// Every figure with its interval, one a line: what, of whom, which figure, estimate, low, high (RFC 4180).
    public var csv: String {
        var rows = ["subject,id,figure,estimate,low,high"]
        func add(_ subject: String, _ id: String, _ name: String, _ figure: Estimate?) {
            let values = figure.map { "\($0.estimate),\($0.low),\($0.high)" } ?? ",,"
            rows.append("\(subject),\(id),\(name),\(values)")
        }
        func add(_ subject: String, _ id: String, _ name: String, _ spread: Spread?) {
            for (part, figure) in spread.parts { add(subject, id, "\(name).\(part)", figure) }
        }
        for program in programs {
            let id = program.id.rawValue
            add("program", id, "p_planned", program.onTime)
            add("program", id, "p_quick_win", program.quickWin)
            add("program", id, "p_cancelled", program.cancelled)
            add("program", id, "criticality", program.criticality)
            add("program", id, "finish", program.finish)
            add("program", id, "cost", program.cost)
            add("program", id, "benefit_lost", program.benefitLost)
        }
        add("portfolio", "", "finish", portfolio.finish)
        add("portfolio", "", "cost", portfolio.cost)
        add("portfolio", "", "value", portfolio.value)
        add("portfolio", "", "lapsed", portfolio.lapsed)
        add("portfolio", "", "quick_wins", portfolio.quickWins)
        add("portfolio", "", "p_all_quick_wins", portfolio.allQuickWins)
        for year in years {
            let id = "\(year.fund)/\(year.year)"
            add("fund_year", id, "need", year.need)
            add("fund_year", id, "spent", year.spent)
            add("fund_year", id, "lapsed", year.lapsed)
            add("fund_year", id, "p_overrun", year.overrun)
            add("fund_year", id, "absorption", year.absorption)
        }
        for quarter in portfolio.quarters {
            add("quarter", "\(quarter.year)/Q\(quarter.quarter)", "absorption", quarter.absorption)
        }
        let curves = portfolio.curves
        for (name, points) in [("cost", curves.cost), ("finish", curves.finish), ("value", curves.value)] {
            for point in points { add("curve", name, "p\(point.p)", point.at) }
        }
        for risk in risks {
            for effect in risk.effects {
                add(risk.kind, risk.id, "\(effect.output.rawValue).by_exclusion", effect.byExclusion)
                add(risk.kind, risk.id, "\(effect.output.rawValue).rank_correlation", effect.rankCorrelation)
            }
        }
        return rows.joined(separator: "\r\n") + "\r\n"
    }
}

extension SimulationResult {
    /// The first trials one by one, a row each (RFC 4180).
    ///
    /// The same trial of another plan or scenario with the same seed met the same luck. `finish` is
    /// empty where no program finishes.
    public var trialsCSV: String {
        let rows = samples.map { sample in
            let finish = sample.finish.map { "\($0)" } ?? ""
            return "\(sample.trial),\(sample.value),\(sample.cost),\(finish),\(sample.quickWins),"
                + "\(sample.lapsed)"
        }
        return (["trial,value,cost,finish,quick_wins,lapsed"] + rows).joined(separator: "\r\n") + "\r\n"
    }
}

extension Spread? {
    /// The parts with their names; without a spread the mean alone, empty.
    fileprivate var parts: [(String, Estimate?)] {
        guard let spread = self else { return [("mean", nil)] }
        return [
            ("mean", spread.mean), ("sd", spread.sd), ("p10", spread.p10), ("p50", spread.p50),
            ("p80", spread.p80), ("p90", spread.p90), ("p95", spread.p95),
        ]
    }
}
