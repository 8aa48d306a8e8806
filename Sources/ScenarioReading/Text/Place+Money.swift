import Portfolio

extension RuleID {
    /// Text that is not an amount of money.
    static let invalidMoney = RuleID("invalid-money")
    /// An amount that can be read in two ways.
    static let ambiguousMoney = RuleID("ambiguous-money")
    /// An amount that is not whole rupiah.
    static let fractionalRupiah = RuleID("fractional-rupiah")
    /// An amount below 0.
    static let negativeMoney = RuleID("negative-money")
    /// An amount that no budget has.
    static let moneyTooLarge = RuleID("money-too-large")
}

extension Place {
    /// The amount in rupiah; a finding where it cannot be read as one.
    func money() -> Rupiah? {
        guard let text = text() else { return nil }
        switch MoneyText(text) {
        case .rupiah(let value):
            keep("\(value)")
            return value
        case .malformed: reportMalformedMoney(text)
        case .ambiguous(let decimal, let grouped): reportAmbiguousMoney(text, decimal, grouped)
        case .fractional: reportFractionalRupiah(text)
        case .negative:
            error(
                .negativeMoney,
                LocalizedText(
                    "Uang tidak boleh negatif: `\(text)`.", english: "Money must not be negative: `\(text)`."),
                remedy: LocalizedText("Tulis jumlah 0 atau lebih.", english: "Write an amount of 0 or more."))
        case .tooLarge:
            error(
                .moneyTooLarge,
                LocalizedText(
                    "Jumlah `\(text)` terlalu besar.", english: "The amount `\(text)` is too large."),
                remedy: LocalizedText(
                    "Paling besar 9.000 triliun rupiah.", english: "At most 9,000 trillion rupiah."))
        }
        return nil
    }

    private func reportMalformedMoney(_ text: String) {
        error(
            .invalidMoney,
            LocalizedText("`\(text)` bukan jumlah uang.", english: "`\(text)` is not an amount of money."),
            remedy: LocalizedText(
                "Tulis misalnya 1250000000, `Rp 1.250.000.000`, `750 juta` atau `1.5 miliar`.",
                english: "Write for example 1250000000, `Rp 1.250.000.000`, `750 juta` or `1.5 miliar`."))
    }

    private func reportAmbiguousMoney(_ text: String, _ decimal: String, _ grouped: String) {
        error(
            .ambiguousMoney,
            LocalizedText(
                "`\(text)` dapat dibaca sebagai `\(decimal)` atau sebagai `\(grouped)`.",
                english: "`\(text)` can be read as `\(decimal)` or as `\(grouped)`."),
            remedy: LocalizedText(
                "Tulis salah satunya dengan jelas.", english: "Write the one that is meant."))
    }

    private func reportFractionalRupiah(_ text: String) {
        error(
            .fractionalRupiah,
            LocalizedText(
                "`\(text)` bukan rupiah bulat.", english: "`\(text)` is not a whole number of rupiah."),
            remedy: LocalizedText(
                "Bulatkan ke rupiah, atau tambahkan satuan (ribu, juta, miliar, triliun).",
                english: "Round it to rupiah, or add the unit (ribu, juta, miliar, triliun)."))
    }
}
