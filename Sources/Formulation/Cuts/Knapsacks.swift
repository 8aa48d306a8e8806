import Portfolio

/// The knapsacks of a scenario, from which covers are separated: what only some funds may pay in some
/// years in a row, and the staff of an owner in a period.
struct Knapsacks {
    let scenario: Scenario
    let starts: [StartedBy]

    /// Most different unions of eligible sets that are looked at.
    private static let mostUnions = 64

    /// All of them.
    var all: [Knapsack] { ofFunds + ofStaff }

    private var programs: [Int] { starts.map(\.candidate.program) }

    /// Hall's condition for funds U and years y … y': what lines with S ⊆ U spend in these years is at
    /// most what U holds in them and could carry into the first.
    ///
    ///     Σ_{S⊆U} Σ_{y…y'} D[S,y] ≤ Σ_{F∈U} (Σ_{y…y'} B[F,y] + floor(q_F·B[F,y−1]))
    private var ofFunds: [Knapsack] {
        let years = scenario.calendar.years
        let spans = years.indices.flatMap { first in (first..<years.count).map { first...$0 } }
        let spending = starts.map(yearlySpending)
        let holdings = FundHoldings(scenario: scenario)
        return unions.flatMap { union in
            let weights = spending.map { lines in lines.filter { union.isSuperset(of: $0.set) } }
            return spans.compactMap { span in
                Knapsack(
                    capacity: holdings.most(of: union, in: span),
                    weights: weights.enumerated().map { weigh($1, candidate: $0, in: span) },
                    programs: programs)
            }
        }
    }

    private func weigh(_ lines: [Line], candidate: Int, in span: ClosedRange<Int>) -> Knapsack.Weights {
        var amounts = [Int64](repeating: 0, count: starts[candidate].columns.count)
        for line in lines {
            for (start, years) in line.amounts.enumerated() {
                amounts[start] += years[span].reduce(0, +)
            }
        }
        return Knapsack.Weights(candidate: candidate, amounts: amounts)
    }

    /// A cost line's spend by start and year.
    private struct Line {
        let set: Set<Fund.ID>
        let amounts: [[Rupiah]]
    }

    private func yearlySpending(_ start: StartedBy) -> [Line] {
        let table = SpendTable(calendar: scenario.calendar)
        return start.candidate.variant.costs.map { line in
            Line(
                set: Set(line.eligibleFunds),
                amounts: start.candidate.starts.map {
                    table.yearlySpend(of: line, start: $0, duration: start.candidate.duration)
                })
        }
    }

    /// Unions of the eligible sets in use, the smallest first.
    private var unions: [Set<Fund.ID>] {
        let lines = starts.flatMap(\.candidate.variant.costs).filter { $0.amount > 0 }
        let sets = Set(lines.map { Set($0.eligibleFunds) }).sorted(by: isSmaller)
        var all = Set(sets)
        var last = sets
        while !last.isEmpty, all.count < Self.mostUnions {
            let grown = Set(last.flatMap { one in sets.map { one.union($0) } }).subtracting(all)
            last = Array(grown.sorted(by: isSmaller).prefix(Self.mostUnions - all.count))
            all.formUnion(last)
        }
        if !sets.isEmpty { all.insert(sets.reduce(into: Set()) { $0.formUnion($1) }) }
        return all.sorted(by: isSmaller)
    }

    private func isSmaller(_ one: Set<Fund.ID>, _ other: Set<Fund.ID>) -> Bool {
        if one.count != other.count { return one.count < other.count }
        return one.sorted().lexicographicallyPrecedes(other.sorted())
    }

    /// Σ need of the programs at work in a period ≤ the owner's staff.
    private var ofStaff: [Knapsack] {
        scenario.owners.flatMap { owner -> [Knapsack] in
            guard let staff = owner.staff else { return [] }
            return (0..<scenario.calendar.periodCount).compactMap { period in
                Knapsack(
                    capacity: Int64(staff),
                    weights: starts.indices.map { staffing(of: owner, in: period, candidate: $0) },
                    programs: programs)
            }
        }
    }

    private func staffing(of owner: Owner, in period: Int, candidate: Int) -> Knapsack.Weights {
        let own = starts[candidate].candidate
        let need = Int64(own.variant.staff[owner.id] ?? 0)
        return Knapsack.Weights(
            candidate: candidate,
            amounts: own.starts.map { ($0..<($0 + own.duration)).contains(period) ? need : 0 })
    }
}
