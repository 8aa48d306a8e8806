import Linear
import Portfolio

/// §6: in every period, for every owner with a capacity: Σ need of the programs working ≤ capacity.
///
///     Σ_p need[p]·(z[p,t] − z[p,t−d]) ≤ capacity
///
/// And what follows in whole programs: of those that need at least n persons, at most
/// floor(capacity / n) work at once. These rows cut off fractions of programs that the sum allows.
///
/// A period in which nobody can have finished since the one before says all that the earlier one says,
/// and one in which nobody can have started says nothing new: only the rows that say most are stated.
struct StaffCapacity {
    func add(to builder: inout ModelBuilder) {
        for owner in builder.scenario.owners {
            guard let capacity = owner.staff else { continue }
            let users = users(of: owner, builder)
            addSums(owner, capacity, users, to: &builder)
            for need in decisiveNeeds(of: users, capacity) {
                addCounts(owner, capacity, users.filter { $0.need >= need }, need, to: &builder)
            }
        }
    }

    /// The law itself; where all need the same it says no more than their number.
    private func addSums(_ owner: Owner, _ capacity: Int, _ users: [User], to builder: inout ModelBuilder) {
        let periods = (0..<builder.calendar.periodCount).filter { period in
            let active = users.filter { $0.mayWork(in: period) }
            return Team(active).mostNeeded > capacity && Set(active.map(\.need)).count > 1
        }
        for period in decisive(periods, users) {
            let sum = users.flatMap { $0.start.working(in: period).scaled(by: Double($0.need)) }
            let name = builder.names.name("staff", owner.id.rawValue, month(period, builder))
            builder.addRow(name, sum, in: (-.infinity)...Double(capacity))
        }
    }

    /// At most so many of those at work who need at least so much.
    private func addCounts(
        _ owner: Owner, _ capacity: Int, _ users: [User], _ need: Int, to builder: inout ModelBuilder
    ) {
        let count = capacity / need
        let periods = (0..<builder.calendar.periodCount).filter { period in
            Team(users.filter { $0.mayWork(in: period) }).size > count
        }
        for period in decisive(periods, users) {
            let name = builder.names.name("teams", owner.id.rawValue, month(period, builder), "\(need)")
            builder.addRow(
                name, users.flatMap { $0.start.working(in: period) }, in: (-.infinity)...Double(count))
        }
    }

    /// The needs that allow fewer at once than every smaller one does.
    private func decisiveNeeds(of users: [User], _ capacity: Int) -> [Int] {
        var fewest = Int.max
        return Set(users.map(\.need)).sorted().filter { need in
            defer { fewest = min(fewest, capacity / need) }
            return capacity / need < fewest
        }
    }

    /// The periods, of those given in order, whose rows say all that the others say.
    private func decisive(_ periods: [Int], _ users: [User]) -> [Int] {
        periods.reduce(into: []) { kept, period in
            if let last = kept.last {
                if users.allSatisfy({ $0.start.started(by: last) == $0.start.started(by: period) }) { return }
                if users.allSatisfy({ $0.start.operating(by: last) == $0.start.operating(by: period) }) {
                    kept.removeLast()
                }
            }
            kept.append(period)
        }
    }

    private func month(_ period: Int, _ builder: ModelBuilder) -> String {
        builder.calendar.firstMonth(of: period).description
    }

    /// A candidate that needs staff of the owner.
    private struct User {
        let start: StartedBy
        let need: Int

        func mayWork(in period: Int) -> Bool { !start.working(in: period).merged.isEmpty }
    }

    /// Users, of which each program works in one variant at most.
    private struct Team {
        private let needs: [Int: Int]

        init(_ users: [User]) {
            needs = Dictionary(users.map { ($0.start.candidate.program, $0.need) }, uniquingKeysWith: max)
        }

        var size: Int { needs.count }
        var mostNeeded: Int { needs.values.reduce(0, +) }
    }

    private func users(of owner: Owner, _ builder: ModelBuilder) -> [User] {
        builder.starts.compactMap { start in
            guard let need = start.candidate.variant.staff[owner.id], need > 0 else { return nil }
            return User(start: start, need: need)
        }
    }
}
