import Linear
import Portfolio

/// §6: in every period, for every owner with a capacity: Σ need of the programs working ≤ capacity.
///
///     Σ_p need[p]·(z[p,t] − z[p,t−d]) ≤ capacity
///
/// And what follows in whole programs: of those that need at least n persons, at most
/// floor(capacity / n) work at once. These rows cut off fractions of programs that the sum allows.
struct StaffCapacity {
    func add(to builder: inout ModelBuilder) {
        for owner in builder.scenario.owners {
            guard let capacity = owner.staff else { continue }
            for period in 0..<builder.calendar.periodCount {
                let month = builder.calendar.firstMonth(of: period).description
                let users = users(of: owner, in: period, builder)
                guard Team(users).mostNeeded > capacity else { continue }
                if Set(users.map(\.need)).count > 1 { addSum(owner, capacity, users, month, to: &builder) }
                addCounts(owner, capacity, users, month, to: &builder)
            }
        }
    }

    /// The law itself; where all need the same it says no more than their number.
    private func addSum(
        _ owner: Owner, _ capacity: Int, _ users: [User], _ month: String, to builder: inout ModelBuilder
    ) {
        let sum = users.flatMap { $0.working.scaled(by: Double($0.need)) }
        let name = builder.names.name("staff", owner.id.rawValue, month)
        builder.addRow(name, sum, in: (-.infinity)...Double(capacity))
    }

    private func addCounts(
        _ owner: Owner, _ capacity: Int, _ users: [User], _ month: String, to builder: inout ModelBuilder
    ) {
        for need in Set(users.map(\.need)).sorted() {
            let large = users.filter { $0.need >= need }
            let count = capacity / need
            guard Team(large).size > count
            else { continue }
            let name = builder.names.name("teams", owner.id.rawValue, month, "\(need)")
            builder.addRow(name, large.flatMap(\.working), in: (-.infinity)...Double(count))
        }
    }

    /// A candidate that may work in a period and needs staff of the owner.
    private struct User {
        let program: Int
        let need: Int
        let working: [Model.Term]
    }

    /// Users, of which each program works in one variant at most.
    private struct Team {
        private let needs: [Int: Int]

        init(_ users: [User]) {
            needs = Dictionary(users.map { ($0.program, $0.need) }, uniquingKeysWith: max)
        }

        var size: Int { needs.count }
        var mostNeeded: Int { needs.values.reduce(0, +) }
    }

    private func users(of owner: Owner, in period: Int, _ builder: ModelBuilder) -> [User] {
        builder.starts.compactMap { start in
            guard let need = start.candidate.variant.staff[owner.id] else { return nil }
            let working = start.working(in: period).merged
            return working.isEmpty
                ? nil : User(program: start.candidate.program, need: need, working: working)
        }
    }
}
