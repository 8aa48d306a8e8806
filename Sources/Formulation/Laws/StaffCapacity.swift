import Linear
import Portfolio

/// §6: in every period, for every owner with a capacity: Σ need of the programs working ≤ capacity.
///
///     Σ_p need[p]·(z[p,t] − z[p,t−d]) ≤ capacity
struct StaffCapacity {
    func add(to builder: inout ModelBuilder) {
        for owner in builder.scenario.owners {
            guard let capacity = owner.staff else { continue }
            let users = builder.starts.filter { $0.candidate.variant.staff[owner.id] != nil }
            for period in 0..<builder.calendar.periodCount {
                addRow(owner, capacity, users, period, to: &builder)
            }
        }
    }

    private func addRow(
        _ owner: Owner, _ capacity: Int, _ users: [StartedBy], _ period: Int, to builder: inout ModelBuilder
    ) {
        var terms: [Model.Term] = []
        var most: [Int: Int] = [:]
        for user in users {
            let need = user.candidate.variant.staff[owner.id] ?? 0
            let working = user.working(in: period).merged
            guard !working.isEmpty else { continue }
            terms += working.scaled(by: Double(need))
            most[user.candidate.program] = max(most[user.candidate.program] ?? 0, need)
        }
        guard most.values.reduce(0, { $0 + $1 }) > capacity else { return }
        let name = builder.names.name(
            "staff", owner.id.rawValue, builder.calendar.firstMonth(of: period).description)
        builder.addRow(name, terms, in: (-.infinity)...Double(capacity))
    }
}
