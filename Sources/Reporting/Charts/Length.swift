/// A place or size in a drawing: in its own units, or as a part of its width.
enum Length: Sendable {
    /// Units of the drawing.
    case units(Double)
    /// Percent of the drawing's width or height.
    case percent(Double)

    var text: String {
        switch self {
        case .units(let value): value.short
        case .percent(let value): value.short + "%"
        }
    }
}

extension Length: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    init(floatLiteral value: Double) { self = .units(value) }
    init(integerLiteral value: Int) { self = .units(Double(value)) }
}

extension Double {
    /// At most two decimals, no needless zeros: drawings need no more.
    var short: String {
        let hundredths = Int64((self * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
