import Portfolio

/// A program's line of the Gantt chart: its work as a bar, its finish in the simulation as a whisker.
///
/// The bar is full for a quick win and hollow otherwise; the part of the work that was done before the plan is dark.
struct TimelineStrip {
    private let start: Month
    private let end: Month
    /// Months from the left edge to the right one.
    private let months: Double

    /// Makes room for the calendar, and for finishes up to a year after it.
    ///
    /// - Parameter latest: the latest finish to be shown, months after the calendar's beginning.
    init(start: Month, end: Month, latest: Double) {
        self.start = start
        self.end = end
        let calendar = Double(end.ordinal + 1 - start.ordinal)
        months = max(calendar, min(calendar + 12, latest.rounded(.up) + 1))
    }

    /// What the strip shows.
    struct Bar {
        let first: Month
        let last: Month
        let isQuickWin: Bool
        let done: Double?
        let finish: (p10: Double, p50: Double, p90: Double)?
    }

    private var years: [FiscalYear] {
        let last = start.advanced(by: Int(months) - 1)
        return (start.year...max(start.year, last.year)).map(FiscalYear.init)
    }

    private func grid(in drawing: inout Drawing, height: Int, _ ink: Ink) {
        for year in years.dropFirst() {
            let x = place(Double(Month(year: year.year, month: 1).ordinal - start.ordinal))
            drawing.line(.percent(x), 0, .percent(x), .units(Double(height)), ink)
        }
        let x = place(Double(end.ordinal + 1 - start.ordinal))
        drawing.line(.percent(x), 0, .percent(x), .units(Double(height)), .ink, dashed: true)
    }

    private func place(_ month: Double) -> Double { min(100, max(0, 100 * month / months)) }

    /// The years over the strips.
    func axis(title: String, label: (FiscalYear) -> String) -> Markup {
        var drawing = Drawing(.fluid(height: 16), title: title)
        grid(in: &drawing, height: 16, .muted)
        for year in years {
            let x = place(Double(Month(year: year.year, month: 1).ordinal - start.ordinal))
            drawing.text(.percent(x + 1), 12, label(year), .muted)
        }
        return drawing.markup
    }

    func drawing(_ bar: Bar, title: String) -> Markup {
        var drawing = Drawing(.fluid(height: 22), title: title)
        grid(in: &drawing, height: 22, .rule)
        work(bar, in: &drawing)
        if let finish = bar.finish { whisker(finish, in: &drawing) }
        return drawing.markup
    }

    private func work(_ bar: Bar, in drawing: inout Drawing) {
        let from = place(Double(bar.first.ordinal - start.ordinal))
        let to = place(Double(bar.last.ordinal + 1 - start.ordinal))
        drawing.rect(
            .percent(from), 6, .percent(to - from), 10, fill: bar.isQuickWin ? .accent : .soft,
            stroke: .accent)
        if let done = bar.done {
            drawing.rect(.percent(from), 6, .percent((to - from) * done), 10, fill: .ink, stroke: .ink)
        }
    }

    private func whisker(_ finish: (p10: Double, p50: Double, p90: Double), in drawing: inout Drawing) {
        let (low, middle, high) = (place(finish.p10), place(finish.p50), place(finish.p90))
        drawing.line(.percent(low), 19, .percent(high), 19, .warn, width: 1.5)
        drawing.line(.percent(low), 16.5, .percent(low), 21.5, .warn, width: 1.5)
        drawing.line(.percent(high), 16.5, .percent(high), 21.5, .warn, width: 1.5)
        drawing.disc(.percent(middle), 19, 2.5, fill: .warn)
    }
}
