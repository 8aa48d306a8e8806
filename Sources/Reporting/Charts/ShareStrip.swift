/// A share or probability from 0 to 1 with its interval, as a point on a line.
struct ShareStrip {
    let title: String

    func drawing(_ estimate: Double, low: Double, high: Double) -> Markup {
        var drawing = frame
        drawing.line(.percent(place(low)), 8, .percent(place(high)), 8, .accent, width: 3)
        drawing.disc(.percent(place(estimate)), 8, 4, fill: .accent, stroke: .paper)
        return drawing.markup
    }

    /// A bar from 0 to a share of the greatest value.
    func bar(_ share: Double, isFull: Bool = true) -> Markup {
        var drawing = Drawing(.fluid(height: 16), title: title)
        drawing.rect(
            .percent(0), 3, .percent(100 * min(1, max(0, share))), 10, fill: isFull ? .accent : .soft,
            stroke: .accent)
        return drawing.markup
    }

    private var frame: Drawing {
        var drawing = Drawing(.fluid(height: 16), title: title)
        drawing.line(.percent(2), 8, .percent(98), 8, .rule)
        for tick in [0.0, 0.5, 1] {
            drawing.line(.percent(place(tick)), 4, .percent(place(tick)), 12, .muted)
        }
        return drawing
    }

    private func place(_ share: Double) -> Double { 2 + 96 * min(1, max(0, share)) }
}
