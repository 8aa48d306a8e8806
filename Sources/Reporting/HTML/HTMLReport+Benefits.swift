import Portfolio

extension HTMLReport {
    /// Benefits by dimension and proposer, and the rules that the plan keeps.
    func benefits(_ plan: Report.Plan) -> Section {
        Section(
            id: "benefits",
            title: say("Manfaat per dimensi dan pengusul", "Benefits by dimension and proposer"),
            content: [dimensions(plan), bottomUp(plan), proposers(plan), owners(plan)] + rules(plan))
    }

    private func dimensions(_ plan: Report.Plan) -> Markup {
        let weights = Dictionary(report.scenario.dimensions.map { ($0.id, $0.weight) }) { first, _ in first }
        var table = Table(
            say("Per dimensi utama, nilai terbesar dahulu", "By primary dimension, the greatest value first"),
            [
                .init(say("Dimensi", "Dimension"), .head),
                .init(say("Nilai dibanding yang terbesar", "Value, beside the greatest"), .drawing),
                .init(say("Nilai", "Value"), .number), .init(say("Program", "Programs"), .number),
                .init(say("Belanja (Rp juta)", "Spending (Rp million)"), .number),
                .init(say("Bobot", "Weight"), .number),
                .init(say("Skor per tahun dari semua program", "Points a year from all programs"), .number),
            ])
        for part in ranked(plan.byDimension) {
            table.add(
                [
                    name(report.scenario.dimension(part.id)), strip(part, of: plan.byDimension),
                    decimal(part.value), whole(part.count), millions(part.cost),
                    percent(weights[part.id]), decimal(part.points, places: 1),
                ], id: part.id)
        }
        return table.markup
    }

    private func bottomUp(_ plan: Report.Plan) -> Markup {
        guard let part = plan.bottomUp else { return .group([]) }
        return paragraph(
            words(
                "Usulan dari bawah (dunia usaha, masyarakat, akademisi) mendapat ",
                "Proposals from below (business, community, academia) get "),
            tag("strong", [:], percent(part.share)), words(" belanja: ", " of the spending: "),
            whole(part.count), words(" program, ", " programs, "), rupiah(part.cost),
            words(", nilai ", ", value "), decimal(part.value), ".")
    }

    private func proposers(_ plan: Report.Plan) -> Markup {
        var table = Table(
            say("Per pengusul", "By proposer"),
            [.init(say("Pengusul", "Proposer"), .head)] + partColumns)
        for part in ranked(plan.byProposer) {
            table.add([proposer(part.id)] + cells(part, of: plan.byProposer), id: part.id)
        }
        return table.markup
    }

    private func owners(_ plan: Report.Plan) -> Markup {
        var table = Table(
            say("Per OPD pengampu", "By agency"), [.init(say("OPD", "Agency"), .head)] + partColumns)
        for part in ranked(plan.byOwner) {
            table.add(
                [name(report.scenario.owner(part.id))] + cells(part, of: plan.byOwner), id: part.id)
        }
        return table.markup
    }

    private var partColumns: [Table.Column] {
        [
            .init(say("Nilai dibanding yang terbesar", "Value, beside the greatest"), .drawing),
            .init(say("Nilai", "Value"), .number), .init(say("Program", "Programs"), .number),
            .init(say("Belanja (Rp juta)", "Spending (Rp million)"), .number),
            .init(say("Bagian belanja", "Share of spending"), .number),
        ]
    }

    private func cells(_ part: Report.Part, of parts: [Report.Part]) -> [Markup] {
        [
            strip(part, of: parts), decimal(part.value), whole(part.count), millions(part.cost),
            percent(part.share),
        ]
    }

    private func strip(_ part: Report.Part, of parts: [Report.Part]) -> Markup {
        let greatest = parts.map(\.value.value).max() ?? 0
        return ShareStrip(title: say("Nilai ", "Value ") + forms.decimal(part.value.value))
            .bar(greatest > 0 ? part.value.value / greatest : 0)
    }

    private func ranked(_ parts: [Report.Part]) -> [Report.Part] {
        parts.sorted { $0.value.value != $1.value.value ? $0.value.value > $1.value.value : $0.id < $1.id }
    }

    private func rules(_ plan: Report.Plan) -> [Markup] {
        guard !plan.rules.isEmpty else { return [] }
        var table = Table(
            say("Ketentuan portofolio dan yang dicapai", "Portfolio rules and what is reached"),
            [
                .init(say("Ketentuan", "Rule"), .head), .init(say("Dicapai", "Reached"), .number),
                .init(say("Batas", "Limit")), .init(say("Alasan", "Reason")),
            ])
        for rule in plan.rules {
            let id = rule.id + (rule.span.map { " (\($0))" } ?? "")
            table.add(
                [
                    name(id), measure(rule.measure, of: rule), limits(rule),
                    rule.reason.map { name($0) } ?? "–",
                ],
                id: id)
        }
        return [table.markup]
    }

    private func measure(_ figure: Figure<Double>, of rule: Report.Rule) -> Markup {
        guard rule.isMoney, let amount = Rupiah(exactly: figure.value) else { return plain(figure) }
        return number(forms.rupiah(amount), path: figure.path, value: "\(figure.value)")
    }

    private func limits(_ rule: Report.Rule) -> Markup {
        let least = words("paling sedikit ", "at least ")
        let most = words("paling banyak ", "at most ")
        var parts: [Markup] = []
        for (word, limit) in [(least, rule.min), (most, rule.max)] {
            if let limit { parts += [parts.isEmpty ? "" : "; ", word, measure(limit, of: rule)] }
        }
        for (word, share) in [(least, rule.minShare), (most, rule.maxShare)] {
            guard let share, let whole = rule.whole else { continue }
            parts += [
                parts.isEmpty ? "" : "; ", word, percent(share), words(" dari ", " of "),
                measure(whole, of: rule),
            ]
        }
        return .group(parts)
    }
}
