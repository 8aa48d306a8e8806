import Portfolio

extension RuleID {
    /// Text that is not a number.
    static let invalidNumber = RuleID("invalid-number")
    /// A number outside its range.
    static let numberRange = RuleID("number-range")
    /// More decimals than are kept.
    static let tooManyDecimals = RuleID("too-many-decimals")
    /// A fraction where a whole number is needed.
    static let notWhole = RuleID("not-whole")
}

/// How a number is written.
enum Notation {
    /// `0.3`
    case plain
    /// `0.3` or `30%`
    case share
    /// `9` or `9 bulan`, not negative.
    case months

    /// The range that the notation itself sets.
    var range: ClosedRange<Exact> {
        switch self {
        case .plain, .share: -1_000_000_000_000...1_000_000_000_000
        case .months: 0...1_200
        }
    }
}

extension Place {
    /// The exact number; a finding where it is none or lies outside the range.
    func number(_ notation: Notation = .plain, in range: ClosedRange<Exact>? = nil) -> Exact? {
        guard let text = text() else { return nil }
        guard let value = number(text, notation), isWithin(value, range ?? notation.range, text) else {
            return nil
        }
        keep(value.description)
        return value
    }

    /// The number as a Double.
    func double(_ notation: Notation = .plain, in range: ClosedRange<Exact>? = nil) -> Double? {
        number(notation, in: range)?.doubleValue
    }

    /// The whole number; a finding where it is none or lies outside the range.
    func integer(in range: ClosedRange<Int>) -> Int? {
        let limits = Exact(Int64(range.lowerBound))...Exact(Int64(range.upperBound))
        guard let value = number(in: limits) else { return nil }
        guard value.denominator == 1 else {
            error(
                .notWhole,
                LocalizedText(
                    "`\(value)` bukan bilangan bulat.", english: "`\(value)` is not a whole number."),
                remedy: LocalizedText("Tulis bilangan bulat.", english: "Write a whole number."))
            return nil
        }
        return Int(value.numerator)
    }

    /// A share from 0 to 1.
    func share() -> Exact? { number(.share, in: 0...1) }

    private func number(_ text: String, _ notation: Notation) -> Exact? {
        let read =
            switch notation {
            case .plain: NumberText(text)
            case .share: NumberText(share: text)
            case .months: NumberText(months: text)
            }
        if case .number(let value) = read { return value }
        report(read, text, notation)
        return nil
    }

    private func isWithin(_ value: Exact, _ range: ClosedRange<Exact>, _ text: String) -> Bool {
        guard !range.contains(value) else { return true }
        let (low, high) = (range.lowerBound, range.upperBound)
        error(
            .numberRange,
            LocalizedText("`\(text)` di luar rentang.", english: "`\(text)` is out of range."),
            remedy: LocalizedText(
                "Tulis nilai dari \(low) sampai \(high).", english: "Write a value from \(low) to \(high)."))
        return false
    }

    private func report(_ read: NumberText, _ text: String, _ notation: Notation) {
        switch read {
        case .tooManyDecimals:
            error(
                .tooManyDecimals,
                LocalizedText(
                    "`\(text)` memuat terlalu banyak desimal.", english: "`\(text)` has too many decimals."),
                remedy: LocalizedText("Tulis paling banyak 9 desimal.", english: "Write at most 9 decimals."))
        case .tooLarge:
            error(
                .numberRange,
                LocalizedText("`\(text)` di luar rentang.", english: "`\(text)` is out of range."),
                remedy: LocalizedText("Tulis bilangan yang lebih kecil.", english: "Write a smaller number."))
        case .decimalComma:
            reportMalformed(
                text, LocalizedText("Pakai titik desimal: 12.5.", english: "Use a decimal point: 12.5."))
        case .notFinite:
            reportMalformed(
                text, LocalizedText("Tulis bilangan terhingga.", english: "Write a finite number."))
        default: reportMalformed(text, notation.example)
        }
    }

    private func reportMalformed(_ text: String, _ remedy: LocalizedText) {
        error(
            .invalidNumber,
            LocalizedText("`\(text)` bukan bilangan.", english: "`\(text)` is not a number."), remedy: remedy)
    }
}

extension Notation {
    fileprivate var example: LocalizedText {
        switch self {
        case .plain: LocalizedText("Tulis misalnya 12 atau 0.5.", english: "Write for example 12 or 0.5.")
        case .share: LocalizedText("Tulis misalnya 0.3 atau 30%.", english: "Write for example 0.3 or 30%.")
        case .months:
            LocalizedText("Tulis misalnya 9 atau `9 bulan`.", english: "Write for example 9 or `9 months`.")
        }
    }
}
