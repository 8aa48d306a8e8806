import Portfolio
import Reporting
import Testing

/// An outcome made by hand: two funds, two fiscal years, one million a rupiah figure.
struct MadeOutcome {
    /// A chosen program; it spends all in the year of its start.
    struct Program {
        var id: String
        var start = "2023-01"
        var finish = "2023-06"
        var variant = "default"
        var cost: Int64 = 100
        var fund = "pad"
        var value = 1.0
        var quickWin = false
        var owner = "kominfo"
        var dimension = "governance"
        var must: String?

        init(_ id: String) { self.id = id }
    }

    var programs: [Program]
    var leftOut: [String] = []
    var mustNot: Set<String> = []
    var ceilings: [String: [Int64]] = ["dau": [300, 300], "pad": [300, 300]]
    var weights = ["economy": 0.5, "governance": 0.5]
    var discount = 0.06
    var status = "optimal"
    var name = "Kota"
    var risk: JSONValue?

    init(_ programs: [Program], leftOut: [String] = []) {
        self.programs = programs
        self.leftOut = leftOut
    }

    /// The outcome as a side of a comparison.
    func side(_ letter: String, trials: TrialTable? = nil) throws -> ComparisonSide {
        let report = try Report(outcome: value)
        return try #require(
            ComparisonSide(letter: letter, label: letter.lowercased(), report: report, trials: trials))
    }

    private static func rupiah(_ millions: Int64) -> JSONValue { .integer(millions * 1_000_000) }

    private static func candidate(_ id: String, owner: String, dimension: String) -> [String: JSONValue] {
        [
            "id": .string(id), "name": .string("Program \(id)"), "name_en": .string("The \(id)"),
            "variant": "default", "owner": .string(owner), "dimension": .string(dimension), "tags": [],
            "contract": "multi_year", "duration": 6.0, "capital": 0, "operating": 0, "points": 1.0,
            "benefits": [:], "requires": [], "helped_by": [],
        ]
    }

    private func member(_ program: Program) -> JSONValue {
        var members = Self.candidate(program.id, owner: program.owner, dimension: program.dimension)
        let year = String(program.start.prefix(4))
        let spend = JSONValue.object([year: Self.rupiah(program.cost)])
        members["variant"] = .string(program.variant)
        members["must"] = program.must.map(JSONValue.string)
        members["start"] = .string(program.start)
        members["finish"] = .string(program.finish)
        members["value"] = .number(program.value)
        members["quick_win"] = .bool(program.quickWin)
        members["cost"] = Self.rupiah(program.cost)
        members["spend"] = spend
        members["paid_by"] = .object([program.fund: spend])
        members["lines"] = []
        return .object(members)
    }

    private func left(_ id: String) -> JSONValue {
        var members = Self.candidate(id, owner: "kominfo", dimension: "governance")
        members["why"] = "tidak terpilih"
        members["must_not"] = mustNot.contains(id) ? "dilarang" : nil
        return .object(members)
    }

    private func spent(_ fund: String?, _ year: String) -> Int64 {
        programs.filter { ($0.fund == fund || fund == nil) && $0.start.hasPrefix(year) }
            .reduce(0) { $0 + $1.cost }
    }

    private func account(_ ceiling: Int64, _ spent: Int64) -> [String: JSONValue] {
        [
            "ceiling": Self.rupiah(ceiling), "carried_in": 0, "spent": Self.rupiah(spent), "carried_out": 0,
            "lapsed": Self.rupiah(ceiling - spent), "slack": Self.rupiah(ceiling - spent),
        ]
    }

    private var plan: JSONValue {
        let funds = ceilings.sorted { $0.key < $1.key }.map { fund, amounts -> JSONValue in
            let years = zip(["2023", "2024"], amounts).map { year, ceiling in
                (year, JSONValue.object(account(ceiling, spent(fund, year))))
            }
            return ["id": .string(fund), "years": .object(Dictionary(years) { $1 })]
        }
        let years = ["2023", "2024"].enumerated().map { index, year -> JSONValue in
            var members = account(ceilings.values.reduce(0) { $0 + $1[index] }, spent(nil, year))
            members["year"] = .integer(index == 0 ? 2023 : 2024)
            return .object(members)
        }
        return [
            "value": .number(programs.reduce(0) { $0 + $1.value }),
            "cost": Self.rupiah(programs.reduce(0) { $0 + $1.cost }), "operating_after": 0,
            "quick_wins": .integer(Int64(programs.count { $0.quickWin })),
            "count": .integer(Int64(programs.count)), "programs": .array(programs.map(member)),
            "synergies": [], "funds": .array(funds), "years": .array(years), "rules": [], "forced": [],
            "by_dimension": [], "by_owner": [], "by_proposer": [],
        ]
    }

    /// The outcome as `outcome.json` holds it.
    var value: JSONValue {
        let named = { (id: String, name: String) -> JSONValue in ["id": .string(id), "name": .string(name)] }
        var members: [String: JSONValue] = [
            "schema": 1, "status": .string(status), "objective": [], "saw": [], "version": "0",
            "left_out": .array(leftOut.map(left)), "plan": plan,
            "search": ["solver": "GLPK", "nodes": 1, "repeatable": true],
            "scenario": [
                "name": .string(name), "digest": "d", "illustrative": false,
                "programs": .integer(Int64(programs.count + leftOut.count)), "periods": 24,
                "discount_rate": .number(discount),
                "calendar": [
                    "start": "2023-01", "end": "2024-12", "benefits_until": "2024-12", "step": "month",
                ],
                "dimensions": .array(
                    weights.sorted { $0.key < $1.key }.map {
                        ["id": .string($0.key), "name": .string($0.key), "weight": .number($0.value)]
                    }),
                "owners": [named("kominfo", "Dinas Kominfo"), named("dinkes", "Dinas Kesehatan")],
                "funds": .array(ceilings.keys.sorted().map { named($0, $0.uppercased()) }),
            ],
        ]
        members["risk"] = risk
        return .object(members)
    }
}
