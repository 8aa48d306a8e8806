import Portfolio

extension RuleID {
    /// Another format version than 1.
    static let formatVersion = RuleID("format-version")
}

/// The keys of a scenario, in the order of the format.
private let scenarioKeys = [
    "selaras", "name", "calendar", "discount_rate", "quick_win", "dimensions", "weighting", "owners",
    "funds", "programs", "groups", "synergies", "rules", "objective", "risk", "simulation", "expect",
    "ties",
]

extension Draft {
    /// Types every section of a resolved tree.
    init(_ root: Place) {
        guard let fields = Fields(root, known: scenarioKeys) else { return }
        fields.required("selaras")?.checkFormatVersion()
        name = fields.required("name")?.name()
        calendar = fields.required("calendar")?.calendar()
        discountRate = fields["discount_rate"]?.number(.share, in: 0...10)
        quickWin = fields["quick_win"]?.quickWin()
        fields["weighting"]?.refuseAsNotYetSupported("weighting")
        dimensions = fields.required("dimensions")?.table(read: { $0.dimension() }) ?? []
        owners = fields.required("owners")?.table(read: { $0.owner() }) ?? []
        readMoney(fields)
        readPortfolio(fields)
        risk = fields["risk"]?.risk() ?? Risk()
        simulation = fields["simulation"]?.simulation() ?? SimulationSettings()
        expectations = fields["expect"]?.list(of: { $0.expectation() }) ?? []
        ties = fields["ties"]?.choice() ?? .report
    }

    private mutating func readMoney(_ fields: Fields) {
        let years = calendar?.years ?? []
        funds = fields.required("funds")?.table(mayBeEmpty: true, read: { $0.fund(years: years) }) ?? []
        fundsAreComplete = funds.count == fields.place.reading.names[.fund].count
        let eligible = fundsAreComplete ? EligibleFunds(funds: funds) : nil
        programs = fields.required("programs")?.table(read: { $0.program(eligible: eligible) }) ?? []
    }

    private mutating func readPortfolio(_ fields: Fields) {
        groups = fields["groups"]?.table(mayBeEmpty: true, read: { $0.group() }) ?? []
        synergies = fields["synergies"]?.table(mayBeEmpty: true, read: { $0.synergy() }) ?? []
        rules = fields["rules"]?.table(mayBeEmpty: true, read: { $0.rule() }) ?? []
        objective = fields["objective"]?.filledList()?.compactMap { $0.goal() } ?? Goal.standard
    }
}

extension Place {
    /// The entries of a table of things with ids; repeated ids are reported.
    func table<Value>(mayBeEmpty: Bool = false, read: (Place) -> Value?) -> [Value]? {
        if entry["csv"] != nil {
            refuseAsNotYetSupported("csv")
            return nil
        }
        guard let items = mayBeEmpty ? list() : filledList() else { return nil }
        var seen: Set<String> = []
        return items.compactMap { item in
            item.part("id").reportRepetition(of: item.entry.id, in: &seen)
            return read(item)
        }
    }

    /// A part of this map, or the map itself where it does not have the key.
    func part(_ key: String) -> Place {
        Place(entry: entry[key] ?? entry, path: path.key(key), reading: reading)
    }

    /// Reports a key whose meaning comes with a later version.
    func refuseAsNotYetSupported(_ key: String) {
        let instead =
            key == "csv"
            ? LocalizedText(
                "Tulis tabelnya sebagai daftar di sini.", english: "Write the table as a list here.")
            : LocalizedText(
                "Tulis `weight` pada setiap dimensi.", english: "Write `weight` with each dimension instead.")
        error(
            .notYetSupported,
            LocalizedText("`\(key)` belum didukung.", english: "`\(key)` is not supported yet."),
            remedy: instead)
    }

    fileprivate func checkFormatVersion() {
        guard let text = text() else { return }
        guard text != "1" else { return keep("1") }
        error(
            .formatVersion,
            LocalizedText(
                "Versi format `\(text)` tidak dikenal.", english: "The format version `\(text)` is not known."
            ),
            remedy: LocalizedText("Tulis `selaras: 1`.", english: "Write `selaras: 1`."))
    }
}
