import Portfolio

/// Numbers, money and dates as the readers of a language write them.
public struct NumberForms: Sendable {
    /// The language.
    public let language: Language

    /// Makes the forms of a language.
    public init(_ language: Language) { self.language = language }

    private var groupSign: String { language == .indonesian ? "." : "," }
    private var decimalSign: String { language == .indonesian ? "," : "." }

    /// A whole number with its thousands grouped: `1.250`.
    public func whole(_ value: Int64) -> String {
        var text = ""
        for (position, digit) in String(value.magnitude).reversed().enumerated() {
            if position > 0, position % 3 == 0 { text = groupSign + text }
            text = String(digit) + text
        }
        return value < 0 ? "-" + text : text
    }

    /// Money in rupiah: `Rp1.250.000.000`.
    public func rupiah(_ amount: Rupiah) -> String {
        amount < 0 ? "-Rp" + whole(-amount) : "Rp" + whole(amount)
    }

    /// Money in millions of rupiah without a unit, for tables headed (Rp juta): `1.250,0`.
    ///
    /// One decimal, rounded half away from zero, so that a column can be read down; every rupiah is in
    /// `outcome.json`, the workbooks and the CSV files.
    public func millions(_ amount: Rupiah) -> String {
        let tenths = (amount.magnitude + 50_000) / 100_000
        let (millions, tenth) = tenths.quotientAndRemainder(dividingBy: 10)
        return (amount < 0 && tenths > 0 ? "-" : "") + whole(Int64(millions)) + decimalSign + "\(tenth)"
    }

    /// A number with a fixed count of decimals, rounded half away from zero.
    public func decimal(_ value: Double, places: Int = 2) -> String {
        let scale = (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
        guard let scaled = Int64(exactly: (value * Double(scale)).rounded()) else { return plain(value) }
        let (integer, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return sign + whole(Int64(integer)) }
        let fraction = String(repeating: "0", count: places - String(rest).count) + String(rest)
        return sign + whole(Int64(integer)) + decimalSign + fraction
    }

    /// A number in its shortest exact form, with the language's decimal sign.
    public func plain(_ value: Double) -> String {
        if let integer = Int64(exactly: value) { return whole(integer) }
        return value.description.split(separator: ".", omittingEmptySubsequences: false)
            .joined(separator: decimalSign)
    }

    /// An exact number in its shortest form, with the language's signs.
    public func exact(_ value: Exact) -> String {
        value.denominator == 1 ? whole(value.numerator) : plain(value.doubleValue)
    }

    /// A share as a percentage: `8,39%`.
    public func percent(_ share: Double, places: Int = 2) -> String {
        decimal(share * 100, places: places) + "%"
    }

    /// A month: `Mei 2023`.
    public func month(_ month: Month) -> String {
        let names =
            language == .indonesian
            ? ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
            : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(names[month.monthOfYear - 1]) \(month.year)"
    }

    /// A duration in seconds: `75 dtk` or `75 s`.
    public func seconds(_ value: Double) -> String {
        decimal(value, places: 0) + (language == .indonesian ? " dtk" : " s")
    }
}
