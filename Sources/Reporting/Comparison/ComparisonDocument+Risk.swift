import Portfolio
import Probability

extension ComparisonDocument {
    /// What changed in the rollout, with intervals.
    var risk: DocumentSection {
        var section = DocumentSection(
            id: "risk", heading: say("Perubahan risiko pelaksanaan", "Change of rollout risk"))
        for difference in differences {
            guard let risk = difference.risk else {
                section.paragraphs.append(
                    say(
                        "\(arrow(difference)): salah satu hasil tidak disimulasikan, jadi risikonya tidak dapat dibandingkan.",
                        "\(arrow(difference)): one of the outcomes was not simulated, so that their risks cannot be compared."
                    ))
                continue
            }
            section.paragraphs += remarks(on: risk, of: difference)
            section.tables.append(figures(risk, of: difference))
            if !risk.quickWins.isEmpty { section.tables.append(quickWins(risk, of: difference)) }
        }
        return section
    }

    private func remarks(on risk: RiskChange, of difference: OutcomeDifference) -> [String] {
        let pair = arrow(difference)
        var lines = [
            say(
                "\(pair): selang 95% selisih rata-rata \(pairing(risk)); selisih persentil dan peluang selalu dihitung tak berpasangan.",
                "\(pair): 95% intervals of the differences of means are \(pairing(risk)); those of percentiles and probabilities are always unpaired."
            )
        ]
        if let second = risk.secondIsBetter, let first = risk.firstIsBetter {
            let (one, other) = (difference.base.letter, difference.other.letter)
            lines.append(
                say(
                    "\(pair): pada nasib yang sama \(other) lebih bernilai dalam \(share(second)) putaran, \(one) dalam \(share(first)).",
                    "\(pair): under the same luck \(other) is worth more in \(share(second)) of the trials, \(one) in \(share(first))."
                ))
        }
        return lines
    }

    private func share(_ figure: Estimate) -> String {
        "\(forms.percent(figure.estimate)) (\(forms.percent(figure.low))–\(forms.percent(figure.high)))"
    }

    private func figures(_ risk: RiskChange, of difference: OutcomeDifference) -> DocumentTable {
        let letter = difference.other.letter.lowercased()
        var table = DocumentTable(
            id: "risk-\(letter)",
            columns: columns(difference, head: say("Angka simulasi", "Simulated figure"))
                + [(say("Selang", "Interval"), false)])
        for figure in risk.figures {
            let form = figure.figure.form
            table.add(
                figure.figure.rawValue,
                [
                    .text(name(of: figure.figure)), .number(figure.before.estimate, form),
                    .number(figure.after.estimate, form),
                ] + cells(figure.difference, form.change)
                    + [
                        .text(
                            figure.isPaired
                                ? say("berpasangan", "paired") : say("tak berpasangan", "unpaired"))
                    ])
        }
        return table
    }

    private func quickWins(_ risk: RiskChange, of difference: OutcomeDifference) -> DocumentTable {
        var table = DocumentTable(
            id: "quick-wins-\(difference.other.letter.lowercased())",
            columns: columns(
                difference, head: say("Peluang quick win tepat waktu", "Probability of a quick win on time")))
        for win in risk.quickWins {
            table.add(
                win.id,
                [
                    .text(text(win.name)), .number(win.before?.estimate, .percent),
                    .number(win.after?.estimate, .percent),
                ] + cells(win.difference, .percentChange))
        }
        return table
    }

    private func columns(
        _ difference: OutcomeDifference, head: String
    ) -> [(title: String, isNumeric: Bool)] {
        [
            (head, false), (difference.base.letter, true), (difference.other.letter, true),
            ("\(difference.other.letter) − \(difference.base.letter)", true),
            (say("dari", "from"), true), (say("sampai", "to"), true),
        ]
    }

    private func cells(_ figure: Estimate?, _ form: CellForm) -> [Cell] {
        [
            .number(figure?.estimate, form), .number(figure?.low, form), .number(figure?.high, form),
        ]
    }

    /// A simulated figure in words.
    func name(of figure: RiskFigureChange.Figure) -> String {
        switch figure {
        case .value: say("nilai, rata-rata", "value, mean")
        case .cost: say("biaya, rata-rata", "cost, mean")
        case .costP80: say("biaya dengan keyakinan 80%", "cost with 80% confidence")
        case .finish: say("selesai terakhir, rata-rata (bulan)", "last finish, mean (months)")
        case .finishP80:
            say("selesai terakhir dengan keyakinan 80% (bulan)", "last finish with 80% confidence (months)")
        case .quickWins: say("quick win tepat waktu, rata-rata", "quick wins on time, mean")
        case .allQuickWins:
            say("peluang semua quick win tepat waktu", "probability that all quick wins are on time")
        case .lapsed: say("pagu hangus, rata-rata", "lapsing, mean")
        }
    }
}

extension RiskFigureChange.Figure {
    /// How its numbers are written.
    fileprivate var form: CellForm {
        self == .allQuickWins ? .percent : isMoney ? .rupiah : .decimal
    }
}
