/// A figure over another one, point by point; what is not proved is hollow.
struct FrontierChart {
    /// One point.
    struct Point {
        let x, y: Double
        let isProved: Bool
        /// What stands beside it; empty for nothing.
        let label: String
    }

    let title: String
    let summary: String
    let points: [Point]
    /// Whether the points are steps of one line.
    let isJoined: Bool
    let formX: (Double) -> String
    let formY: (Double) -> String

    private static let (width, height) = (460.0, 260.0)
    private static let (left, right, top, bottom) = (52.0, 446.0, 16.0, 226.0)

    var drawing: Markup {
        var drawing = Drawing(.scaled(width: Self.width, height: Self.height), title: title, summary: summary)
        let x = Self.scale(points.map(\.x), to: (Self.left, Self.right))
        let y = Self.scale(points.map(\.y), to: (Self.bottom, Self.top))
        frame(x, y, in: &drawing)
        if isJoined {
            drawing.path(points.map { (x($0.x), y($0.y)) }, stroke: .accent, width: 2)
        }
        for point in points {
            drawing.disc(
                .units(x(point.x)), .units(y(point.y)), 3.5, fill: point.isProved ? .accent : .paper,
                stroke: .accent)
            guard !point.label.isEmpty else { continue }
            let isRight = x(point.x) > Self.right - 50
            drawing.text(
                .units(x(point.x) + (isRight ? -8 : 8)), .units(y(point.y) + 4), point.label, .muted,
                anchor: isRight ? .end : .start)
        }
        return drawing.markup
    }

    private static func scale(_ values: [Double], to range: (Double, Double)) -> Scale {
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let margin = 0.05 * (most - least)
        return Scale(least - margin, most + margin, to: range)
    }

    private func frame(_ x: Scale, _ y: Scale, in drawing: inout Drawing) {
        for tick in y.ticks(atMost: 6) {
            drawing.line(.units(Self.left), .units(y(tick)), .units(Self.right), .units(y(tick)), .rule)
            drawing.text(.units(Self.left - 6), .units(y(tick) + 4), formY(tick), .muted, anchor: .end)
        }
        for tick in x.ticks(atMost: 6) {
            let label = formX(tick)
            let place = min(x(tick), Self.width - 3.2 * Double(label.count))
            drawing.line(
                .units(x(tick)), .units(Self.bottom), .units(x(tick)), .units(Self.bottom + 4), .muted)
            drawing.text(.units(place), .units(Self.bottom + 17), label, .muted, anchor: .middle)
        }
    }
}
