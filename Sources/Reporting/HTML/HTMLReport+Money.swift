import Portfolio

extension HTMLReport {
    /// Money by fiscal year and fund against ceilings.
    func money(_ plan: Report.Plan) -> Section {
        Section(
            id: "money",
            title: say("Kebutuhan pagu per tahun anggaran dan sumber dana", "Money by fiscal year and fund"),
            content: [
                tag(
                    "p", ["class": "note"],
                    words(
                        "Batang penuh: belanja; kerangka: pagu dan luncuran masuk; angka: sisa (Rp juta).",
                        "Full bar: spending; frame: ceiling and money carried in; number: what is left (Rp million)."
                    )),
                tag("div", ["class": "charts"], plan.years.map { figure(of: $0.year, plan) }),
                accounts(plan), years(plan),
            ])
    }

    private func figure(of year: FiscalYear, _ plan: Report.Plan) -> Markup {
        let accounts = plan.funds.flatMap(\.years)
        let greatest = accounts.map { Double($0.ceiling.value) + Double($0.carriedIn.value) }.max() ?? 0
        let bars = ranked(plan.funds).compactMap { fund in
            fund.years.first { $0.year == year }.map { account in
                FundBars.Bar(
                    label: oneLine(fund.name),
                    available: Double(account.ceiling.value) + Double(account.carriedIn.value),
                    spent: Double(account.spent.value), slack: forms.millions(account.slack.value),
                    figure: (account.slack.path, "\(account.slack.value)"))
            }
        }
        let chart = FundBars(
            title: say("Pagu dan belanja ", "Ceilings and spending ") + fiscal(year),
            summary: say("Angkanya ada di tabel di bawah.", "The numbers are in the table below."),
            bars: bars,
            greatest: greatest)
        return tag("figure", [:], tag("figcaption", [:], .text(fiscal(year))), chart.drawing)
    }

    private func accounts(_ plan: Report.Plan) -> Markup {
        let carries = plan.funds.flatMap(\.years).contains {
            $0.carriedIn.value != 0 || $0.carriedOut.value != 0
        }
        var table = Table(
            say(
                "Pagu, belanja, dan sisa per sumber dana (Rp juta)",
                "Ceilings, spending and what is left by fund (Rp million)"),
            [.init(say("Sumber dana", "Fund"), .head)] + accountColumns(carries))
        for fund in ranked(plan.funds) {
            for account in fund.years {
                table.add([name(fund.name)] + cells(account, carries), id: "\(fund.id)/\(account.year)")
            }
        }
        for account in plan.years {
            table.add(
                [words("Semua dana", "All funds")] + cells(account, carries), id: "all/\(account.year)",
                isTotal: true)
        }
        return table.markup
    }

    /// The greatest ceilings first.
    private func ranked(_ funds: [Report.Fund]) -> [Report.Fund] {
        func ceilings(_ fund: Report.Fund) -> Double {
            fund.years.reduce(0) { $0 + Double($1.ceiling.value) }
        }
        return funds.sorted {
            let (one, other) = (ceilings($0), ceilings($1))
            return one != other ? one > other : $0.id < $1.id
        }
    }

    private func accountColumns(_ carries: Bool) -> [Table.Column] {
        let carriedIn = carries ? [Table.Column(say("Luncuran masuk", "Carried in"), .number)] : []
        let carriedOut = carries ? [Table.Column(say("Luncuran keluar", "Carried out"), .number)] : []
        return [.init(say("TA", "FY"), .brief), .init(say("Pagu", "Ceiling"), .number)] + carriedIn
            + [.init(say("Belanja", "Spent"), .number), .init(say("Sisa", "Left"), .number)] + carriedOut
            + [.init(say("Hangus", "Lapses"), .number)]
    }

    private func cells(_ account: Report.Account, _ carries: Bool) -> [Markup] {
        [.text("\(account.year)"), millions(account.ceiling)] + (carries ? [millions(account.carriedIn)] : [])
            + [millions(account.spent), millions(account.slack)]
            + (carries ? [millions(account.carriedOut)] : []) + [millions(account.lapsed)]
    }

    private func years(_ plan: Report.Plan) -> Markup {
        let columns = report.scenario.years.map { Table.Column(fiscal($0), .number) }
        var table = Table(
            say(
                "Belanja per program dan tahun anggaran (Rp juta)",
                "Spending by program and fiscal year (Rp million)"),
            [.init(say("Program, belanja terbesar dahulu", "Program, the greatest spending first"), .head)]
                + columns
                + [.init(say("Jumlah", "Total"), .number)])
        for program in plan.programs.sorted(by: {
            $0.cost.value != $1.cost.value
                ? $0.cost.value > $1.cost.value : $0.candidate.id < $1.candidate.id
        }) {
            table.add(
                [name(program.candidate)] + report.scenario.years.map { millions(program.spend[$0]) }
                    + [millions(program.cost)], id: program.candidate.id)
        }
        table.add(
            [words("Jumlah", "Total")] + plan.years.map { millions($0.spent) } + [millions(plan.cost)],
            id: "total", isTotal: true)
        return table.markup
    }
}
