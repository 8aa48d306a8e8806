import Portfolio

/// The sums over a plan's programs that reviewers ask for.
public struct PlanTotals: Sendable {
    /// What the programs of one dimension, agency or proposer amount to.
    public struct Part: Sendable {
        /// Id of the dimension or agency, or the proposer's name; empty where nobody is named.
        public var id: String
        /// Number of programs.
        public var count: Int
        /// Their spending, rupiah.
        public var cost: Rupiah
        /// Their share of the plan's spending; nil where nothing is spent.
        public var share: Double?
        /// Their value, discounted weighted points.
        public var value: Double
    }

    /// All funds of a fiscal year together.
    public struct Year: Sendable {
        /// The year.
        public var year: FiscalYear
        /// Sums of the funds' accounts, rupiah.
        public var ceiling, carriedIn, spent, carriedOut, lapsed: Rupiah
    }

    /// By primary dimension, every dimension present, in the order of ids.
    public var dimensions: [Part]
    /// By agency, only those with programs, in the order of ids.
    public var owners: [Part]
    /// By proposer, in the order of names.
    public var proposers: [Part]
    /// Programs with a proposer other than `government`; nil where no program names a proposer.
    public var bottomUp: Part?
    /// Points per year at full operation that the chosen programs give in each dimension.
    public var points: [Dimension.ID: Double]
    /// All funds together, in the order of years.
    public var years: [Year]

    init(of rows: [ProgramRow], funds: [FundRow], points: [Dimension.ID: Double], scenario: Scenario) {
        let total = rows.reduce(0) { $0 + $1.cost }
        func part(_ id: String, _ rows: [ProgramRow]) -> Part {
            let cost = rows.reduce(0) { $0 + $1.cost }
            return Part(
                id: id, count: rows.count, cost: cost, share: total > 0 ? Double(cost) / Double(total) : nil,
                value: rows.reduce(0) { $0 + $1.value })
        }
        func parts(_ key: (ProgramRow) -> String) -> [Part] {
            Dictionary(grouping: rows, by: key).sorted { $0.key < $1.key }.map { part($0.key, $0.value) }
        }
        let dimension = Dictionary(grouping: rows) { $0.facts.program.dimension }
        dimensions = scenario.dimensions.map { part($0.id.rawValue, dimension[$0.id] ?? []) }
        owners = parts { $0.facts.program.owner.rawValue }
        proposers = parts { $0.facts.program.proposedBy ?? "" }
        bottomUp =
            rows.contains { $0.facts.program.proposedBy != nil }
            ? part("bottom_up", rows.filter { !["government", nil].contains($0.facts.program.proposedBy) })
            : nil
        self.points = points
        years = scenario.calendar.years.map { year in
            Year(year, funds.compactMap { fund in fund.years.first { $0.year == year } })
        }
    }
}

extension PlanTotals.Year {
    fileprivate init(_ year: FiscalYear, _ accounts: [FundYear]) {
        func sum(_ part: (FundYear) -> Rupiah) -> Rupiah { accounts.reduce(0) { $0 + part($1) } }
        self.init(
            year: year, ceiling: sum(\.ceiling), carriedIn: sum(\.carriedIn), spent: sum(\.spent),
            carriedOut: sum(\.carriedOut), lapsed: sum(\.lapsed))
    }
}

extension PlanTotals {
    /// The members that the plan has in `outcome.json` for its sums.
    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [
            "by_dimension": .array(
                dimensions.map { part in
                    var entry = part.members
                    entry["points"] = .number(points[Dimension.ID(part.id)] ?? 0)
                    return .object(entry)
                }),
            "by_owner": .array(owners.map { .object($0.members) }),
            "by_proposer": .array(proposers.map { .object($0.members) }),
            "years": .array(years.map(\.jsonValue)),
        ]
        members["bottom_up"] = bottomUp.map { .object($0.members) }
        return members
    }
}

extension PlanTotals.Part {
    fileprivate var members: [String: JSONValue] {
        [
            "id": .string(id), "count": .integer(Int64(count)), "cost": .integer(cost),
            "share": share.map(JSONValue.number) ?? .null, "value": .number(value),
        ]
    }
}

extension PlanTotals.Year {
    fileprivate var jsonValue: JSONValue {
        [
            "year": .integer(Int64(year.year)), "ceiling": .integer(ceiling),
            "carried_in": .integer(carriedIn), "spent": .integer(spent),
            "carried_out": .integer(carriedOut), "lapsed": .integer(lapsed),
            "slack": .integer(carriedOut + lapsed),
        ]
    }
}
