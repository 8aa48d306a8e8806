/// A year's funds: what is spent, solid, of what is there, outlined.
struct FundBars {
    /// One fund.
    struct Bar {
        let label: String
        let available: Double
        let spent: Double
        let slack: String
        let figure: (path: String, value: String)
    }

    let title: String
    let summary: String
    let bars: [Bar]
    /// The greatest amount over all years, so that the years can be compared.
    let greatest: Double

    var drawing: Markup {
        let height = 32.0 * Double(bars.count) + 4
        var drawing = Drawing(.scaled(width: 300, height: height), title: title, summary: summary)
        let x = Scale(0, greatest, to: (0, 240))
        for (position, bar) in bars.enumerated() {
            let y = 32.0 * Double(position)
            drawing.text(0, .units(y + 11), bar.label.shortened(to: 42))
            drawing.rect(
                0.5, .units(y + 16), .units(max(0.5, x(bar.available))), 10, fill: .paper, stroke: .accent)
            drawing.rect(0.5, .units(y + 16), .units(x(bar.spent)), 10, fill: .accent)
            drawing.text(
                .units(x(bar.available) + 6), .units(y + 25), bar.slack, .muted, figure: bar.figure)
        }
        return drawing.markup
    }
}
