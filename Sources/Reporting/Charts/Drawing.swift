/// A drawing with a title and a description for those who cannot see it.
struct Drawing {
    /// Its extent.
    enum Extent {
        /// Drawn in these units and scaled as a whole.
        case scaled(width: Double, height: Double)
        /// As wide as its place, this many units high; horizontal places are percentages.
        case fluid(height: Double)
    }

    let extent: Extent
    let title: String
    let summary: String
    var shapes: [Markup] = []

    init(_ extent: Extent, title: String, summary: String = "") {
        self.extent = extent
        self.title = title
        self.summary = summary
    }

    private var isFluid: Bool {
        if case .fluid = extent { true } else { false }
    }

    private static let family = "Liberation Sans, Arial, sans-serif"

    var markup: Markup {
        let described = summary.isEmpty ? [] : [tag("desc", [:], .text(summary))]
        let content = [tag("title", [:], .text(title))] + described + shapes
        switch extent {
        case .scaled(let width, let height):
            return tag(
                "svg",
                [
                    "role": "img", "viewBox": "0 0 \(width.short) \(height.short)", "width": width.short,
                    "height": height.short, "font-size": "11", "font-family": Self.family,
                    "class": "chart",
                ], content)
        case .fluid(let height):
            return tag(
                "svg", ["role": "img", "width": "100%", "height": height.short, "class": "strip"], content)
        }
    }

    /// Adds a rectangle.
    mutating func rect(
        _ x: Length, _ y: Length, _ width: Length, _ height: Length, fill: Ink? = nil, stroke: Ink? = nil,
        dashed: Bool = false, round: Double? = nil
    ) {
        shapes.append(
            tag(
                "rect",
                [
                    "x": x.text, "y": y.text, "width": width.text, "height": height.text,
                    "rx": round?.short, "fill": fill?.light ?? "none", "stroke": stroke?.light,
                    "stroke-dasharray": dashed ? "3 2" : nil, "class": Self.classes(fill, stroke),
                ]))
    }

    /// Adds a line.
    mutating func line(
        _ x1: Length, _ y1: Length, _ x2: Length, _ y2: Length, _ stroke: Ink, width: Double = 1,
        dashed: Bool = false
    ) {
        shapes.append(
            tag(
                "line",
                [
                    "x1": x1.text, "y1": y1.text, "x2": x2.text, "y2": y2.text, "stroke": stroke.light,
                    "stroke-width": width == 1 ? nil : width.short, "stroke-dasharray": dashed ? "4 3" : nil,
                    "class": Self.classes(nil, stroke),
                ]))
    }

    /// Adds a disc.
    mutating func disc(_ x: Length, _ y: Length, _ radius: Double, fill: Ink, stroke: Ink? = nil) {
        shapes.append(
            tag(
                "circle",
                [
                    "cx": x.text, "cy": y.text, "r": radius.short, "fill": fill.light,
                    "stroke": stroke?.light, "class": Self.classes(fill, stroke),
                ]))
    }

    /// Adds a path in the drawing's units.
    mutating func path(
        _ points: [(x: Double, y: Double)], stroke: Ink? = nil, fill: Ink? = nil, width: Double = 1,
        dashed: Bool = false, isClosed: Bool = false
    ) {
        let steps = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x.short) \($1.y.short)" }
        curve(
            steps.joined() + (isClosed ? "Z" : ""), stroke: stroke, fill: fill, width: width, dashed: dashed)
    }

    /// Adds a path by its data.
    mutating func curve(
        _ data: String, stroke: Ink? = nil, fill: Ink? = nil, width: Double = 1, dashed: Bool = false
    ) {
        shapes.append(
            tag(
                "path",
                [
                    "d": data, "fill": fill?.light ?? "none", "stroke": stroke?.light,
                    "stroke-width": width == 1 ? nil : width.short, "stroke-dasharray": dashed ? "4 3" : nil,
                    "class": Self.classes(fill, stroke),
                ]))
    }

    /// How a text stands to its place.
    enum Anchor: String { case start, middle, end }

    /// Adds a text; `figure` is the number's place and value in the outcome.
    mutating func text(
        _ x: Length, _ y: Length, _ content: String, _ fill: Ink = .ink, anchor: Anchor = .start,
        size: Double? = nil, isBold: Bool = false, figure: (path: String, value: String)? = nil
    ) {
        shapes.append(
            tag(
                "text",
                [
                    "x": x.text, "y": y.text, "fill": fill.light,
                    "font-size": size?.short ?? (isFluid ? "11" : nil),
                    "font-family": isFluid ? Self.family : nil,
                    "font-weight": isBold ? "600" : nil,
                    "text-anchor": anchor == .start ? nil : anchor.rawValue,
                    "class": Self.classes(fill, nil), "data-path": figure?.path, "data-value": figure?.value,
                ], .text(content)))
    }

    private static func classes(_ fill: Ink?, _ stroke: Ink?) -> String? {
        let names = [fill.map { "f-\($0)" }, stroke.map { "s-\($0)" }].compactMap(\.self)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }
}
