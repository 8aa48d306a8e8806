/// What each risk costs, the greatest first: the change when it alone is taken out, with its interval.
struct Tornado {
    /// One risk.
    struct Bar {
        let label: String
        let estimate: Double
        let low: Double
        let high: Double
        let value: String
        let path: String
    }

    let title: String
    let summary: String
    let bars: [Bar]

    var drawing: Markup {
        let height = 26.0 * Double(bars.count) + 8
        var drawing = Drawing(.scaled(width: 360, height: height), title: title, summary: summary)
        let x = Scale(
            min(0, bars.map(\.low).min() ?? 0), max(0, bars.map(\.high).max() ?? 0), to: (150, 308))
        for (position, bar) in bars.enumerated() {
            let y = 26.0 * Double(position) + 4
            let (from, to) = (min(x(0), x(bar.estimate)), max(x(0), x(bar.estimate)))
            drawing.text(144, .units(y + 15), bar.label.shortened(to: 22), anchor: .end)
            drawing.rect(
                .units(from), .units(y + 4), .units(max(0.5, to - from)), 14,
                fill: bar.estimate >= 0 ? .soft : .paper, stroke: .accent)
            drawing.line(
                .units(x(bar.low)), .units(y + 11), .units(x(bar.high)), .units(y + 11), .ink, width: 1.5)
            drawing.text(
                .units(max(to, x(bar.high)) + 5), .units(y + 15), bar.value,
                figure: (bar.path, "\(bar.estimate)"))
        }
        drawing.line(.units(x(0)), 0, .units(x(0)), .units(height), .muted)
        return drawing.markup
    }
}

extension String {
    /// The beginning of the text, with an ellipsis where it is longer.
    func shortened(to count: Int) -> String { self.count <= count ? self : prefix(count - 1) + "…" }
}
