import Portfolio

extension HTMLReport {
    /// What is chosen, when, by whom, from which money.
    func schedule(_ plan: Report.Plan) -> Section {
        let programs = plan.programs.sorted { ($0.start, $0.candidate.id) < ($1.start, $1.candidate.id) }
        let strip = TimelineStrip(
            start: report.scenario.start, end: report.scenario.end,
            latest: report.risk?.programs.compactMap { $0.finish?.p90.estimate.value }.max() ?? 0)
        let axis = strip.axis(title: say("Tahun anggaran", "Fiscal years"), label: \.description)
        var table = Table(
            say("Program terpilih, urut waktu mulai", "Chosen programs in the order of their start"),
            [
                .init(say("Program dan OPD pengampu", "Program and agency"), .head),
                .init(axis, label: say("Jadwal", "Schedule"), .drawing),
                .init(say("Mulai–selesai", "Start–finish"), .brief),
                .init(say("Sumber dana (Rp juta)", "Funds (Rp million)")),
                .init(say("Belanja (Rp juta)", "Spending (Rp million)"), .number),
                .init(say("Nilai", "Value"), .number),
            ])
        let risks = Dictionary((report.risk?.programs ?? []).map { ($0.id, $0) }) { first, _ in first }
        for program in programs {
            table.add(
                [
                    heading(program),
                    strip.drawing(bar(program, risks[program.candidate.id]), title: dates(program)),
                    .group([.text(dates(program)), confidence(risks[program.candidate.id])]),
                    payers(program, plan),
                    millions(program.cost), decimal(program.value),
                ], id: program.candidate.id)
        }
        table.add(
            [words("Jumlah", "Total"), "", "", "", millions(plan.cost), decimal(plan.value)], id: "total",
            isTotal: true)
        return Section(
            id: "schedule",
            title: say(
                "Program, jadwal, pengampu, dan sumber dana", "Programs, schedule, agencies and funds"),
            content: [legend, table.markup] + synergies(plan))
    }

    private func heading(_ program: Report.Program) -> Markup {
        let candidate = program.candidate
        let wins = program.isQuickWin ? [tag("span", ["class": "badge"], "Quick win"), " "] : []
        let stage =
            candidate.inProgress.map { done in
                [
                    tag("br"),
                    tag(
                        "small", ["class": "stage"], words("Sudah terbangun ", "Already built: "),
                        percent(done, places: 0),
                        words(" sebelum rencana ini mulai", " before this plan begins")),
                ]
            } ?? []
        return .group(
            wins + [
                name(candidate), tag("br"),
                tag(
                    "small", [:], name(candidate.ownerName),
                    candidate.code.map { .group([" · ", tag("bdi", [:], .text($0))]) } ?? .group([])),
            ] + stage)
    }

    private func dates(_ program: Report.Program) -> String {
        span(program.start, program.finish)
    }

    private func bar(_ program: Report.Program, _ risk: Report.ProgramRisk?) -> TimelineStrip.Bar {
        TimelineStrip.Bar(
            first: program.start, last: program.finish, isQuickWin: program.isQuickWin,
            done: program.candidate.inProgress?.value,
            finish: risk?.finish.map {
                ($0.p10.estimate.value, $0.p50.estimate.value, $0.p90.estimate.value)
            })
    }

    private func confidence(_ risk: Report.ProgramRisk?) -> Markup {
        guard let finish = risk?.finish else { return .group([]) }
        return .group([
            tag("br"),
            tag("small", [:], words("80% yakin: ", "80% sure: "), month(finish.p80.estimate)),
        ])
    }

    private func payers(_ program: Report.Program, _ plan: Report.Plan) -> Markup {
        let funds = plan.funds.filter { program.paidBy[$0.id] != nil }
        return tag(
            "ul", ["class": "plain"],
            funds.map { fund in
                let years = (program.paidBy[fund.id] ?? [:]).sorted { $0.key < $1.key }
                let amounts = years.flatMap { year, amount -> [Markup] in
                    [.text(" \(year): "), millions(amount), ";"]
                }
                return tag("li", [:], [name(fund.name)] + amounts.dropLast())
            })
    }

    private var legend: Markup {
        let items = [
            say("Batang penuh: quick win", "Full bar: quick win"),
            say("batang muda: program lain", "pale bar: other program"),
            say("bagian hitam: sudah terbangun", "black part: already built"),
            say("garis tegak putus-putus: akhir masa rencana", "dashed upright line: end of the plan"),
            say(
                "garis di bawah batang: selesai menurut simulasi, P10–P90, titik P50 (peluang setengah)",
                "line below the bar: finish in the simulation, P10–P90, dot P50 (even odds)"),
        ]
        return tag("p", ["class": "note"], .text(items.joined(separator: "; ") + "."))
    }

    private func synergies(_ plan: Report.Plan) -> [Markup] {
        guard !plan.synergies.isEmpty else { return [] }
        var parts: [Markup] = [words("Nilai itu termasuk sinergi: ", "The total includes synergies: ")]
        for (position, synergy) in plan.synergies.enumerated() {
            parts += [position > 0 ? "; " : "", name(synergy.id), " ", decimal(synergy.value)]
        }
        return [tag("p", ["class": "note"], parts + ["."])]
    }
}
