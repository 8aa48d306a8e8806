import Portfolio

extension ComparisonDocument {
    /// The programs that are not the same in both plans.
    func programs(_ difference: OutcomeDifference) -> DocumentSection {
        let (one, two) = (difference.base.letter, difference.other.letter)
        let pair = differences.count > 1 ? " \(one) → \(two)" : ""
        let heading = say("Program yang berubah", "Programs that change") + pair
        let id = "programs-\(two.lowercased())"
        guard !difference.programs.isEmpty else {
            return DocumentSection(
                id: id, heading: heading, paragraphs: [say("Tidak ada.", "None.")])
        }
        var table = DocumentTable(
            id: id,
            columns: [
                ("Program", false), (say("OPD", "Agency"), false), (say("Perubahan", "Change"), false),
                ("\(say("Mulai", "Start")) \(one)", false), ("\(say("Mulai", "Start")) \(two)", false),
                ("\(say("Selesai", "Finish")) \(one)", false),
                ("\(say("Selesai", "Finish")) \(two)", false),
                ("\(say("Belanja", "Spending")) \(one)", true),
                ("\(say("Belanja", "Spending")) \(two)", true),
                (say("Selisih belanja", "Change of spending"), true),
                (say("Selisih nilai", "Change of value"), true),
            ], isInMillions: true)
        for change in difference.programs { table.add(change.id, cells(of: change, difference)) }
        return DocumentSection(id: id, heading: heading, tables: [table])
    }

    private func cells(of change: ProgramChange, _ difference: OutcomeDifference) -> [Cell] {
        let (before, after) = (change.before, change.after)
        let owner = (after ?? before).map { text($0.candidate.ownerName) } ?? ""
        return [
            .text(text(change.name)), .text(owner), .text(words(for: change)),
            .month(before?.start), .month(after?.start), .month(before?.finish), .month(after?.finish),
            .whole(before?.cost.value, .rupiah), .whole(after?.cost.value, .rupiah),
            .whole(change.cost.difference, .rupiahChange),
            .number(difference.value == nil ? nil : change.value.difference, .decimalChange),
        ]
    }

    private func words(for change: ProgramChange) -> String {
        change.kinds.map { kind in
            switch kind {
            case .added where !change.isCandidateOnBothSides:
                name(of: kind) + say(" (usulan baru)", " (new candidate)")
            case .dropped where !change.isCandidateOnBothSides:
                name(of: kind) + say(" (bukan usulan lagi)", " (no longer a candidate)")
            case .variant:
                "\(name(of: kind)): \(variant(change.before)) → \(variant(change.after))"
            case .moved: moved(change)
            case .quickWin:
                change.after?.isQuickWin == true
                    ? say("menjadi quick win", "becomes a quick win")
                    : say("bukan quick win lagi", "no longer a quick win")
            case .added, .dropped, .cost, .payers, .value: name(of: kind)
            }
        }.joined(separator: "; ")
    }

    private func moved(_ change: ProgramChange) -> String {
        guard let months = change.monthsMoved, months != 0 else {
            return say("selesai pada waktu lain", "finishes at another time")
        }
        let count = forms.whole(Int64(abs(months)))
        return months > 0
            ? say("\(count) bulan lebih lambat", "\(count) months later")
            : say("\(count) bulan lebih cepat", "\(count) months earlier")
    }

    private func variant(_ program: Report.Program?) -> String {
        program.map { $0.candidate.variantName.map(text) ?? $0.candidate.variant } ?? ""
    }

    /// The kinds of a change in words.
    func kinds(_ change: ProgramChange) -> String {
        change.kinds.map { name(of: $0) }.joined(separator: ", ")
    }

    /// A kind of change in words.
    func name(of kind: ProgramChange.Kind) -> String {
        switch kind {
        case .added: say("masuk", "added")
        case .dropped: say("keluar", "dropped")
        case .moved: say("bergeser waktu", "moved in time")
        case .variant: say("varian lain", "other variant")
        case .quickWin: say("status quick win", "quick-win status")
        case .cost: say("belanja lain", "other spending")
        case .payers: say("sumber dana lain", "other funds")
        case .value: say("nilai lain", "other value")
        }
    }

    /// Every program that is not the same in all plans: when it starts, plan by plan.
    var across: DocumentSection {
        let ids = Set(differences.flatMap { $0.programs.map(\.id) }).sorted()
        var table = DocumentTable(
            id: "across", columns: [("Program", false)] + allSides.map { ($0.letter, false) })
        for id in ids {
            let name = allSides.lazy.compactMap { $0.report.candidate(id)?.name }.first
            table.add(
                id, [.text(name.map(text) ?? id)] + allSides.map { start(of: $0.program(id)) })
        }
        return DocumentSection(
            id: "across", heading: say("Mulai menurut hasil", "Start by outcome"),
            tables: ids.isEmpty ? [] : [table])
    }

    private func start(of program: Report.Program?) -> Cell {
        guard let program else { return .blank }
        guard program.candidate.variant != "default" else { return .month(program.start) }
        return .text("\(forms.month(program.start)), \(variant(program))")
    }
}
