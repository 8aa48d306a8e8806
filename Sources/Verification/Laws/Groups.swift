import Portfolio

/// §7: n = |chosen ∩ of|; at_most: n ≤ k; at_least: n ≥ k; exactly: n = k; all_or_none: n ∈ {0, |of|}.
///
/// The excess is the least number of programs to add or drop.
enum Groups: Law {
    static func violations(in plan: ResolvedPlan) -> [Violation] {
        plan.scenario.groups.compactMap { group in
            let chosen = group.of.count(where: plan.lists)
            let excess = excess(of: chosen, over: group)
            guard excess > 0 else { return nil }
            let list = group.of.map(\.rawValue).joined(separator: ", ")
            return Violation(
                rule: .group, place: group.place, excess: .count(excess),
                message: .saying {
                    "Kelompok \(group.id): \(chosen) program terpilih dari \(list), \($0.demand(of: group.kind))."
                } english: {
                    "Group \(group.id): \(chosen) programs are chosen of \(list), \($0.demand(of: group.kind))."
                })
        }
    }

    private static func excess(of chosen: Int, over group: Group) -> Int {
        switch group.kind {
        case .atMost(let k): max(0, chosen - k)
        case .atLeast(let k): max(0, k - chosen)
        case .exactly(let k): abs(chosen - k)
        case .allOrNone: min(chosen, group.of.count - chosen)
        }
    }
}

extension Words {
    /// What a group asks for.
    fileprivate func demand(of kind: Group.Kind) -> String {
        let isIndonesian = language == .indonesian
        return switch kind {
        case .atMost(let k): isIndonesian ? "paling banyak \(k)" : "at most \(k) may be"
        case .atLeast(let k): isIndonesian ? "paling sedikit \(k)" : "at least \(k) must be"
        case .exactly(let k): isIndonesian ? "harus tepat \(k)" : "exactly \(k) must be"
        case .allOrNone: isIndonesian ? "harus semua atau tidak satu pun" : "all or none must be"
        }
    }
}
