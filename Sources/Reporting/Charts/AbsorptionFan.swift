/// How much of each year's money is spent by the end of each quarter, from P10 to P90, beside what is usual.
struct AbsorptionFan {
    /// The end of a quarter.
    struct Quarter {
        let label: String
        let year: String
        let spread: (p10: Double, p50: Double, p90: Double)?
        let typical: Double?
    }

    let title: String
    let summary: String
    let quarters: [Quarter]
    let percent: (Double) -> String

    private static let (left, right, top, bottom) = (38.0, 352.0, 10.0, 170.0)

    var drawing: Markup {
        var drawing = Drawing(.scaled(width: 360, height: 210), title: title, summary: summary)
        let y = Scale(0, 1, to: (Self.bottom, Self.top))
        for share in [0.0, 0.25, 0.5, 0.75, 1] {
            drawing.line(.units(Self.left), .units(y(share)), .units(Self.right), .units(y(share)), .rule)
            drawing.text(.units(Self.left - 5), .units(y(share) + 4), percent(share), .muted, anchor: .end)
        }
        let step = (Self.right - Self.left) / Double(max(1, quarters.count))
        for (position, quarter) in quarters.enumerated() {
            let x = Self.left + (Double(position) + 0.5) * step
            bar(quarter, at: x, width: min(14, step * 0.6), y, in: &drawing)
            if quarters.count <= 12 {
                drawing.text(.units(x), .units(Self.bottom + 15), quarter.label, .muted, anchor: .middle)
            }
            if position % 4 == 0 {
                drawing.line(
                    .units(x - step / 2), .units(Self.top), .units(x - step / 2), .units(Self.bottom + 34),
                    .muted)
                drawing.text(.units(x - step / 2 + 4), .units(Self.bottom + 32), quarter.year)
            }
        }
        return drawing.markup
    }

    private func bar(
        _ quarter: Quarter, at x: Double, width: Double, _ y: Scale, in drawing: inout Drawing
    ) {
        if let spread = quarter.spread {
            let (high, low) = (y(spread.p90), y(spread.p10))
            drawing.rect(
                .units(x - width / 2), .units(high), .units(width), .units(max(1, low - high)), fill: .soft,
                stroke: .accent)
            drawing.line(
                .units(x - width / 2), .units(y(spread.p50)), .units(x + width / 2), .units(y(spread.p50)),
                .accent, width: 2.5)
        }
        if let typical = quarter.typical {
            let place = y(typical)
            drawing.path(
                [(x, place - 4), (x + 4, place), (x, place + 4), (x - 4, place)], stroke: .paper, fill: .warn,
                isClosed: true)
        }
    }
}
