import Portfolio

/// A written number, read strictly: plain decimal notation and nothing else.
enum NumberText: Equatable {
    /// The exact number.
    case number(Exact)
    /// Not a number.
    case malformed
    /// A decimal comma where the point is used.
    case decimalComma
    /// NaN or an infinity.
    case notFinite
    /// More than 9 decimals.
    case tooManyDecimals
    /// Does not fit.
    case tooLarge

    /// Reads `12`, `-0.25`.
    init(_ text: String) {
        if let exact = Exact(decimal: text) {
            self = .number(exact)
        } else {
            self = NumberText.problem(of: text)
        }
    }

    /// Reads a share: `0.3` or `30%`.
    init(share text: String) {
        guard text.hasSuffix("%") else {
            self.init(text)
            return
        }
        let digits = text.dropLast().reversed().drop { $0 == " " }.reversed()
        self = NumberText(String(digits))
        guard case .number(let percent) = self else { return }
        let share = Exact(Int128(percent.numerator), over: Int128(percent.denominator) * 100)
        self = share.map(NumberText.number) ?? .tooManyDecimals
    }

    /// Reads months: a number, or one followed by `bulan`, `month` or `months`.
    init(months text: String) {
        let words = text.split(separator: " ")
        let isUnit = words.count == 2 && ["bulan", "months", "month"].contains(words[1])
        self.init(isUnit ? String(words[0]) : text)
    }

    private static func problem(of text: String) -> Self {
        let bare = text.drop { $0 == "-" || $0 == "+" || $0 == "." }.lowercased()
        if ["nan", "inf", "infinity"].contains(bare) { return .notFinite }
        let digits = text.drop { $0 == "-" }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
        else { return .malformed }
        if digits.contains(",") { return .decimalComma }
        return parts.count == 2 && parts[1].count > 9 ? .tooManyDecimals : .tooLarge
    }
}
