import Portfolio
import Reporting

/// Amounts that change, as the readers of a language write them.
struct ChangeForms {
    let language: Language
    private var forms: NumberForms { NumberForms(language) }

    /// Chooses the wording of the language.
    func say(_ indonesian: String, _ english: String) -> String {
        language == .indonesian ? indonesian : english
    }

    /// What money gained or lost: `+120 juta`.
    func difference(_ from: Int64, _ to: Int64) -> String {
        let (change, overflow) = to.subtractingReportingOverflow(from)
        guard !overflow else { return arrow(forms.rupiah(from), forms.rupiah(to)) }
        return (change > 0 ? "+" : "") + amount(change)
    }

    /// Money before and now: `Rp1.250 juta → Rp1.370 juta`.
    func change(_ from: Int64, _ to: Int64) -> String { arrow(amount(from), amount(to)) }

    /// A number before and now, with as many decimals as show the difference.
    func change(_ from: Double, _ to: Double) -> String {
        if max(abs(from), abs(to)) >= 1_000_000, let old = Int64(exactly: from.rounded()),
            let new = Int64(exactly: to.rounded()), old != new
        {
            return arrow(amount(old), amount(new))
        }
        for places in [2, 4, 6] {
            let (old, new) = (forms.decimal(from, places: places), forms.decimal(to, places: places))
            if old != new { return arrow(old, new) }
        }
        return arrow(forms.plain(from), forms.plain(to))
    }

    /// A number in short.
    func number(_ value: Double) -> String {
        if abs(value) >= 1_000_000, let whole = Int64(exactly: value.rounded()) { return amount(whole) }
        return Int64(exactly: value).map(forms.whole) ?? forms.decimal(value, places: 4)
    }

    /// A month as written in an outcome.
    func month(_ text: String) -> String { Month(text).map(forms.month) ?? text }

    /// Two texts with an arrow between.
    func arrow(_ from: String, _ to: String) -> String { "\(from) → \(to)" }

    /// In millions where that says every rupiah.
    private func amount(_ rupiah: Int64) -> String {
        guard rupiah.isMultiple(of: 100_000) else { return forms.whole(rupiah) }
        let isWhole = rupiah.isMultiple(of: 1_000_000)
        return (isWhole ? forms.whole(rupiah / 1_000_000) : forms.millions(rupiah)) + say(" juta", " million")
    }
}
