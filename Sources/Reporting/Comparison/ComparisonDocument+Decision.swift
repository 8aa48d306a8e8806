import Portfolio

extension ComparisonDocument {
    /// What changed, in sentences.
    var decision: DocumentSection {
        let lines = differences.flatMap { difference -> [String] in
            guard !difference.isEmpty else { return [sameness(difference)] }
            return [programCounts(difference), money(difference)]
                + difference.flags.map { flag($0, of: difference) }
                + (difference.losesOnMoreMoney ? [contradiction(difference)] : [])
                + luck(difference)
        }
        return DocumentSection(
            id: "decision", heading: say("Perubahan singkatnya", "The change in short"), paragraphs: lines)
    }

    private func sameness(_ difference: OutcomeDifference) -> String {
        say(
            "\(arrow(difference)): tidak ada perubahan; kedua rencana sama sampai rupiah terakhir.",
            "\(arrow(difference)): no change; both plans are the same to the last rupiah.")
    }

    private func programCounts(_ difference: OutcomeDifference) -> String {
        let counts = ProgramChange.Kind.allCases.compactMap { kind -> String? in
            let count = difference.programs.count { $0.kinds.contains(kind) }
            return count == 0 ? nil : "\(name(of: kind)) \(forms.whole(Int64(count)))"
        }
        guard !counts.isEmpty else {
            return say(
                "\(arrow(difference)): program, waktu, dan pembayarannya sama.",
                "\(arrow(difference)): the programs, their dates and payments are the same.")
        }
        let all = forms.whole(difference.count.after)
        return say(
            "\(arrow(difference)), program: \(counts.joined(separator: ", ")); kini \(all) program terpilih.",
            "\(arrow(difference)), programs: \(counts.joined(separator: ", ")); \(all) are now chosen.")
    }

    private func money(_ difference: OutcomeDifference) -> String {
        var parts = [
            "\(say("pagu", "ceilings")) \(rupiah(difference.ceilings)) (\(trend(difference.trend)))",
            "\(say("belanja", "spending")) \(rupiah(difference.cost))",
            "\(say("pagu hangus", "lapsing")) \(rupiah(difference.lapsed))",
        ]
        if let value = difference.value {
            parts.append("\(say("nilai portofolio", "portfolio value")) \(points(value))")
        }
        parts.append(
            "quick win \(forms.whole(difference.quickWins.before)) → \(forms.whole(difference.quickWins.after))"
        )
        return "\(arrow(difference)): \(parts.joined(separator: "; "))."
    }

    private func trend(_ trend: BudgetTrend) -> String {
        switch trend {
        case .same: say("semua pagu sama", "all ceilings the same")
        case .grows: say("tidak ada yang turun", "none falls")
        case .shrinks: say("tidak ada yang naik", "none rises")
        case .mixed: say("ada yang naik, ada yang turun", "some rise, some fall")
        }
    }

    /// A program that moves against the budget: arithmetic, not an error.
    private func flag(_ flag: BudgetFlag, of difference: OutcomeDifference) -> String {
        let program = flag.change.before ?? flag.change.after
        let name = text(flag.change.name) + (program.map { " (\(forms.rupiah($0.cost.value)))" } ?? "")
        let head =
            difference.trend == .grows
            ? say(
                "Perhatikan: \(name) keluar walaupun tidak ada pagu yang turun.",
                "Note: \(name) leaves although no ceiling falls.")
            : say(
                "Perhatikan: \(name) masuk walaupun tidak ada pagu yang naik.",
                "Note: \(name) enters although no ceiling rises.")
        return "\(arrow(difference)). \(head) \(exchange(flag)) \(certainty(flag))"
    }

    private func exchange(_ flag: BudgetFlag) -> String {
        let names = flag.inExchange.map { "\(text($0.name)) (\(kinds($0)))" }
        guard !names.isEmpty else {
            return say(
                "Tidak ada program lain yang masuk; yang berubah adalah waktu, pembayaran, atau ketentuan lain.",
                "No other program takes its place; what changed is timing, payment or another statement.")
        }
        return say(
            "Pada saat yang sama: \(names.joined(separator: ", ")).",
            "At the same time: \(names.joined(separator: ", ")).")
    }

    private func certainty(_ flag: BudgetFlag) -> String {
        flag.isProved
            ? say(
                "Ini hitungan, bukan kesalahan: dengan pagu yang lain, gabungan program yang lain lebih bernilai, dan kedua rencana terbukti optimal.",
                "This is arithmetic and not an error: with other ceilings another set of programs is worth more, and both plans are proved optimal."
            )
            : say(
                "Ini biasanya hitungan, bukan kesalahan: dengan pagu yang lain, gabungan program yang lain dapat lebih bernilai; tetapi rencana yang belum terbukti optimal dapat juga menjadi sebabnya.",
                "This is usually arithmetic and not an error: with other ceilings another set of programs can be worth more; but a plan that is not proved optimal may also be the reason."
            )
    }

    private func contradiction(_ difference: OutcomeDifference) -> String {
        say(
            "\(arrow(difference)): nilai turun walaupun tidak ada pagu yang turun; ini bukan akibat pagu, jadi ketentuan lain dalam skenario pasti berbeda atau rencana kedua belum optimal.",
            "\(arrow(difference)): the value falls although no ceiling does; that is not the ceilings' doing, so another statement of the scenario must differ or the second plan is not optimal."
        )
    }

    private func luck(_ difference: OutcomeDifference) -> [String] {
        guard let risk = difference.risk else { return [] }
        let told = risk.figures.filter { [.value, .quickWins].contains($0.figure) }
        let figures = told.map { figure in
            let number = { (value: Double) in forms.text(of: .number(value, .decimalChange)) }
            let interval = "\(number(figure.difference.low)) … \(number(figure.difference.high))"
            let open =
                figure.isOpen
                ? say(", belum dapat dibedakan dari nol", ", not distinguishable from zero") : ""
            return
                "\(name(of: figure.figure)) \(number(figure.difference.estimate)) (\(interval)\(open))"
        }
        guard !figures.isEmpty else { return [] }
        return [
            say(
                "\(arrow(difference)), dalam simulasi: \(figures.joined(separator: "; ")); selang 95% \(pairing(risk)).",
                "\(arrow(difference)), in simulation: \(figures.joined(separator: "; ")); 95% intervals \(pairing(risk))."
            )
        ]
    }

    /// How the intervals were made, in words.
    func pairing(_ risk: RiskChange) -> String {
        switch risk.pairing {
        case .paired(let trials):
            say(
                "berpasangan, \(forms.whole(Int64(trials))) putaran dengan nasib yang sama",
                "paired, \(forms.whole(Int64(trials))) trials under the same luck")
        case .unpaired(let why):
            say("tidak berpasangan karena \(text(why))", "unpaired because \(text(why))")
        }
    }

    private func rupiah(_ change: Change<Rupiah>) -> String {
        let difference = forms.text(of: .whole(change.difference, .rupiahChange))
        return "\(forms.rupiah(change.before)) → \(forms.rupiah(change.after)) (\(difference))"
    }

    private func points(_ change: Change<Double>) -> String {
        let difference = forms.text(of: .number(change.difference, .decimalChange))
        return "\(forms.decimal(change.before)) → \(forms.decimal(change.after)) (\(difference))"
    }
}
