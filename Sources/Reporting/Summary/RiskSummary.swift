import Portfolio
import Simulation

/// What a simulation says, in Markdown, for a budget reviewer: which quick wins will stand, how much
/// money will lapse, and which risk to work on first.
public struct RiskSummary: Sendable {
    let risk: Report.Risk
    let start: Month
    let programNames, fundNames: [String: LocalizedText]
    let riskNames: RiskNames
    let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the summary of a report's simulation in a language; nil where none was made.
    init?(of report: Report, in language: Language) {
        guard let risk = report.risk else { return nil }
        self.risk = risk
        self.language = language
        start = report.scenario.start
        programNames = Dictionary(risk.programs.map { ($0.id, report.name(of: $0.id)) }) { first, _ in first }
        fundNames = report.scenario.names.funds
        riskNames = report.scenario.riskNames
    }

    /// Makes the summary of a simulation of a scenario's plan in a language.
    ///
    /// - Throws: ``UnusableOutcome`` where the result lacks a figure, a defect.
    public init(
        of result: SimulationResult, scenario: Scenario, in language: Language
    ) throws(UnusableOutcome) {
        risk = try Report.Risk(OutcomePart(value: result.jsonValue, path: "risk"))
        self.language = language
        start = scenario.calendar.start
        programNames = Dictionary(scenario.programs.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
        fundNames = Dictionary(scenario.funds.map { ($0.id.rawValue, $0.name) }) { first, _ in first }
        riskNames = RiskNames(of: scenario.risk)
    }

    /// The whole summary.
    public var markdown: String {
        [heading, headline, quickWins, programs, funds, quarters, risks].filter { !$0.isEmpty }.joined(
            separator: "\n")
    }

    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    private var heading: String {
        let trials = forms.whole(risk.trials.value)
        let stopped =
            risk.isComplete
            ? ""
            : say(
                " Dihentikan sebelum selesai: hasil ini dari putaran yang sudah jadi.",
                " Stopped early: these are the results of the trials that were done.")
        return "## \(say("Analisis risiko pelaksanaan", "Rollout risk"))\n\n"
            + say(
                "Simulasi Monte Carlo, \(trials) putaran, benih acak (seed) \(risk.seed), kebijakan \(risk.policy).",
                "Monte Carlo simulation, \(trials) trials, seed \(risk.seed), policy \(risk.policy)."
            )
            + stopped + precision + "\n"
    }

    private var precision: String {
        guard let precision = risk.precision else { return "" }
        let share = forms.percent(precision.asked.value)
        let trials = forms.whole(risk.trials.value)
        return precision.isReached
            ? say(
                " Ketelitian \(share) tercapai dengan \(trials) putaran.",
                " A precision of \(share) was reached with \(trials) trials.")
            : say(
                " Ketelitian \(share) belum tercapai dengan \(trials) putaran.",
                " A precision of \(share) was not reached with \(trials) trials.")
    }

    private var headline: String {
        let portfolio = risk.portfolio
        var lines: [String] = []
        if portfolio.plannedQuickWins.value > 0, let mean = portfolio.quickWins {
            lines.append(
                say(
                    "Dari \(portfolio.plannedQuickWins.value) quick win rata-rata \(interval(mean)) selesai tepat waktu; peluang semuanya tepat waktu \(percent(portfolio.allQuickWins)).",
                    "Of \(portfolio.plannedQuickWins.value) quick wins \(interval(mean)) stand on time on average; the probability that all do is \(percent(portfolio.allQuickWins))."
                ))
        }
        if let finish = portfolio.finish {
            lines.append(
                say(
                    "Program terakhir direncanakan selesai akhir \(month(portfolio.plannedFinish.value)); dengan keyakinan 50% akhir \(month(finish.p50.estimate.value)), dengan keyakinan 80% akhir \(month(finish.p80.estimate.value)).",
                    "The last program is planned to finish by the end of \(month(portfolio.plannedFinish.value)); with 50% confidence it does by \(month(finish.p50.estimate.value)), with 80% by \(month(finish.p80.estimate.value))."
                ))
        }
        if let lapsed = portfolio.lapsed, let cost = portfolio.cost {
            lines.append(
                say(
                    "Rata-rata \(money(lapsed.mean)) pagu hangus; biaya dengan keyakinan 80% \(money(cost.p80)).",
                    "\(money(lapsed.mean)) of the ceilings lapse on average; the cost with 80% confidence is \(money(cost.p80))."
                ))
        }
        if let value = portfolio.value {
            lines.append(
                say(
                    "Nilai rencana \(forms.decimal(portfolio.plannedValue.value)) (per periode; \(forms.decimal(portfolio.certainValue.value)) dalam waktu kontinu tanpa risiko), rata-rata dalam simulasi \(interval(value.mean)).",
                    "The plan's value is \(forms.decimal(portfolio.plannedValue.value)) (by periods; \(forms.decimal(portfolio.certainValue.value)) in continuous time without risk), the simulated mean \(interval(value.mean))."
                ))
        }
        return lines.map { "- \($0)\n" }.joined()
    }

    private var quickWins: String {
        let wins = risk.programs.filter { $0.quickWin != nil }.sorted {
            let (one, other) = ($0.quickWin?.estimate.value ?? 0, $1.quickWin?.estimate.value ?? 0)
            return one != other ? one < other : $0.id < $1.id
        }
        guard !wins.isEmpty else { return "" }
        var table = MarkdownTable([
            (say("Quick win, yang paling terancam dulu", "Quick win, the most endangered first"), .left),
            (say("Peluang tepat waktu", "P(on time)"), .right),
            (say("Peluang batal", "P(cancelled)"), .right),
            (say("Rencana selesai", "Planned finish"), .left),
            (say("Keyakinan 80%", "80% confidence"), .left),
        ])
        for win in wins {
            table.addRow([
                name(win.id), percent(win.quickWin), percent(win.cancelled), month(win.plannedFinish.value),
                win.finish.map { month($0.p80.estimate.value) } ?? "–",
            ])
        }
        return table.text
    }

    private var programs: String {
        var table = MarkdownTable([
            (say("Program", "Program"), .left), (say("Peluang tepat waktu", "P(on time)"), .right),
            (say("Peluang batal", "P(cancelled)"), .right), (say("Jalur kritis", "Criticality"), .right),
            (say("Manfaat hilang", "Benefit lost"), .right),
        ])
        for program in risk.programs {
            table.addRow([
                name(program.id), percent(program.onTime), percent(program.cancelled),
                percent(program.criticality),
                program.benefitLost.map { forms.decimal($0.estimate.value) } ?? "–",
            ])
        }
        return "### \(say("Semua program", "All programs"))\n\n" + table.text
    }

    private var funds: String {
        var table = MarkdownTable([
            (say("Sumber dana", "Fund"), .left), (say("TA", "FY"), .left),
            (say("Terpakai, rata-rata", "Spent, mean"), .right),
            (say("Hangus, rata-rata", "Lapsed, mean"), .right),
            (say("Serapan, median", "Absorption, median"), .right),
            (say("Peluang kebutuhan melampaui", "P(need exceeds)"), .right),
        ])
        for year in risk.years {
            table.addRow([
                fund(year.fund), year.year.description, money(year.spent?.mean), money(year.lapsed?.mean),
                year.absorption.map { "\(forms.decimal($0.p50.estimate.value * 100))%" } ?? "–",
                percent(year.overrun),
            ])
        }
        return "### \(say("Dana per tahun anggaran", "Funds by fiscal year"))\n\n" + table.text
    }

    private var risks: String {
        guard !risk.effects.isEmpty else { return "" }
        let trials = forms.whole(risk.pairedTrials.value)
        var table = MarkdownTable([
            (say("Risiko", "Risk"), .left), (say("Nilai", "Value"), .right),
            (say("Quick win", "Quick wins"), .right), (say("Selesai (bulan)", "Finish (months)"), .right),
            (say("Hangus", "Lapsed"), .right), (say("Biaya", "Cost"), .right),
        ])
        for effects in effectsByRisk {
            func change(_ on: String) -> Report.Estimate? { effects.first { $0.on == on }?.byExclusion }
            table.addRow([
                name(effects), signed(change("value")), signed(change("quick_wins")),
                signed(change("finish")),
                money(change("lapsed")), money(change("cost")),
            ])
        }
        return "### "
            + say(
                "Bila satu risiko saja hilang, nasib lain tetap (\(trials) putaran berpasangan)",
                "If one risk alone were gone, all other luck unchanged (\(trials) paired trials)")
            + "\n\n" + table.text
    }

    /// Each risk with its effects, in the order in which the risks first appear.
    private var effectsByRisk: [[Report.Effect]] {
        var order: [String] = []
        var effects: [String: [Report.Effect]] = [:]
        for effect in risk.effects {
            let key = "\(effect.kind)/\(effect.id)"
            if effects[key] == nil { order.append(key) }
            effects[key, default: []].append(effect)
        }
        return order.compactMap { effects[$0] }
    }
}
