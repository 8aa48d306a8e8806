import Linear
import Portfolio

/// §5: every year's spend of each eligible set is paid, and no fund-year pays more than it has.
///
///     Σ_{F∈S} pays[S,F,y] ≥ D[S,y]
///     Σ_S pays[S,F,y] + carry[F,y] ≤ B[F,y] + carry[F,y−1],   0 ≤ carry[F,y] ≤ floor(q_F·B[F,y])
///
/// A set with a single fund needs no payment column: its spend stands in the fund's own row.
struct FundCeilings {
    /// The payment columns that were made.
    private(set) var payments: [PaymentColumn] = []
    /// The columns of carried money.
    private(set) var carries: [CarryColumn] = []

    /// pays[S,F,y].
    struct PaymentColumn {
        let set: [Fund.ID]
        let fund: Fund.ID
        let year: FiscalYear
        let column: Model.Column
    }

    /// carry[F,y], from year y into the next.
    struct CarryColumn {
        let fund: Fund.ID
        let year: FiscalYear
        let column: Model.Column
    }

    mutating func add(to builder: inout ModelBuilder) {
        addCarries(to: &builder)
        let needs = Needs(builder)
        var spent: [FundYearKey: [Model.Term]] = [:]
        for year in builder.calendar.years {
            for set in needs.sets {
                pay(set, in: year, needs.terms(of: set, in: year), &spent, &builder)
            }
        }
        for fund in builder.scenario.funds {
            for year in builder.calendar.years {
                addCeiling(fund, year, spent[FundYearKey(fund: fund.id, year: year)] ?? [], to: &builder)
            }
        }
    }

    private mutating func addCarries(to builder: inout ModelBuilder) {
        for fund in builder.scenario.funds {
            guard case .carry(let share) = fund.unspent else { continue }
            for year in builder.calendar.years.dropLast() {
                let limit = share.floorOfProduct(with: fund.ceilings[year] ?? 0)
                guard limit > 0 else { continue }
                let name = builder.names.name("carry", fund.id.rawValue, year.description)
                let column = builder.model.addColumn(name, in: 0...builder.money(limit))
                carries.append(CarryColumn(fund: fund.id, year: year, column: column))
            }
        }
    }

    private mutating func pay(
        _ set: [Fund.ID], in year: FiscalYear, _ need: [Model.Term],
        _ spent: inout [FundYearKey: [Model.Term]], _ builder: inout ModelBuilder
    ) {
        guard !need.isEmpty else { return }
        if set.count == 1 {
            spent[FundYearKey(fund: set[0], year: year), default: []] += need
            return
        }
        var paid: [Model.Term] = []
        for fund in set {
            let label = set.map(\.rawValue).joined(separator: "+")
            let name = builder.names.name("pays", fund.rawValue, year.description, label)
            let column = builder.model.addColumn(name, in: 0...(.infinity))
            payments.append(PaymentColumn(set: set, fund: fund, year: year, column: column))
            spent[FundYearKey(fund: fund, year: year), default: []].append(.init(1, column))
            paid.append(.init(1, column))
        }
        let label = set.map(\.rawValue).joined(separator: "+")
        let name = builder.names.name("paid", year.description, label)
        builder.addRow(name, paid + need.negated, in: 0...(.infinity))
    }

    private func addCeiling(
        _ fund: Fund, _ year: FiscalYear, _ spent: [Model.Term], to builder: inout ModelBuilder
    ) {
        var terms = spent
        for carry in carries where carry.fund == fund.id {
            if carry.year == year { terms.append(.init(1, carry.column)) }
            if carry.year.year + 1 == year.year { terms.append(.init(-1, carry.column)) }
        }
        guard !terms.isEmpty else { return }
        let name = builder.names.name("ceiling", fund.id.rawValue, year.description)
        builder.addRow(name, terms, in: (-.infinity)...builder.money(fund.ceilings[year] ?? 0))
    }
}

/// A fund in a year.
struct FundYearKey: Hashable {
    let fund: Fund.ID
    let year: FiscalYear
}

/// D[S,y]: what the lines of each eligible set spend in each year, as sums over starts.
struct Needs {
    /// The eligible sets in use, in order of their ids.
    let sets: [[Fund.ID]]
    private let terms: [SetYear: [Model.Term]]

    private struct SetYear: Hashable {
        let set: [Fund.ID]
        let year: FiscalYear
    }

    init(_ builder: ModelBuilder) {
        var terms: [SetYear: [Model.Term]] = [:]
        for start in builder.starts {
            for line in start.candidate.variant.costs where line.amount > 0 {
                let spend = start.candidate.starts.map {
                    builder.spending.yearlySpend(of: line, start: $0, duration: start.candidate.duration)
                }
                for (index, year) in builder.calendar.years.enumerated() {
                    var rows = spend.map { builder.money($0[index]) }[...]
                    let sum = start.sum { _ in rows.popFirst() ?? 0 }
                    terms[SetYear(set: line.eligibleFunds, year: year), default: []] += sum
                }
            }
        }
        self.terms = terms.mapValues(\.merged)
        sets = Set(terms.keys.map(\.set)).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// D[S,y] as terms; empty where the set never spends in the year.
    func terms(of set: [Fund.ID], in year: FiscalYear) -> [Model.Term] {
        terms[SetYear(set: set, year: year)] ?? []
    }
}
