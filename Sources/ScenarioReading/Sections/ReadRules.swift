import Portfolio

extension RuleID {
    /// A rule without a limit.
    static let ruleLimit = RuleID("rule-limit")
    /// `in` and `per` together, or with a measure that has no time.
    static let ruleTime = RuleID("rule-time")
    /// `{benefit: …}` with more or other keys, or an unknown measure.
    static let ruleMeasure = RuleID("rule-measure")
}

private let ruleKeys = [
    "id", "measure", "where", "each", "by", "in", "per", "min", "max", "min_share", "max_share", "reason",
]
private let namedMeasures: [(name: String, measure: Rule.Measure)] = [
    ("count", .count), ("quick_wins", .quickWins), ("spend", .spend), ("capital", .capital),
    ("operating", .operating), ("starts", .starts),
]

extension Place {
    /// A portfolio rule (model.md §10).
    func rule() -> Rule? {
        guard let fields = Fields(self, known: ruleKeys) else { return nil }
        let id: Rule.ID? = fields.required("id")?.identifier()
        let measure = fields.required("measure")?.measure()
        var rule = Rule(id: id ?? "", measure: measure ?? .count, place: path)
        rule.matching = fields["where"]?.selector() ?? Selector()
        rule.each = fields["each"]?.choice()
        rule.by = fields["by"]?.month()
        rule.inYear = fields["in"]?.year()
        rule.per = fields["per"]?.choice()
        rule.reason = fields["reason"]?.text()
        rule.minShare = fields["min_share"]?.share()
        rule.maxShare = fields["max_share"]?.share()
        rule.min = measure.flatMap { fields["min"]?.limit(of: $0) }
        rule.max = measure.flatMap { fields["max"]?.limit(of: $0) }
        checkLimits(fields)
        if let measure { checkTime(fields, measure) }
        return id == nil || measure == nil ? nil : rule
    }

    private func checkLimits(_ fields: Fields) {
        guard ["min", "max", "min_share", "max_share"].allSatisfy({ fields[$0] == nil }) else { return }
        error(
            .ruleLimit,
            LocalizedText("Aturan ini tidak membatasi apa pun.", english: "This rule limits nothing."),
            remedy: LocalizedText(
                "Tambahkan `min`, `max`, `min_share` atau `max_share`.",
                english: "Add `min`, `max`, `min_share` or `max_share`."))
    }

    private func checkTime(_ fields: Fields, _ measure: Rule.Measure) {
        let hasTime = [.spend, .capital, .starts].contains(measure)
        let given = ["in", "per"].filter { fields[$0] != nil }
        guard given.count == 2 || (given.count == 1 && !hasTime) else { return }
        let keys = given.map { "`\($0)`" }.joined(separator: " + ")
        error(
            .ruleTime,
            LocalizedText("\(keys) tidak berlaku di sini.", english: "\(keys) cannot be used here."),
            remedy: LocalizedText(
                "Pakai salah satu, dan hanya dengan `spend`, `capital` atau `starts`.",
                english: "Use one of them, and only with `spend`, `capital` or `starts`."))
    }

    /// A named measure, or `{benefit: dimension}`.
    private func measure() -> Rule.Measure? {
        guard entry.members == nil else {
            guard let fields = Fields(self, known: ["benefit"]) else { return nil }
            let dimension: Dimension.ID? = fields.required("benefit")?.reference(to: .dimension)
            return dimension.map(Rule.Measure.benefit)
        }
        guard let text = text() else { return nil }
        if let found = namedMeasures.first(where: { $0.name == text }) { return found.measure }
        refuseChoice(text, among: namedMeasures.map(\.name) + ["{benefit: …}"])
        return nil
    }

    /// An absolute limit in the measure's unit.
    private func limit(of measure: Rule.Measure) -> Exact? {
        switch measure {
        case .spend, .capital, .operating: money().map { Exact($0) }
        case .count, .quickWins, .starts: integer(in: 0...1_000_000_000).map { Exact(Int64($0)) }
        case .benefit: number(in: -1_000_000_000_000...1_000_000_000_000)
        }
    }

    /// Reads a choice of programs, `{dimensions, owners, tags, proposed_by, programs}`.
    func selector() -> Selector? {
        guard let fields = Fields(self, known: ["dimensions", "owners", "tags", "proposed_by", "programs"])
        else {
            return nil
        }
        return Selector(
            dimensions: fields["dimensions"]?.references(to: .dimension),
            owners: fields["owners"]?.references(to: .owner), tags: fields["tags"]?.labels(),
            proposedBy: fields["proposed_by"]?.labels(),
            programs: fields["programs"]?.references(to: .program))
    }
}
