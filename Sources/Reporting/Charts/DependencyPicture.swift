/// Which program leans on which, from left to right.
struct DependencyPicture {
    /// A program.
    struct Node {
        let name: String
        let isChosen: Bool
        let isQuickWin: Bool
    }

    /// How a line is drawn.
    enum Style { case solid, dashed, thin }

    let title: String
    let summary: String
    let nodes: [Node]
    let arrows: [(from: Int, to: Int, style: Style)]

    private static let box = (width: 170.0, height: 32.0)
    private static let pitch = (x: 226.0, y: 44.0)

    var drawing: Markup {
        let layout = LayeredLayout(
            nodes: nodes.count, arrows: arrows.map { LayeredLayout.Arrow(from: $0.from, to: $0.to) })
        var drawing = Drawing(
            .scaled(
                width: Double(layout.depth - 1) * Self.pitch.x + Self.box.width + 2,
                height: (layout.rows - 1) * Self.pitch.y + Self.box.height + 2), title: title,
            summary: summary)
        for (arrow, route) in zip(arrows, layout.routes) {
            draw(route, of: layout, style: arrow.style, in: &drawing)
        }
        for (index, node) in nodes.enumerated() {
            draw(
                node, x: Double(layout.layer[index]) * Self.pitch.x + 1,
                y: layout.height[index] * Self.pitch.y + 1, in: &drawing)
        }
        return drawing.markup
    }

    private func draw(_ node: Node, x: Double, y: Double, in drawing: inout Drawing) {
        drawing.rect(
            .units(x), .units(y), .units(Self.box.width), .units(Self.box.height), fill: .paper,
            stroke: node.isChosen ? .accent : .muted, dashed: !node.isChosen, round: 2)
        if node.isQuickWin {
            drawing.rect(.units(x), .units(y), 5, .units(Self.box.height), fill: .accent)
        }
        let lines = node.name.lines(of: 28, atMost: 2)
        for (number, line) in lines.enumerated() {
            let middle = lines.count == 1 ? 20.0 : 13.5 + 13 * Double(number)
            drawing.text(.units(x + 11), .units(y + middle), line, node.isChosen ? .ink : .muted, size: 10.5)
        }
    }

    private func draw(_ route: [Int], of layout: LayeredLayout, style: Style, in drawing: inout Drawing) {
        let middle = Self.box.height / 2 + 1
        let places = route.map { node in
            (x: Double(layout.layer[node]) * Self.pitch.x + 1, y: layout.height[node] * Self.pitch.y + middle)
        }
        guard let first = places.first, let last = places.last else { return }
        let isForward = last.x > first.x
        var points = [(x: first.x + Self.box.width, y: first.y)]
        for place in places.dropFirst().dropLast() {
            points.append(isForward ? (place.x, place.y) : (place.x + Self.box.width, place.y))
            points.append(isForward ? (place.x + Self.box.width, place.y) : (place.x, place.y))
        }
        points.append((last.x - 5, last.y))
        var data = "M\(points[0].x.short) \(points[0].y.short)"
        for (one, other) in zip(points, points.dropFirst()) {
            let bend = max(24, abs(other.x - one.x) / 2) * (other.x >= one.x || !isForward ? 1 : -1)
            data +=
                "C\((one.x + bend).short) \(one.y.short) \((other.x - bend).short) \(other.y.short) \(other.x.short) \(other.y.short)"
        }
        let ink = style == .thin ? Ink.muted : .ink
        drawing.curve(data, stroke: ink, width: style == .thin ? 0.8 : 1.2, dashed: style != .solid)
        drawing.path(
            [(last.x - 6, last.y - 3.5), (last.x - 0.5, last.y), (last.x - 6, last.y + 3.5)], fill: ink,
            isClosed: true)
    }
}

extension String {
    /// The text broken between words into lines of so many characters; what does not fit ends in an ellipsis.
    func lines(of width: Int, atMost count: Int) -> [String] {
        var lines: [String] = []
        for word in split(whereSeparator: \.isWhitespace).map(String.init) {
            if let last = lines.last, last.count + word.count < width {
                lines[lines.count - 1] = last + " " + word
            } else if lines.count == count {
                lines[count - 1] = (lines[count - 1] + " " + word).shortened(to: width)
                return lines
            } else {
                lines.append(word.shortened(to: width))
            }
        }
        return lines
    }
}
