import Portfolio
import Probability
import Simulation

/// What a simulation says, in Markdown, for a budget reviewer: which quick wins will stand, how much
/// money will lapse, and which risk to work on first.
public struct RiskSummary: Sendable {
    let result: SimulationResult
    private let scenario: Scenario
    private let language: Language
    var forms: NumberForms { NumberForms(language) }

    /// Makes the summary of a simulation in a language.
    public init(of result: SimulationResult, scenario: Scenario, in language: Language) {
        self.result = result
        self.scenario = scenario
        self.language = language
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
        let trials = forms.whole(Int64(result.trials))
        let stopped =
            result.trials < result.wanted
            ? say(
                " Dihentikan sebelum selesai: diminta \(forms.whole(Int64(result.wanted))) putaran.",
                " Stopped early: \(forms.whole(Int64(result.wanted))) trials were asked for.") : ""
        return "## \(say("Analisis risiko pelaksanaan", "Rollout risk"))\n\n"
            + say(
                "Simulasi Monte Carlo, \(trials) putaran, benih acak (seed) \(result.seed), kebijakan \(result.policy.rawValue).",
                "Monte Carlo simulation, \(trials) trials, seed \(result.seed), policy \(result.policy.rawValue)."
            )
            + stopped + precision + "\n"
    }

    private var precision: String {
        guard let precision = result.precision else { return "" }
        let share = forms.percent(precision.share)
        let trials = forms.whole(Int64(result.trials))
        return precision.isReached
            ? say(
                " Ketelitian \(share) tercapai dengan \(trials) putaran.",
                " A precision of \(share) was reached with \(trials) trials.")
            : say(
                " Ketelitian \(share) belum tercapai dengan \(trials) putaran.",
                " A precision of \(share) was not reached with \(trials) trials.")
    }

    private var headline: String {
        let portfolio = result.portfolio
        var lines: [String] = []
        if portfolio.plannedQuickWins > 0, let mean = portfolio.quickWins {
            lines.append(
                say(
                    "Dari \(portfolio.plannedQuickWins) quick win rata-rata \(interval(mean)) selesai tepat waktu; peluang semuanya tepat waktu \(percent(portfolio.allQuickWins)).",
                    "Of \(portfolio.plannedQuickWins) quick wins \(interval(mean)) stand on time on average; the probability that all do is \(percent(portfolio.allQuickWins))."
                ))
        }
        if let finish = portfolio.finish {
            lines.append(
                say(
                    "Program terakhir direncanakan selesai akhir \(month(portfolio.plannedFinish)); dengan keyakinan 50% akhir \(month(finish.p50.estimate)), dengan keyakinan 80% akhir \(month(finish.p80.estimate)).",
                    "The last program is planned to finish by the end of \(month(portfolio.plannedFinish)); with 50% confidence it does by \(month(finish.p50.estimate)), with 80% by \(month(finish.p80.estimate))."
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
                    "Nilai rencana \(forms.decimal(portfolio.plannedValue)) (per periode; \(forms.decimal(portfolio.certainValue)) dalam waktu kontinu tanpa risiko), rata-rata dalam simulasi \(interval(value.mean)).",
                    "The plan's value is \(forms.decimal(portfolio.plannedValue)) (by periods; \(forms.decimal(portfolio.certainValue)) in continuous time without risk), the simulated mean \(interval(value.mean))."
                ))
        }
        return lines.map { "- \($0)\n" }.joined()
    }

    private var quickWins: String {
        let wins = result.programs.filter { $0.quickWin != nil }.sorted {
            let (one, other) = ($0.quickWin?.estimate ?? 0, $1.quickWin?.estimate ?? 0)
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
                name(win.id), percent(win.quickWin), percent(win.cancelled), month(win.plannedFinish),
                win.finish.map { month($0.p80.estimate) } ?? "–",
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
        for program in result.programs {
            table.addRow([
                name(program.id), percent(program.onTime), percent(program.cancelled),
                percent(program.criticality),
                program.benefitLost.map { forms.decimal($0.estimate) } ?? "–",
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
        for year in result.years {
            table.addRow([
                fund(year.fund), year.year.description, money(year.spent?.mean), money(year.lapsed?.mean),
                year.absorption.map { "\(forms.decimal($0.p50.estimate * 100))%" } ?? "–",
                percent(year.overrun),
            ])
        }
        return "### \(say("Dana per tahun anggaran", "Funds by fiscal year"))\n\n" + table.text
    }

    private var risks: String {
        guard !result.risks.isEmpty else { return "" }
        let trials = forms.whole(Int64(result.pairedTrials))
        var table = MarkdownTable([
            (say("Risiko", "Risk"), .left), (say("Nilai", "Value"), .right),
            (say("Quick win", "Quick wins"), .right), (say("Selesai (bulan)", "Finish (months)"), .right),
            (say("Hangus", "Lapsed"), .right), (say("Biaya", "Cost"), .right),
        ])
        for risk in result.risks {
            let changes = Dictionary(
                uniqueKeysWithValues: risk.effects.map { ($0.output, $0.byExclusion) })
            func change(_ output: RiskEffect.Output) -> Estimate? { changes[output] ?? nil }
            table.addRow([
                risk.id, signed(change(.value)), signed(change(.quickWins)), signed(change(.finish)),
                money(change(.lapsed)), money(change(.cost)),
            ])
        }
        return "### "
            + say(
                "Bila satu risiko saja hilang, nasib lain tetap (\(trials) putaran berpasangan)",
                "If one risk alone were gone, all other luck unchanged (\(trials) paired trials)")
            + "\n\n" + table.text
    }

    private func name(_ id: Program.ID) -> String {
        scenario.program(id)?.name.text(in: language) ?? id.rawValue
    }

    private func fund(_ id: Fund.ID) -> String { scenario.fund(id)?.name.text(in: language) ?? id.rawValue }

    private func percent(_ figure: Estimate?) -> String {
        guard let figure else { return "–" }
        return
            "\(forms.decimal(figure.estimate * 100))% (\(forms.decimal(figure.low * 100))–\(forms.decimal(figure.high * 100)))"
    }

    private func interval(_ figure: Estimate) -> String {
        "\(forms.decimal(figure.estimate)) (\(forms.decimal(figure.low))–\(forms.decimal(figure.high)))"
    }

    private func signed(_ figure: Estimate?) -> String {
        guard let figure else { return "–" }
        return (figure.estimate > 0 ? "+" : "") + forms.decimal(figure.estimate)
    }

    private func money(_ figure: Estimate?) -> String {
        guard let figure else { return "–" }
        return forms.rupiah(Rupiah(figure.estimate.rounded()))
    }

    /// The month whose end lies so many months after the calendar's beginning.
    private func month(_ months: Double) -> String {
        let whole = max(1, Int((months - 1e-9).rounded(.up)))
        return forms.month(scenario.calendar.start.advanced(by: whole - 1))
    }
}
