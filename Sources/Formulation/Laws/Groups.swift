import Linear
import Portfolio

/// §7: groups, on choice.
///
///     at_most Σ y ≤ k,  at_least Σ y ≥ k,  exactly Σ y = k,  all_or_none y_i = y_{i+1}
struct Groups {
    func add(to builder: inout ModelBuilder) {
        for group in builder.scenario.groups {
            let chosen = group.of.flatMap { builder.chosen($0) }
            switch group.kind {
            case .atMost(let k): add(group, chosen, in: (-.infinity)...Double(k), to: &builder)
            case .atLeast(let k): add(group, chosen, in: Double(k)...(.infinity), to: &builder)
            case .exactly(let k): add(group, chosen, in: Double(k)...Double(k), to: &builder)
            case .allOrNone:
                for (one, next) in zip(group.of, group.of.dropFirst()) {
                    let terms = builder.chosen(one) + builder.chosen(next).negated
                    add(group, terms, in: 0...0, to: &builder)
                }
            }
        }
    }

    private func add(
        _ group: Group, _ terms: [Model.Term], in bounds: ClosedRange<Double>, to builder: inout ModelBuilder
    ) {
        builder.addRow(builder.names.name("group", group.id.rawValue), terms, in: bounds)
    }
}
