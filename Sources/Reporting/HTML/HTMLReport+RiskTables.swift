import Portfolio

/// What the simulation says of quick wins, programs and funds, in tables.
extension HTMLReport {
    func quickWinTable(_ risk: Report.Risk) -> Markup {
        let wins = risk.programs.filter { $0.quickWin != nil }.sorted {
            let (one, other) = ($0.quickWin?.estimate.value ?? 0, $1.quickWin?.estimate.value ?? 0)
            return one != other ? one < other : $0.id < $1.id
        }
        guard !wins.isEmpty else { return .group([]) }
        var table = Table(
            say("Quick win, yang paling terancam dahulu", "Quick wins, the most endangered first"),
            [
                .init(say("Program", "Program"), .head),
                .init(say("Peluang tepat waktu, 0–100%", "Probability on time, 0–100%"), .drawing),
                .init(say("Peluang tepat waktu", "On time"), .number),
                .init(say("Peluang batal", "Cancelled"), .number),
                .init(say("Selesai dengan keyakinan 80%", "Finished with 80% confidence"), .brief),
            ])
        for win in wins {
            let strip = win.quickWin.map { estimate in
                ShareStrip(title: forms.percent(estimate.estimate.value, places: 1)).drawing(
                    estimate.estimate.value, low: estimate.low.value, high: estimate.high.value)
            }
            table.add(
                [
                    name(report.name(of: win.id)), strip ?? "", percent(win.quickWin), percent(win.cancelled),
                    win.finish.map { month($0.p80.estimate) } ?? "–",
                ], id: win.id)
        }
        return table.markup
    }

    func programTable(_ risk: Report.Risk) -> Markup {
        var table = Table(
            say("Semua program, yang paling terancam dahulu", "All programs, the most endangered first"),
            [
                .init(say("Program", "Program"), .head), .init(say("Tepat waktu", "On time"), .number),
                .init(say("Batal", "Cancelled"), .number), .init(say("Jalur kritis", "Criticality"), .number),
                .init(say("Selesai P10–P90", "Finish P10–P90"), .brief),
                .init(say("Nilai hilang", "Value lost"), .number),
            ])
        for program in risk.programs.sorted(by: {
            let (one, other) = ($0.onTime?.estimate.value ?? 0, $1.onTime?.estimate.value ?? 0)
            return one != other ? one < other : $0.id < $1.id
        }) {
            table.add(
                [
                    name(report.name(of: program.id)), percent(program.onTime), percent(program.cancelled),
                    percent(program.criticality?.estimate),
                    program.finish.map { .group([month($0.p10.estimate), "–", month($0.p90.estimate)]) }
                        ?? "–",
                    decimal(program.benefitLost?.estimate),
                ], id: program.id)
        }
        return table.markup
    }

    func fundTable(_ risk: Report.Risk) -> Markup {
        var table = Table(
            say(
                "Dana per tahun anggaran menurut simulasi (Rp juta)",
                "Funds by fiscal year in the simulation (Rp million)"),
            [
                .init(say("Sumber dana", "Fund"), .head), .init(say("TA", "FY"), .brief),
                .init(say("Belanja, rata-rata", "Spent, mean"), .number),
                .init(say("Hangus, rata-rata", "Lapsed, mean"), .number),
                .init(say("Serapan, median", "Absorption, median"), .number),
                .init(say("Peluang kebutuhan melampaui", "Need exceeds"), .number),
            ])
        for year in risk.years {
            table.add(
                [
                    name(report.scenario.fund(year.fund)), .text("\(year.year)"),
                    millions(year.spent?.mean.estimate), millions(year.lapsed?.mean.estimate),
                    percent(year.absorption?.p50.estimate), percent(year.overrun),
                ], id: "\(year.fund)/\(year.year)")
        }
        return table.markup
    }
}
