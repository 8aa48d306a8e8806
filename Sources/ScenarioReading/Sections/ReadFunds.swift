import Portfolio

extension RuleID {
    /// A fund without a ceiling for some year of the calendar.
    static let missingCeiling = RuleID("missing-ceiling")
}

extension Place {
    /// Reads `{id, name, ceilings, unspent, pays_for}`.
    func fund(years: [FiscalYear]) -> Fund? {
        guard let fields = Fields(self, known: ["id", "name", "ceilings", "unspent", "pays_for"]) else {
            return nil
        }
        let id: Fund.ID? = fields.required("id")?.identifier()
        let name = fields.required("name")?.name()
        let ceilings = fields.required("ceilings")?.ceilings(years: years)
        let unspent = fields["unspent"]?.unspent() ?? .lapse
        let paysFor = fields["pays_for"]?.paysFor()
        guard let id, let name, let ceilings, paysFor != nil || fields["pays_for"] == nil else { return nil }
        return Fund(id: id, name: name, ceilings: ceilings, unspent: unspent, paysFor: paysFor)
    }

    /// `{2023: 1.5 miliar, 2024: 0}`: every year of the calendar, others are read and ignored.
    private func ceilings(years: [FiscalYear]) -> [FiscalYear: Rupiah]? {
        guard entries() != nil else { return nil }
        var ceilings: [FiscalYear: Rupiah] = [:]
        var written: Set<FiscalYear> = []
        for member in entry.members ?? [] where !reportComma(member) {
            let value = Place(entry: member.value, path: path.key(member.key), reading: reading)
            guard let year = keyYear(member) else { continue }
            written.insert(year)
            if let amount = value.money(), years.contains(year) { ceilings[year] = amount }
        }
        for year in years where !written.contains(year) { reportMissing(year) }
        return ceilings
    }

    private func keyYear(_ member: Entry.Member) -> FiscalYear? {
        let key = Entry(content: .text(member.key, isPlain: true), location: member.keyLocation, serial: 0)
        return Place(entry: key, path: path, reading: reading).year(member.key)
    }

    private func reportMissing(_ year: FiscalYear) {
        error(
            .missingCeiling,
            LocalizedText("Pagu tahun \(year) tidak ada.", english: "The ceiling of \(year) is missing."),
            remedy: LocalizedText(
                "Tambahkan `\(year): 0` atau jumlahnya.", english: "Add `\(year): 0`, or the amount."))
    }

    /// Reads `lapse` or `{carry: 20%}`.
    private func unspent() -> Fund.Unspent? {
        guard entry.members != nil else {
            guard let text = text() else { return nil }
            if text != "lapse" { refuseChoice(text, among: ["lapse", "{carry: 20%}"]) }
            return .lapse
        }
        return Fields(self, known: ["carry"])?.required("carry")?.share().map(Fund.Unspent.carry)
    }

    /// Reads `{kinds, owners, dimensions, tags}`.
    private func paysFor() -> PaysFor? {
        guard let fields = Fields(self, known: ["kinds", "owners", "dimensions", "tags"]) else { return nil }
        let paysFor = PaysFor(
            kinds: fields["kinds"]?.filledList()?.compactMap { $0.choice() },
            owners: fields["owners"]?.references(to: .owner),
            dimensions: fields["dimensions"]?.references(to: .dimension),
            tags: fields["tags"]?.labels())
        let failed = [("owners", paysFor.owners == nil), ("dimensions", paysFor.dimensions == nil)]
        return failed.contains { fields[$0.0] != nil && $0.1 } ? nil : paysFor
    }

    /// Free labels: each once, sorted.
    func labels() -> [String]? { list().map { Set($0.compactMap { $0.text() }).sorted() } }
}

/// Finds the eligible set of a cost line: the funds that it names and that pay for it (model.md §5).
struct EligibleFunds {
    let funds: [Fund]

    /// The ids, sorted.
    func ids(for line: CostLine, owner: Owner.ID, dimension: Dimension.ID, tags: [String]) -> [Fund.ID] {
        funds.filter { fund in
            (line.funds?.contains(fund.id) ?? true)
                && pays(fund.paysFor ?? PaysFor(), line.kind, owner, dimension, tags)
        }.map(\.id).sorted()
    }

    private func pays(
        _ limits: PaysFor, _ kind: CostLine.Kind, _ owner: Owner.ID, _ dimension: Dimension.ID,
        _ tags: [String]
    ) -> Bool {
        (limits.kinds?.contains(kind) ?? true) && (limits.owners?.contains(owner) ?? true)
            && (limits.dimensions?.contains(dimension) ?? true)
            && (limits.tags?.contains(where: tags.contains) ?? true)
    }
}
