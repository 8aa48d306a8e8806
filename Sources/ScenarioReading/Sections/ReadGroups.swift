import Portfolio

extension RuleID {
    /// `k` missing, or given where the kind has none.
    static let groupCount = RuleID("group-count")
    /// A synergy of fewer than two programs.
    static let synergySize = RuleID("synergy-size")
}

private enum GroupWord: String, CaseIterable {
    case at_most, at_least, exactly, all_or_none
}

extension Place {
    /// Reads `{id, kind, k, of}`.
    func group() -> Group? {
        guard let fields = Fields(self, known: ["id", "kind", "k", "of"]) else { return nil }
        let id: Group.ID? = fields.required("id")?.identifier()
        let word: GroupWord? = fields.required("kind")?.choice()
        let members: [Program.ID]? = fields.required("of")?.references(to: .program)
        let count = fields["k"]?.integer(in: 0...1_000_000)
        guard let word, let kind = kind(word, count, fields), let id, let members else { return nil }
        return Group(id: id, kind: kind, of: members, place: path)
    }

    private func kind(_ word: GroupWord, _ count: Int?, _ fields: Fields) -> Group.Kind? {
        guard (fields["k"] == nil) == (word == .all_or_none) else {
            error(
                .groupCount,
                word == .all_or_none
                    ? LocalizedText("`all_or_none` tidak memakai `k`.", english: "`all_or_none` has no `k`.")
                    : LocalizedText(
                        "`\(word.rawValue)` memerlukan `k`.", english: "`\(word.rawValue)` needs `k`."),
                remedy: LocalizedText("Tambahkan atau hapus `k`.", english: "Add or remove `k`."))
            return nil
        }
        switch word {
        case .at_most: return count.map(Group.Kind.atMost)
        case .at_least: return count.map(Group.Kind.atLeast)
        case .exactly: return count.map(Group.Kind.exactly)
        case .all_or_none: return .allOrNone
        }
    }

    /// Reads `{id, programs, benefits}`.
    func synergy() -> Synergy? {
        guard let fields = Fields(self, known: ["id", "programs", "benefits"]) else { return nil }
        let id: Synergy.ID? = fields.required("id")?.identifier()
        let programs: [Program.ID]? = fields.required("programs")?.references(to: .program)
        let benefits = fields.required("benefits")?.benefits()
        if let list = fields["programs"]?.entry.items, list.count == 1 {
            error(
                .synergySize,
                LocalizedText(
                    "Sinergi memerlukan paling sedikit dua program.",
                    english: "A synergy needs at least two programs."),
                remedy: LocalizedText("Tambahkan program lain.", english: "Add another program."))
        }
        guard let id, let programs, let benefits else { return nil }
        return Synergy(id: id, programs: programs, benefits: benefits, place: path)
    }
}
