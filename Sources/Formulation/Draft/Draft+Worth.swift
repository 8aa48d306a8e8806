extension Draft {
    /// What a program brings at best, and what that takes of money and of other limits.
    package struct Worth: Sendable {
        /// Fall of the objective by its best option, alone.
        package let gain: Double
        /// Shares of scarce limits that this option takes, added up.
        package let price: Double
    }

    /// The worth of every program; limits count by how much more is asked of them than they allow.
    package var worths: [Worth] {
        let best = options.indices.map { program in
            options(of: program).min { (tables.costs[$0], $0) < (tables.costs[$1], $1) }
        }
        let rows = weights(tables.activities, best, most: tables.rows.upper)
        let money = weights(tables.needs, best, most: funds)
        return best.map { option in
            guard let option else { return Worth(gain: 0, price: 1) }
            return Worth(
                gain: -Double(tables.costs[option]) / tables.costScale,
                price: 1e-6 + price(tables.activities, option, rows) + price(tables.needs, option, money))
        }
    }

    private func price(_ table: SparseRows, _ option: Int, _ weights: [Double]) -> Double {
        table[option].reduce(0) {
            $0 + weights[table.entries[$1].target] * max(0, Double(table.entries[$1].amount))
        }
    }

    /// Per unit of every target: (asked − most) / (asked · most), 0 where no more is asked than allowed.
    private func weights(_ table: SparseRows, _ best: [Int?], most: ContiguousArray<Int64>) -> [Double] {
        var asked = Array(repeating: 0.0, count: most.count)
        for option in best.compactMap(\.self) {
            for index in table[option] {
                asked[table.entries[index].target] += max(0, Double(table.entries[index].amount))
            }
        }
        return zip(asked, most).map { asked, most in
            let most = Double(most)
            return most > 0 && asked > most ? (asked - most) / (asked * most) : 0
        }
    }
}
