import Portfolio

/// How names, money and dates are written in one language.
struct Words {
    /// The language.
    let language: Language

    /// A name, in quotation marks.
    func name(_ name: LocalizedText) -> String { "“\(name.text(in: language))”" }

    /// `Rp1.250.000.000`, or `Rp1,250,000,000` in English.
    func money(_ amount: Rupiah) -> String {
        let digits = Array(String(amount.magnitude))
        let separator = language == .indonesian ? "." : ","
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return (amount < 0 ? "-Rp" : "Rp") + text
    }

    /// A month, such as `Apr 2023`.
    func month(_ month: Month) -> String {
        let names = language == .indonesian ? Self.indonesianMonths : Self.englishMonths
        guard month.ordinal >= 0 else { return "\(month.ordinal)" }
        return "\(names[month.monthOfYear - 1]) \(month.year)"
    }

    /// `TA 2023`, or `FY 2023` in English.
    func year(_ year: FiscalYear) -> String { (language == .indonesian ? "TA " : "FY ") + "\(year)" }

    private static let indonesianMonths = [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ]
    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension LocalizedText {
    /// Says the same in both languages.
    static func saying(_ indonesian: (Words) -> String, english: (Words) -> String) -> Self {
        Self(
            indonesian(Words(language: .indonesian)), english: english(Words(language: .english)))
    }
}
