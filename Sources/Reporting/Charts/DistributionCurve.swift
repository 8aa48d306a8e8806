/// An S-curve: with which confidence a figure is not exceeded, beside what was planned.
struct DistributionCurve {
    let title: String
    let summary: String
    let points: [(probability: Double, value: Double)]
    let planned: Double
    let plannedLabel: String
    let form: (Double) -> String
    let percent: (Double) -> String

    private static let width = 360.0
    private static let (left, right, top, bottom) = (38.0, 350.0, 22.0, 190.0)

    var drawing: Markup {
        var drawing = Drawing(.scaled(width: Self.width, height: 220), title: title, summary: summary)
        let values = points.map(\.value) + [planned]
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let margin = 0.04 * (most - least)
        let x = Scale(least - margin, most + margin, to: (Self.left, Self.right))
        let y = Scale(0, 1, to: (Self.bottom, Self.top))
        frame(x, y, in: &drawing)
        drawing.path(points.map { (x($0.value), y($0.probability)) }, stroke: .accent, width: 2)
        marks(x, y, in: &drawing)
        return drawing.markup
    }

    private func frame(_ x: Scale, _ y: Scale, in drawing: inout Drawing) {
        for share in [0.0, 0.2, 0.4, 0.6, 0.8, 1] {
            drawing.line(.units(Self.left), .units(y(share)), .units(Self.right), .units(y(share)), .rule)
            drawing.text(.units(Self.left - 5), .units(y(share) + 4), percent(share), .muted, anchor: .end)
        }
        for tick in x.ticks(atMost: 5) {
            drawing.line(
                .units(x(tick)), .units(Self.bottom), .units(x(tick)), .units(Self.bottom + 4), .muted)
            let label = form(tick)
            let place = min(x(tick), Self.width - 3.2 * Double(label.count))
            drawing.text(.units(place), .units(Self.bottom + 17), label, .muted, anchor: .middle)
        }
    }

    private func marks(_ x: Scale, _ y: Scale, in drawing: inout Drawing) {
        let place = x(planned)
        drawing.line(.units(place), .units(Self.top), .units(place), .units(Self.bottom), .ink, dashed: true)
        let isRight = place > 200
        drawing.text(
            .units(min(Self.right, max(Self.left, place))), 14, plannedLabel,
            anchor: isRight ? .end : .start)
    }
}
