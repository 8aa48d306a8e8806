import Portfolio

extension ComparisonDocument {
    /// The portfolio's own figures, side by side.
    var figures: DocumentSection {
        var columns: [(title: String, isNumeric: Bool)] = [(say("Angka pokok", "Figure"), false)]
        columns += allSides.prefix(1).map { ($0.letter, true) }
        for difference in differences {
            columns += [(difference.other.letter, true), (say("Selisih", "Change"), true)]
        }
        var table = DocumentTable(id: "figures", columns: columns)
        func add(
            _ id: String, _ name: String, _ form: CellForm, _ figure: (OutcomeDifference) -> Change<Int64>
        ) {
            let before = differences.prefix(1).map { Cell.whole(figure($0).before, form) }
            let after = differences.flatMap { difference in
                [
                    Cell.whole(figure(difference).after, form),
                    Cell.whole(figure(difference).difference, form.change),
                ]
            }
            table.add(id, [.text(name)] + before + after)
        }
        add("ceilings", say("Pagu seluruhnya", "All ceilings"), .rupiah, \.ceilings)
        add("cost", say("Belanja", "Spending"), .rupiah, \.cost)
        add("lapsed", say("Pagu hangus", "Lapsing"), .rupiah, \.lapsed)
        add(
            "operating_after", say("Biaya operasi tahunan setelahnya", "Yearly operating costs afterwards"),
            .rupiah, \.operatingAfter)
        add("count", say("Program terpilih", "Chosen programs"), .whole, \.count)
        add("quick_wins", say("Quick win", "Quick wins"), .whole, \.quickWins)
        table.add("value", [.text(say("Nilai portofolio", "Portfolio value"))] + values)
        return DocumentSection(
            id: "figures", heading: say("Angka pokok", "Figures side by side"), tables: [table])
    }

    private var values: [Cell] {
        let before = allSides.prefix(1).map { Cell.number($0.plan.value.value, .decimal) }
        return before
            + differences.flatMap { difference in
                [
                    .number(difference.other.plan.value.value, .decimal),
                    .number(difference.value?.difference, .decimalChange),
                ]
            }
    }

    /// The ceilings that changed.
    var ceilings: DocumentSection {
        let heading = say("Pagu yang berubah", "Ceilings that change")
        let tables = differences.compactMap { difference -> DocumentTable? in
            let changed = difference.fundYears.filter { !$0.ceiling.isNone }
            guard !changed.isEmpty else { return nil }
            var table = DocumentTable(
                id: "ceilings-\(difference.other.letter.lowercased())",
                columns: [fund, year] + sideColumns(difference, say("Pagu", "Ceiling")),
                isInMillions: true)
            for item in changed {
                table.add(
                    "\(item.fund)/\(item.year)",
                    [.text(text(item.name)), .number(Double(item.year.year), .year)] + cells(item.ceiling))
            }
            return table
        }
        let none = say("Tidak ada pagu yang berubah.", "No ceiling changes.")
        return DocumentSection(
            id: "ceilings", heading: heading, paragraphs: tables.isEmpty ? [none] : [], tables: tables)
    }

    /// Spending and lapse of the fund-years that change, those that do not in one row, and the sums.
    var spending: DocumentSection {
        let tables = differences.map { difference in
            var table = DocumentTable(
                id: "spending-\(difference.other.letter.lowercased())",
                columns: [fund, year] + sideColumns(difference, say("Belanja", "Spending"))
                    + sideColumns(difference, say("Hangus", "Lapses")), isInMillions: true)
            let changed = difference.fundYears.filter { !$0.spent.isNone || !$0.lapsed.isNone }
            for item in changed {
                table.add(
                    "\(item.fund)/\(item.year)",
                    [.text(text(item.name)), .number(Double(item.year.year), .year)] + cells(item.spent)
                        + cells(item.lapsed))
            }
            let same = forms.whole(Int64(difference.fundYears.count - changed.count))
            table.add(
                "unchanged",
                [.text(say("\(same) lainnya, tidak berubah", "\(same) others, unchanged")), .text("")]
                    + cells(difference.unchangedSpent) + cells(difference.unchangedLapsed))
            let total = [.text(say("Jumlah", "Total")), .text("")] + cells(difference.cost)
            table.add("total", (total + cells(difference.lapsed)).map(\.asTotal))
            return table
        }
        return DocumentSection(
            id: "spending",
            heading: say("Belanja per sumber dana dan tahun anggaran", "Spending by fund and fiscal year"),
            tables: tables)
    }

    /// Number, money and value of the programs of each dimension or agency.
    func parts(_ parts: KeyPath<OutcomeDifference, [PartChange]>) -> DocumentSection {
        let isDimension = parts == \OutcomeDifference.dimensions
        let id = isDimension ? "dimensions" : "owners"
        let head = isDimension ? say("Dimensi", "Dimension") : say("OPD", "Agency")
        let tables = differences.map { difference in
            var table = DocumentTable(
                id: "\(id)-\(difference.other.letter.lowercased())",
                columns: [(head, false)] + sideColumns(difference, say("Program", "Programs"))
                    + sideColumns(difference, say("Belanja", "Spending"))
                    + difference.years.map { (say("Selisih TA \($0)", "Change FY \($0)"), true) }
                    + [(say("Selisih nilai", "Change of value"), true)], isInMillions: true)
            for part in difference[keyPath: parts] {
                table.add(part.id, cells(of: part, in: difference))
            }
            table.add("total", partTotals(of: difference).map(\.asTotal))
            return table
        }
        return DocumentSection(
            id: id,
            heading: isDimension
                ? say("Perubahan per dimensi", "Change by dimension")
                : say("Perubahan per OPD", "Change by agency"),
            tables: tables)
    }

    /// The sums of all parts; the values leave the synergies out and are therefore not summed.
    private func partTotals(of difference: OutcomeDifference) -> [Cell] {
        let years = difference.years.map { year in
            Cell.whole(difference.spent(in: year).difference, .rupiahChange)
        }
        return [.text(say("Jumlah", "Total"))] + cells(count: difference.count) + cells(difference.cost)
            + years + [.text("")]
    }

    private func cells(count: Change<Int64>) -> [Cell] {
        [
            .whole(count.before, .whole), .whole(count.after, .whole),
            .whole(count.difference, .wholeChange),
        ]
    }

    private func cells(of part: PartChange, in difference: OutcomeDifference) -> [Cell] {
        let years = difference.years.map { year in
            Cell.whole(part.years[year]?.difference ?? 0, .rupiahChange)
        }
        let value = Cell.number(difference.value == nil ? nil : part.value.difference, .decimalChange)
        return [.text(text(part.name))] + cells(count: part.count) + cells(part.cost) + years + [value]
    }

    private var fund: (title: String, isNumeric: Bool) { (say("Sumber dana", "Fund"), false) }
    private var year: (title: String, isNumeric: Bool) { (say("TA", "FY"), false) }

    private func sideColumns(
        _ difference: OutcomeDifference, _ what: String
    ) -> [(title: String, isNumeric: Bool)] {
        [
            ("\(what) \(difference.base.letter)", true), ("\(what) \(difference.other.letter)", true),
            ("\(what) \(difference.other.letter) − \(difference.base.letter)", true),
        ]
    }

    private func cells(_ change: Change<Rupiah>) -> [Cell] {
        [
            .whole(change.before, .rupiah), .whole(change.after, .rupiah),
            .whole(change.difference, .rupiahChange),
        ]
    }
}

extension CellForm {
    /// The form of a change of numbers of this form.
    var change: CellForm {
        switch self {
        case .whole: .wholeChange
        case .decimal: .decimalChange
        case .rupiah: .rupiahChange
        case .percent: .percentChange
        case .text, .title, .month, .year, .precise, .wholeChange, .decimalChange, .rupiahChange,
            .percentChange:
            self
        }
    }
}
