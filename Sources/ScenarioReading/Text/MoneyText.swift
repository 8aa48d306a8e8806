import Portfolio

/// A written amount of money, read strictly.
enum MoneyText: Equatable {
    /// Whole rupiah.
    case rupiah(Rupiah)
    /// None of the written forms.
    case malformed
    /// A separator before exactly three digits; the two readings.
    case ambiguous(decimal: String, grouped: String)
    /// Not whole rupiah.
    case fractional
    /// Below 0.
    case negative
    /// Above ``largest``.
    case tooLarge

    /// The largest accepted amount, a little below 2⁵³ rupiah: what a report, a spreadsheet and a browser
    /// still count rupiah by rupiah.
    static let largest: Rupiah = 9_000_000_000_000_000

    private static let units: [(name: String, zeros: Int)] = [
        ("ribu", 3), ("juta", 6), ("miliar", 9), ("triliun", 12),
    ]

    /// Reads `1250000`, `Rp 1.250.000`, `750 juta`, `1,5 miliar`.
    init(_ written: String) {
        var text = Substring(written)
        guard text.first != "-" else {
            let rest = MoneyText(String(text.dropFirst()))
            self = rest == .malformed || rest == .negative ? .malformed : .negative
            return
        }
        let hasSign = text.lowercased().hasPrefix("rp")
        if hasSign { text = text.dropFirst(2).drop { $0 == " " } }
        if let unit = MoneyText.units.first(where: { text.hasSuffix($0.name) }) {
            self = MoneyText.scaled(text.dropLast(unit.name.count), unit: unit)
        } else if text.contains(".") || text.contains(",") {
            self = hasSign ? MoneyText.grouped(text) : MoneyText.separated(text)
        } else {
            self = MoneyText.whole(text)
        }
    }

    private static func whole(_ text: Substring) -> Self {
        guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { return .malformed }
        guard let value = Rupiah(text), value <= largest else { return .tooLarge }
        return .rupiah(value)
    }

    private static func grouped(_ text: Substring) -> Self {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.utf8.count),
            groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return .malformed }
        return whole(Substring(groups.joined()))
    }

    /// A number with separators but neither `Rp` nor a unit: never certain.
    private static func separated(_ text: Substring) -> Self {
        guard case .rupiah(let value) = grouped(text) else {
            let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
            let isDecimal =
                parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
            return isDecimal ? .fractional : .malformed
        }
        return .ambiguous(decimal: "\(text)", grouped: "Rp \(value)")
    }

    private static func scaled(_ text: Substring, unit: (name: String, zeros: Int)) -> Self {
        guard let last = text.last, last == " " || isDigit(last.utf8.first ?? 0) else { return .malformed }
        let number = text.reversed().drop { $0 == " " }.reversed()
        let parts = String(number).split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
        else { return .malformed }
        let decimals = parts.count == 2 ? parts[1].utf8.count : 0
        if decimals == 3 {
            return .ambiguous(
                decimal: "\(parts[0]).\(parts[1])0 \(unit.name)",
                grouped: "\(parts[0])\(parts[1]) \(unit.name)")
        }
        return rupiah(digits: parts.joined(), decimals: decimals, zeros: unit.zeros)
    }

    private static func rupiah(digits: String, decimals: Int, zeros: Int) -> Self {
        let kept = digits.reversed().drop { $0 == "0" }
        let fractionDigits = max(0, decimals - (digits.count - kept.count))
        guard fractionDigits <= zeros else { return .fractional }
        let trimmed = String(digits.dropLast(min(decimals, digits.count - kept.count)))
        return whole(Substring(trimmed + String(repeating: "0", count: zeros - fractionDigits)))
    }
}
