/// A figure over another one, point by point; what is not proved is hollow.
struct FrontierChart {
    /// One point.
    struct Point {
        let x, y: Double
        let isProved: Bool
        /// What stands beside it where there is room; empty for nothing.
        let label: String
    }

    let title: String
    let summary: String
    let points: [Point]
    /// Places without a point, span by span, and what is written there.
    let blanks: (spans: [ClosedRange<Double>], label: String)
    /// Whether the points are steps of one line.
    let isJoined: Bool
    /// A place to compare with and what it is called; drawn where the points are on both its sides.
    let marked: (x: Double, label: String)?
    /// A value of an axis with so many decimals.
    let formX: (Double, Int) -> String
    /// How many of the units that are written make one of a value: 100 for percentages.
    let unitX: Double
    let formY: (Double, Int) -> String

    private static let (width, height) = (460.0, 260.0)
    private static let (right, top, bottom) = (446.0, 16.0, 226.0)
    /// What a character takes at most, on average, at the drawing's size.
    private static let character = 6.9

    var drawing: Markup {
        var drawing = Drawing(.scaled(width: Self.width, height: Self.height), title: title, summary: summary)
        let y = Self.scale(points.map(\.y), to: (Self.bottom, Self.top))
        let rows = Self.labels(y, unit: 1, formY)
        let left = 14 + Self.character * Double(rows.map(\.label.count).max() ?? 0)
        let ends = blanks.spans.flatMap { [$0.lowerBound, $0.upperBound] }
        let x = Self.scale(points.map(\.x) + ends, to: (left, Self.right))
        frame(x, rows, left: left, in: &drawing)
        var taken = points.map { LabelBox(x: x($0.x) - 4...x($0.x) + 4, y: y($0.y) - 4...y($0.y) + 4) }
        leaveBlank(x, in: &drawing, &taken)
        mark(x, in: &drawing)
        if isJoined { drawing.path(points.map { (x($0.x), y($0.y)) }, stroke: .accent, width: 2) }
        for point in points {
            drawing.disc(
                .units(x(point.x)), .units(y(point.y)), 3.5, fill: point.isProved ? .accent : .paper,
                stroke: .accent)
        }
        label(x, y, in: &drawing, &taken)
        return drawing.markup
    }

    private static func scale(_ values: [Double], to range: (Double, Double)) -> Scale {
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let margin = 0.05 * (most - least)
        return Scale(least - margin, most + margin, to: range)
    }

    /// Places of an axis with what is written there, with as many decimals as tell neighbours apart.
    private static func labels(
        _ scale: Scale, unit: Double, _ form: (Double, Int) -> String
    ) -> [(place: Double, label: String)] {
        let ticks = scale.ticks(atMost: 6)
        let step = ticks.count > 1 ? (ticks[1] - ticks[0]) * unit : 1
        let places = (0...6).first { places in
            let scaled = step * (0..<places).reduce(1.0) { power, _ in power * 10 }
            return abs(scaled - scaled.rounded()) < 1e-6 * scaled
        }
        return ticks.map { (scale($0), form($0, places ?? 6)) }
    }

    private func frame(
        _ x: Scale, _ rows: [(place: Double, label: String)], left: Double, in drawing: inout Drawing
    ) {
        for row in rows {
            drawing.line(.units(left), .units(row.place), .units(Self.right), .units(row.place), .rule)
            drawing.text(.units(left - 6), .units(row.place + 4), row.label, .muted, anchor: .end)
        }
        for column in Self.labels(x, unit: unitX, formX) {
            let place = min(column.place, Self.width - Self.character / 2 * Double(column.label.count))
            drawing.line(
                .units(column.place), .units(Self.bottom), .units(column.place), .units(Self.bottom + 4),
                .muted)
            drawing.text(.units(place), .units(Self.bottom + 17), column.label, .muted, anchor: .middle)
        }
    }

    /// Shows spans without a point, and writes what they are at the foot, or at the head where points are in
    /// the way.
    private func leaveBlank(_ x: Scale, in drawing: inout Drawing, _ taken: inout [LabelBox]) {
        let width = Self.character * Double(blanks.label.count)
        for span in blanks.spans {
            let (from, to) = (x(span.lowerBound), x(span.upperBound))
            drawing.line(
                .units(from - 3), .units(Self.bottom - 8), .units(to + 3), .units(Self.bottom - 8), .warn,
                width: 2)
            let isRight = from > Self.width / 2
            let left = isRight ? to + 3 - width : from - 3
            let boxes = [Self.bottom - 14, Self.top + 8].map {
                LabelBox(x: left...left + width, y: $0 - 10...$0 + 2)
            }
            guard let box = boxes.first(where: { !taken.contains(where: $0.overlaps) }) else { continue }
            taken.append(box)
            drawing.text(
                .units(isRight ? to + 3 : from - 3), .units(box.y.upperBound - 2), blanks.label, .warn,
                anchor: isRight ? .end : .start)
        }
    }

    private func mark(_ x: Scale, in drawing: inout Drawing) {
        guard let marked, points.contains(where: { $0.x < marked.x }),
            points.contains(where: { $0.x > marked.x })
        else { return }
        let place = x(marked.x)
        drawing.line(
            .units(place), .units(Self.top), .units(place), .units(Self.bottom), .ink, dashed: true)
        drawing.text(.units(place + 5), .units(Self.top + 8), marked.label)
    }

    /// Writes the labels that cover neither a point nor an earlier label, both ends first.
    private func label(_ x: Scale, _ y: Scale, in drawing: inout Drawing, _ taken: inout [LabelBox]) {
        let places = points.map { (x: x($0.x), y: y($0.y)) }
        let order = [points.count - 1, 0] + points.indices.dropFirst().dropLast()
        for index in order where !points[index].label.isEmpty {
            let (place, label) = (places[index], points[index].label)
            let width = Self.character * Double(label.count)
            let sides = [(Drawing.Anchor.start, place.x + 7), (.end, place.x - 7 - width)]
            let free = sides.lazy.map { anchor, from in
                (anchor, LabelBox(x: from...from + width, y: place.y - 6...place.y + 6))
            }.first { _, box in box.x.upperBound <= Self.width && !taken.contains(where: box.overlaps) }
            guard let (anchor, box) = free else { continue }
            taken.append(box)
            drawing.text(
                .units(place.x + (anchor == .start ? 7 : -7)), .units(place.y + 4), label, .muted,
                anchor: anchor)
        }
    }
}

/// The room that a label takes.
private struct LabelBox {
    let x, y: ClosedRange<Double>

    func overlaps(_ other: LabelBox) -> Bool { x.overlaps(other.x) && y.overlaps(other.y) }
}
