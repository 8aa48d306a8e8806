import Portfolio

extension CellForm {
    /// The number format of a spreadsheet; separators are those of the reader's own program.
    func code(in language: Language) -> String? {
        let locale = language == .indonesian ? "421" : "409"
        let rupiah = "[$Rp-\(locale)]#,##0"
        switch self {
        case .text, .title: return nil
        case .whole: return "#,##0"
        case .year: return "0"
        case .decimal: return "#,##0.00"
        case .precise: return "#,##0.000000"
        case .rupiah: return "\(rupiah);-\(rupiah)"
        case .percent: return "0.00%"
        case .percentChange: return "+0.00%;-0.00%;0.00%"
        case .month: return "[$-\(locale)]mmm yyyy"
        case .wholeChange: return "+#,##0;-#,##0;0"
        case .decimalChange: return "+#,##0.00;-#,##0.00;0.00"
        case .rupiahChange: return "+\(rupiah);-\(rupiah);\(rupiah)"
        }
    }

    /// Whether it is rupiah, or a change of rupiah.
    var isMoney: Bool { self == .rupiah || self == .rupiahChange }

    /// Room that a number of this form may take, in characters.
    func width(of value: Double) -> Int {
        let digits = Cell.digits(of: value)
        switch self {
        case .text, .title: return 0
        case .month: return 9
        case .year: return digits + 2
        case .percent, .percentChange: return digits + 6
        case .whole, .wholeChange: return digits + digits / 3 + 2
        case .decimal, .decimalChange: return digits + digits / 3 + 5
        case .precise: return digits + digits / 3 + 9
        case .rupiah, .rupiahChange: return digits + digits / 3 + 4
        }
    }
}

extension Cell {
    /// Digits before the decimal sign.
    static func digits(of value: Double) -> Int {
        var (rest, digits) = (abs(value), 1)
        while rest >= 10, digits < 20 {
            rest /= 10
            digits += 1
        }
        return digits
    }

    /// Room that the content takes, in characters; 0 where it may run over or wrap at will.
    var width: Int {
        switch content {
        case .blank: 0
        case .text(let text): form == .title ? 0 : text.count
        case .month: form.width(of: 0)
        case .number(let value), .formula(_, let value): form.width(of: value)
        }
    }
}

extension Month {
    /// The number of a spreadsheet's date: the month's first day.
    var serial: Double {
        let years = year - 1900
        let leapDays = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 - 460
        let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][monthOfYear - 1]
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return Double(365 * years + leapDays + before + (isLeap && monthOfYear > 2 ? 1 : 0) + 2)
    }
}
