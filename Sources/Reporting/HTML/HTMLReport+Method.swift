import Portfolio

extension HTMLReport {
    /// Assumptions, method and where everything comes from.
    var method: Section {
        Section(
            id: "method",
            title: say("Asumsi, metode, dan jejak perhitungan", "Assumptions, method and provenance"),
            content: [assumptions, goals, explanation, forced, provenance])
    }

    private var assumptions: Markup {
        let scenario = report.scenario
        var entries: [(String, Markup)] = [
            (
                say("Masa rencana", "Plan"),
                .group([
                    .text("\(forms.month(scenario.start))–\(forms.month(scenario.end)), "),
                    whole(scenario.periods), .text(" " + periods),
                ])
            ),
            (
                say("Manfaat dihitung sampai", "Benefits are counted until"),
                .text(forms.month(scenario.benefitsUntil))
            ),
            (say("Tingkat diskonto per tahun", "Discount rate per year"), percent(scenario.discountRate)),
        ]
        for dimension in scenario.dimensions {
            entries.append((say("Bobot ", "Weight of ") + oneLine(dimension.name), percent(dimension.weight)))
        }
        if let quickWin = scenario.quickWin {
            entries.append(
                (
                    oneLine(quickWin.label),
                    .group([
                        words("durasi paling lama ", "at most "), plain(quickWin.maxDuration),
                        words(" bulan, selesai paling lambat ", " months, finished by "),
                        .text(forms.month(quickWin.finishBy)),
                    ])
                ))
        }
        return definitions(entries)
    }

    private var periods: String {
        switch report.scenario.step {
        case .month: say("bulan", "months")
        case .quarter: say("triwulan", "quarters")
        case .year: say("tahun", "years")
        }
    }

    private func definitions(_ entries: [(String, Markup)]) -> Markup {
        tag(
            "dl", ["class": "facts"],
            entries.map { term, content in
                tag("div", [:], tag("dt", [:], .text(term)), tag("dd", [:], content))
            })
    }

    private var goals: Markup {
        guard !report.goals.isEmpty else { return .group([]) }
        var table = Table(
            say("Tujuan, satu demi satu", "Goals, one after the other"),
            [
                .init(say("Tujuan", "Goal"), .head), .init(say("Nilai", "Value"), .number),
                .init(say("Batas terbukti", "Proved bound"), .number),
                .init(say("Selisih (gap)", "Gap"), .number), .init(say("Dioptimalkan", "Optimised"), .brief),
            ])
        for goal in report.goals {
            let bound = goal.bound.map { plain($0) } ?? words("tidak diketahui", "unknown")
            let gap = goal.gap.map { plain($0) } ?? words("tidak diketahui", "unknown")
            table.add(
                [
                    tag("code", [:], name(goal.goal)), plain(goal.value), bound, gap,
                    .text(goal.isOptimised ? say("ya", "yes") : say("tidak", "no")),
                ], id: goal.goal)
        }
        return table.markup
    }

    private var explanation: Markup {
        let text = say(
            "Rencana dicari dengan program bilangan bulat campuran (\(report.search.solver)), lalu diperiksa ulang oleh pemeriksa terpisah yang menghitung setiap rupiah dalam bilangan bulat dan tidak mengenal pemecah. Disebut optimal hanya bila batas membuktikannya. Nilai adalah skor per tahun kali bobot dimensi, menurut tahap pemanfaatan, didiskontokan, dijumlahkan sampai akhir masa manfaat. Peluang berasal dari simulasi; selang di dalam kurung adalah selang kepercayaan 95%, yang menunjukkan ketelitian simulasi, bukan ketepatan data.",
            "The plan is searched for by mixed-integer programming (\(report.search.solver)) and then checked by a separate verifier, which recomputes every rupiah in whole numbers and knows no solver. It is called optimal only where the bound proves it. Value is points per year times the weight of the dimension, ramped up, discounted and summed until the end of the benefits. Probabilities come from simulation; intervals in brackets are 95% confidence intervals: they tell how exact the simulation is, not how good the data are."
        )
        return paragraph(.text(text))
    }

    private var forced: Markup {
        guard let forced = report.plan?.forced, !forced.isEmpty else { return .group([]) }
        var table = Table(
            say("Keputusan yang ditetapkan oleh skenario", "Decisions that the scenario forces"),
            [
                .init(say("Ketentuan", "Statement"), .head), .init(say("Alasan", "Reason")),
                .init(say("Biaya dalam nilai", "What it costs in value"), .number),
            ])
        for statement in forced {
            table.add(
                [
                    tag("code", [:], name(statement.what)), statement.reason.map { name($0) } ?? "–",
                    statement.costsValue.map { decimal($0) }
                        ?? words("belum dihitung", "not computed"),
                ], id: statement.what)
        }
        return tag("details", [:], tag("summary", [:], .text(table.caption)), table.markup)
    }

    private var provenance: Markup {
        var entries: [(String, Markup)] = [
            (
                say("Sidik skenario (SHA-256)", "Scenario digest (SHA-256)"),
                tag("code", [:], .text(report.scenario.digest))
            ),
            ("Selaras", .text(report.version)), (say("Pemecah", "Solver"), .text(report.search.solver)),
            (say("Simpul yang diperiksa", "Nodes searched"), whole(report.search.nodes)),
            (
                say("Dapat diulang", "Repeatable"),
                report.search.isRepeatable
                    ? words("ya", "yes")
                    : words("tidak: pencarian dihentikan oleh waktu", "no: the search was stopped by time")
            ),
        ]
        if let risk = report.risk {
            entries.append((say("Putaran simulasi", "Simulation trials"), whole(risk.trials)))
            entries.append((say("Benih acak (seed)", "Seed"), .text(risk.seed)))
            entries.append(
                (
                    say("Putaran untuk pengaruh tiap risiko", "Trials for each risk's effect"),
                    whole(risk.pairedTrials)
                ))
        }
        return definitions(entries)
    }
}
