import Portfolio

extension HTMLReport {
    /// The picture holds up to this many programs; with more, nobody could follow it.
    private static let greatestPicture = 70
    /// Where there are more, only so many are drawn.
    private static let partialPicture = 40

    /// Which program leans on which.
    func dependencies(_ plan: Report.Plan) -> Section {
        let chosen = plan.programs.map(\.candidate)
        let all = chosen + report.leftOut.map(\.candidate)
        let graphs = [all, chosen].map { DependencyGraph(of: $0, chosen: Set(chosen.map(\.id))) }
        let whole = graphs.first { (1...Self.greatestPicture).contains($0.nodes.count) }
        let content =
            all.allSatisfy { $0.links.isEmpty }
            ? [
                paragraph(
                    words(
                        "Tidak ada program yang bergantung pada program lain.", "No program leans on another."
                    ))
            ]
            : [
                whole.map { picture($0, plan) } ?? part(of: graphs[0], plan),
                table(all, chosen: Set(chosen.map(\.id))),
            ]
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

    /// Of many linked programs those that most others lean on.
    private func part(of graph: DependencyGraph, _ plan: Report.Plan) -> Markup {
        let backbone = graph.backbone(of: Self.partialPicture)
        let shown = forms.whole(Int64(backbone.nodes.count))
        let linked = forms.whole(Int64(graph.nodes.count))
        let note = say(
            "Dari \(linked) program yang saling terkait, gambar ini memuat \(shown) yang paling banyak menjadi tumpuan program lain. Semuanya ada di tabel.",
            "Of \(linked) linked programs the picture holds the \(shown) that most others lean on. All of them are in the table."
        )
        return .group([tag("p", ["class": "note"], .text(note)), picture(backbone, plan)])
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

    /// The programs that most others lean on, with the lines among them.
    func backbone(of most: Int) -> DependencyGraph {
        let leaning = Dictionary(grouping: arrows, by: \.from).mapValues(\.count)
        let order = nodes.indices.sorted {
            let (one, other) = (leaning[$0] ?? 0, leaning[$1] ?? 0)
            return one != other ? one > other : $0 < $1
        }
        return DependencyGraph(of: order.prefix(most).map { nodes[$0] }, chosen: chosen)
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
