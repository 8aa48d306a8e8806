import Portfolio

extension HTMLReport {
    /// What each risk costs, by exclusion.
    func tornado(_ risk: Report.Risk) -> Markup {
        let onValue = risk.effects.filter { $0.on == "value" }.compactMap { effect in
            effect.byExclusion.map { (effect, $0) }
        }
        guard !onValue.isEmpty else { return .group([]) }
        let ranked = onValue.sorted {
            let (one, other) = (abs($0.1.estimate.value), abs($1.1.estimate.value))
            return one != other ? one > other : $0.0.id < $1.0.id
        }
        let caption = say(
            "Tambahan nilai bila satu risiko saja ditiadakan, dengan selang 95%",
            "Change of the value when one risk alone is taken out, with 95% interval")
        let chart = Tornado(
            title: caption, summary: say("Angkanya ada di tabel.", "The numbers are in the table."),
            bars: ranked.prefix(12).map { effect, estimate in
                Tornado.Bar(
                    label: oneLine(report.scenario.risk(effect)), estimate: estimate.estimate.value,
                    low: estimate.low.value,
                    high: estimate.high.value,
                    value: (estimate.estimate.value > 0 ? "+" : "") + forms.decimal(estimate.estimate.value),
                    path: estimate.estimate.path)
            })
        return .group([
            tag(
                "div", ["class": "charts"],
                tag("figure", [:], tag("figcaption", [:], .text(caption)), chart.drawing)),
            table(ranked.map(\.0), risk),
        ])
    }

    private func table(_ ranked: [Report.Effect], _ risk: Report.Risk) -> Markup {
        var table = Table(
            say(
                "Bila satu risiko saja hilang, nasib lain tetap",
                "If one risk alone were gone, all other luck unchanged"),
            [
                .init(say("Risiko", "Risk"), .head), .init(say("Jenis", "Kind"), .brief),
                .init(say("Nilai", "Value"), .number),
                .init(say("Quick win tepat waktu", "Quick wins on time"), .number),
                .init(say("Selesai terakhir (bulan)", "Last finish (months)"), .number),
                .init(say("Hangus (Rp juta)", "Lapsed (Rp million)"), .number),
                .init(say("Biaya (Rp juta)", "Cost (Rp million)"), .number),
            ])
        let effects = Dictionary(risk.effects.map { ("\($0.kind)/\($0.id)/\($0.on)", $0) }) { first, _ in
            first
        }
        for own in ranked {
            func change(_ on: String) -> Figure<Double>? {
                effects["\(own.kind)/\(own.id)/\(on)"]?.byExclusion?.estimate
            }
            table.add(
                [
                    name(report.scenario.risk(own)), .text(kind(own.kind)), signed(change("value")),
                    signed(change("quick_wins")), signed(change("finish")), millions(change("lapsed")),
                    millions(change("cost")),
                ], id: own.id)
        }
        return table.markup
    }

    private func kind(_ kind: String) -> String {
        switch kind {
        case "driver": say("pendorong bersama", "common driver")
        case "event": say("kejadian", "event")
        case "route", "procurement": say("pengadaan", "procurement")
        case "shock": say("pemotongan anggaran", "budget cut")
        default: kind
        }
    }
}
