/// A calendar month, such as `2023-04`.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of year 0.
    public let ordinal: Int

    /// Makes a month from its count since January of year 0.
    public init(ordinal: Int) { self.ordinal = ordinal }

    /// Makes a month.
    ///
    /// - Precondition: 1 ≤ `month` ≤ 12.
    public init(year: Int, month: Int) {
        precondition((1...12).contains(month))
        ordinal = year * 12 + month - 1
    }

    /// Reads `YYYY-MM`; nil if the text is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    /// The year.
    public var year: Int { ordinal / 12 }

    /// The month of the year, 1…12.
    public var monthOfYear: Int { ordinal % 12 + 1 }

    /// The fiscal year: the calendar year (APBD).
    public var fiscalYear: FiscalYear { FiscalYear(year) }

    /// The month so many months later.
    public func advanced(by months: Int) -> Self { Self(ordinal: ordinal + months) }

    /// Earlier comes first.
    public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}

extension Month: CustomStringConvertible {
    /// The month in the form YYYY-MM.
    public var description: String {
        let year = String(year)
        let month = String(monthOfYear)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year
            + (month.count == 1 ? "-0" : "-") + month
    }
}

/// A fiscal year (tahun anggaran): 1 January – 31 December.
public struct FiscalYear: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The calendar year.
    public let year: Int

    /// Makes a fiscal year.
    public init(_ year: Int) { self.year = year }

    /// Earlier comes first.
    public static func < (left: Self, right: Self) -> Bool { left.year < right.year }

    /// The year in digits.
    public var description: String { "\(year)" }
}
