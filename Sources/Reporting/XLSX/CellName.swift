/// Names of cells as formulas write them.
enum CellName {
    /// The column's letters: 0 is `A`, 26 is `AA`.
    static func column(_ index: Int) -> String {
        var (rest, name) = (index + 1, "")
        while rest > 0 {
            let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
            name = String(Character(Unicode.Scalar(letter))) + name
            rest = (rest - 1) / 26
        }
        return name
    }

    /// A cell: row 0, column 0 is `A1`.
    static func cell(_ row: Int, _ column: Int) -> String { "\(self.column(column))\(row + 1)" }

    /// A part of a column: `C4:C20`.
    static func range(column: Int, rows: ClosedRange<Int>) -> String {
        "\(cell(rows.lowerBound, column)):\(cell(rows.upperBound, column))"
    }

    /// A part of a column that stays the same when the formula is copied, on another sheet.
    static func fixedRange(sheet: String, column: Int, rows: ClosedRange<Int>) -> String {
        let name = self.column(column)
        return "'\(sheet.replacing("'", with: "''"))'!"
            + "$\(name)$\(rows.lowerBound + 1):$\(name)$\(rows.upperBound + 1)"
    }
}
