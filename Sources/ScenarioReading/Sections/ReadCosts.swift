import Portfolio

extension RuleID {
    /// Two cost lines of a program or variant with the same name.
    static let duplicateLine = RuleID("duplicate-line")
    /// A key that does not go with the line's kind.
    static let lineKind = RuleID("line-kind")
}

extension Place {
    /// The cost lines of a program or variant; their eligible funds are still empty.
    func costs() -> [CostLine]? {
        guard let items = list() else { return nil }
        var seen: Set<String> = []
        return items.compactMap { item in
            item.part("name").reportRepeatedLine(item.entry["name"]?.text, in: &seen)
            return item.costLine()
        }
    }

    private func reportRepeatedLine(_ name: String?, in seen: inout Set<String>) {
        guard let name, !name.isEmpty, !seen.insert(name).inserted else { return }
        error(
            .duplicateLine,
            LocalizedText(
                "Ada dua baris biaya bernama `\(name)`.", english: "Two cost lines are named `\(name)`."),
            remedy: LocalizedText("Beri nama yang berbeda.", english: "Give them different names."))
    }

    private func costLine() -> CostLine? {
        let keys = ["name", "kind", "amount", "profile", "years", "funds", "cost_factor"]
        guard let fields = Fields(self, known: keys) else { return nil }
        let name = fields.required("name")?.text()
        let kind: CostLine.Kind? = fields.required("kind")?.choice()
        let amount = fields.required("amount")?.money()
        let profile = fields["profile"]?.profile() ?? .even
        let years = fields["years"]?.integer(in: 0...1_000)
        let funds: [Fund.ID]? = fields["funds"]?.references(to: .fund)
        let factor = fields["cost_factor"]?.distribution()
        guard let name, let kind, let amount, funds != nil || fields["funds"] == nil else { return nil }
        fields[kind == .capital ? "years" : "profile"]?.refuseForKind(kind)
        return CostLine(
            name: name, kind: kind, amount: amount, profile: profile, years: years, funds: funds,
            eligibleFunds: [], costFactor: factor, place: path)
    }

    private func refuseForKind(_ kind: CostLine.Kind) {
        let key = kind == .capital ? "years" : "profile"
        let other = kind == .capital ? "operating" : "capital"
        error(
            .lineKind,
            LocalizedText(
                "`\(key)` tidak berlaku untuk baris `\(kind.rawValue)`.",
                english: "`\(key)` does not go with a line of kind `\(kind.rawValue)`."),
            remedy: LocalizedText(
                "Hapus `\(key)`, atau ubah `kind` menjadi `\(other)`.",
                english: "Remove `\(key)`, or make the `kind` `\(other)`."))
    }

    /// Reads `even | front | back | start | finish`.
    private func profile() -> SpendProfile? {
        if entry.items != nil {
            guard let items = filledList() else { return nil }
            let weights = items.compactMap { $0.integer(in: 0...1_000_000) }
            return weights.count == items.count ? .weights(weights) : nil
        }
        let named: [String: SpendProfile] = [
            "even": .even, "front": .front, "back": .back, "start": .start, "finish": .finish,
        ]
        guard let text = text() else { return nil }
        if named[text] == nil {
            refuseChoice(text, among: ["even", "front", "back", "start", "finish", "[1, 2, …]"])
        }
        return named[text]
    }
}
