import Portfolio

extension RuleID {
    /// Keys of a requirement that exclude each other.
    static let requirementTiming = RuleID("requirement-timing")
    /// Shares of helpers that add up to more than 1.
    static let helpSum = RuleID("help-sum")
}

private enum After: String, CaseIterable { case finish, start }
private enum FreeTiming: String, CaseIterable { case none }

extension Place {
    /// A requirement: an id, or `{program, after | at | timing, lag}`.
    func requirement() -> Requirement? {
        guard entry.members != nil else {
            let program: Program.ID? = reference(to: .program)
            return program.map { Requirement(program: $0, timing: .afterFinish(lag: 0), place: path) }
        }
        guard let fields = Fields(self, known: ["program", "after", "at", "timing", "lag"]) else {
            return nil
        }
        let program: Program.ID? = fields.required("program")?.reference(to: .program)
        guard let timing = timing(fields), let program else { return nil }
        return Requirement(program: program, timing: timing, place: path)
    }

    /// Reads `requires_any: {at_least, of, after | at | timing, lag}`.
    func alternativeRequirement() -> AlternativeRequirement? {
        guard let fields = Fields(self, known: ["at_least", "of", "after", "at", "timing", "lag"]) else {
            return nil
        }
        let count = fields.required("at_least")?.integer(in: 1...1_000_000)
        let programs: [Program.ID]? = fields.required("of")?.references(to: .program)
        guard let timing = timing(fields), let count, let programs else { return nil }
        return AlternativeRequirement(atLeast: count, of: programs, timing: timing, place: path)
    }

    private func timing(_ fields: Fields) -> Timing? {
        let after: After? = fields["after"]?.choice()
        let progress = fields["at"]?.progress()
        let free: FreeTiming? = fields["timing"]?.choice()
        let lag = fields["lag"]?.number(.months)
        guard !refusesCombination(fields) else { return nil }
        if fields["after"] != nil {
            return after.map { $0 == .start ? .afterStart(lag: lag ?? 0) : .afterFinish(lag: lag ?? 0) }
        }
        if fields["at"] != nil { return progress.map { .atProgress($0, lag: lag ?? 0) } }
        if fields["timing"] != nil { return free.map { _ in .choiceOnly } }
        return .afterFinish(lag: lag ?? 0)
    }

    private func refusesCombination(_ fields: Fields) -> Bool {
        let given = ["after", "at", "timing"].filter { fields[$0] != nil }
        let isLagFree = fields["timing"] != nil && fields["lag"] != nil
        guard given.count > 1 || isLagFree else { return false }
        let keys = (given + (isLagFree ? ["lag"] : [])).map { "`\($0)`" }.joined(separator: ", ")
        error(
            .requirementTiming,
            LocalizedText("\(keys) tidak dapat dipakai bersama.", english: "\(keys) exclude each other."),
            remedy: LocalizedText(
                "Pilih satu: `after`, `at`, atau `timing: none` (tanpa `lag`).",
                english: "Keep one: `after`, `at`, or `timing: none` (without `lag`)."))
        return true
    }

    /// A share above 0 and at most 1.
    private func progress() -> Exact? {
        guard let share = share() else { return nil }
        if share > 0 { return share }
        reportNotPositive(upTo: "≤ 1")
        return nil
    }

    /// Reports a share that must be above 0.
    func reportNotPositive(upTo limit: String) {
        error(
            .numberRange,
            LocalizedText(
                "Bagian ini harus lebih dari 0 dan \(limit).",
                english: "This share must be above 0 and \(limit)."),
            remedy: LocalizedText("Tulis misalnya 60%.", english: "Write for example 60%."))
    }

    /// `helped_by: [{program, share}]`, sorted by program.
    func helpers() -> [Help] {
        guard let items = list() else { return [] }
        var seen: Set<String> = []
        let help = items.compactMap { item in
            item.part("program").reportRepetition(of: item.entry["program"]?.text, in: &seen)
            return item.help()
        }
        if !sumIsAtMostOne(help.map(\.share)) { reportHelpSum() }
        return help.sorted { $0.program < $1.program }
    }

    private func help() -> Help? {
        guard let fields = Fields(self, known: ["program", "share"]) else { return nil }
        let program: Program.ID? = fields.required("program")?.reference(to: .program)
        guard let share = fields.required("share")?.share(), let program else { return nil }
        return Help(program: program, share: share, place: path)
    }

    private func reportHelpSum() {
        error(
            .helpSum,
            LocalizedText(
                "Jumlah bagian `helped_by` lebih dari 100%.",
                english: "The shares of `helped_by` add up to more than 100%."),
            remedy: LocalizedText("Turunkan bagiannya.", english: "Lower the shares."))
    }

    /// Shares have at most 9 decimals, or 11 as per cent, so that their sum is exact in 10⁻¹¹.
    private func sumIsAtMostOne(_ shares: [Exact]) -> Bool {
        let unit: Int128 = 100_000_000_000
        let sum = shares.reduce(Int128(0)) { $0 + Int128($1.numerator) * unit / Int128($1.denominator) }
        return sum <= unit
    }
}
