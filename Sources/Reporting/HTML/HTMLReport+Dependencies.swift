import Portfolio

extension HTMLReport {
    /// The picture is drawn up to this many programs; beyond, nobody could follow it.
    private static let greatestPicture = 70

    /// Which program leans on which.
    func dependencies(_ plan: Report.Plan) -> Section {
        let chosen = plan.programs.map(\.candidate)
        let all = chosen + report.leftOut.map(\.candidate)
        let picture = [all, chosen].map { DependencyGraph(of: $0, chosen: Set(chosen.map(\.id))) }
            .first { (1...Self.greatestPicture).contains($0.nodes.count) }
        let content =
            all.allSatisfy { $0.links.isEmpty }
            ? [
                paragraph(
                    words(
                        "Tidak ada program yang bergantung pada program lain.", "No program leans on another."
                    ))
            ]
            : [picture.map { self.picture($0, plan) } ?? tooLarge, table(all, chosen: Set(chosen.map(\.id)))]
        return Section(
            id: "dependencies", title: say("Ketergantungan antarprogram", "Dependencies between programs"),
            content: content)
    }

    private func picture(_ graph: DependencyGraph, _ plan: Report.Plan) -> Markup {
        let wins = Set(plan.programs.filter(\.isQuickWin).map(\.candidate.id))
        let nodes = graph.nodes.map { candidate in
            DependencyPicture.Node(
                name: oneLine(candidate.name), isChosen: graph.chosen.contains(candidate.id),
                isQuickWin: wins.contains(candidate.id))
        }
        let title = say("Gambar ketergantungan", "Dependency picture")
        let picture = DependencyPicture(
            title: title,
            summary: say(
                "Panah menuju program yang memerlukan; daftarnya ada di tabel di bawah.",
                "Arrows point to what needs a program; the list is in the table below."), nodes: nodes,
            arrows: graph.arrows)
        let legend = say(
            "Panah menunjuk dari prasyarat ke program yang memerlukannya. Garis penuh: wajib ada; putus-putus: salah satu dari beberapa; tipis: membantu. Bingkai putus-putus: tidak terpilih; tepi kiri tebal: quick win.",
            "Arrows run from what is needed to what needs it. Full line: cannot be without; dashed: one of several; thin: helps. Dashed frame: not chosen; thick left edge: quick win."
        )
        return .group([
            tag("p", ["class": "note"], .text(legend)),
            tag(
                "div", ["class": "wide", "role": "region", "tabindex": "0", "aria-label": title],
                picture.drawing),
        ])
    }

    private var tooLarge: Markup {
        tag(
            "p", ["class": "note"],
            words(
                "Terlalu banyak program yang saling terkait untuk satu gambar yang terbaca; semuanya ada di tabel.",
                "Too many programs are linked for one readable picture; all of them are in the table."))
    }

    private func table(_ candidates: [Report.Candidate], chosen: Set<String>) -> Markup {
        var table = Table(
            say("Daftar ketergantungan", "List of dependencies"),
            [
                .init(say("Program", "Program"), .head), .init(say("Memerlukan", "Needs")),
                .init(say("Salah satu dari", "One of")), .init(say("Dibantu oleh", "Helped by")),
            ])
        for candidate in candidates.sorted(by: { $0.id < $1.id }) where !candidate.links.isEmpty {
            let left = chosen.contains(candidate.id) ? [] : [words(" (tidak terpilih)", " (not chosen)")]
            let kinds: [Report.Link.Kind] = [.required, .alternative, .helped]
            table.add(
                [.group([name(candidate.name)] + left)] + kinds.map { links(candidate, $0) }, id: candidate.id
            )
        }
        return tag("details", [:], tag("summary", [:], .text(table.caption)), table.markup)
    }

    private func links(_ candidate: Report.Candidate, _ kind: Report.Link.Kind) -> Markup {
        let names = candidate.links.filter { $0.kind == kind }.map { name(report.name(of: $0.program)) }
        return names.isEmpty ? "–" : tag("ul", ["class": "plain"], names.map { tag("li", [:], $0) })
    }
}

/// The linked candidates among some, and the lines between them.
private struct DependencyGraph {
    let nodes: [Report.Candidate]
    let chosen: Set<String>
    let arrows: [(from: Int, to: Int, style: DependencyPicture.Style)]

    init(of candidates: [Report.Candidate], chosen: Set<String>) {
        let known = Set(candidates.map(\.id))
        let linked = Set(
            candidates.flatMap { candidate in
                candidate.links.filter { known.contains($0.program) }.flatMap { [$0.program, candidate.id] }
            })
        let nodes = candidates.filter { linked.contains($0.id) }.sorted { $0.id < $1.id }
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
        self.nodes = nodes
        self.chosen = chosen
        arrows = nodes.enumerated().flatMap { to, candidate in
            candidate.links.compactMap { link in
                places[link.program].map { (from: $0, to: to, style: link.kind.style) }
            }
        }
    }
}

extension Report.Link.Kind {
    fileprivate var style: DependencyPicture.Style {
        switch self {
        case .required: .solid
        case .alternative: .dashed
        case .helped: .thin
        }
    }
}
