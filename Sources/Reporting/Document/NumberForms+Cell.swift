import Portfolio

extension NumberForms {
    /// A cell as a reader of the language expects it; a blank is a dash.
    ///
    /// - Parameter inMillions: money in millions of rupiah without a unit, for columns headed so.
    public func text(of cell: Cell, inMillions: Bool = false) -> String {
        switch cell.content {
        case .blank: "–"
        case .text(let text): text
        case .month(let month): self.month(month)
        case .number(let value), .formula(_, let value):
            inMillions && cell.form.isMoney
                ? millions(of: value, isChange: cell.form == .rupiahChange) : text(of: value, as: cell.form)
        }
    }

    private func millions(of value: Double, isChange: Bool) -> String {
        let text = { (value: Double) in
            Int64(exactly: value.rounded()).map { millions($0) } ?? plain(value)
        }
        return isChange ? signed(value, text) : text(value)
    }

    private func text(of value: Double, as form: CellForm) -> String {
        switch form {
        case .text, .title, .month: plain(value)
        case .year: Int64(exactly: value).map { "\($0)" } ?? plain(value)
        case .whole: decimal(value, places: 0)
        case .decimal: decimal(value)
        case .precise: decimal(value, places: 6)
        case .rupiah: rupiah(of: value)
        case .percent: percent(value)
        case .percentChange: signed(value * 100) { decimal($0) + "%" }
        case .wholeChange: signed(value) { decimal($0, places: 0) }
        case .decimalChange: signed(value) { decimal($0) }
        case .rupiahChange: signed(value) { rupiah(of: $0) }
        }
    }

    private func rupiah(of value: Double) -> String {
        Int64(exactly: value.rounded()).map { rupiah($0) } ?? plain(value)
    }

    /// With a plus where it is more; what rounds to nothing has no sign.
    private func signed(_ value: Double, _ text: (Double) -> String) -> String {
        let magnitude = text(abs(value))
        guard magnitude != text(0) else { return magnitude }
        return (value < 0 ? "-" : "+") + magnitude
    }
}
