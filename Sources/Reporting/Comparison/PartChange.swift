import Portfolio

/// What changed for the programs of one dimension or agency.
public struct PartChange: Sendable {
    /// Its id.
    public let id: String
    /// Its name.
    public let name: LocalizedText
    /// Number of its programs.
    public let count: Change<Int64>
    /// Their spending, rupiah.
    public let cost: Change<Rupiah>
    /// Their spending by fiscal year, every year of either side, rupiah.
    public let years: [FiscalYear: Change<Rupiah>]
    /// Their value.
    public let value: Change<Double>

    /// Whether nothing changed.
    public var isNone: Bool {
        count.isNone && cost.isNone && value.isNone && years.values.allSatisfy(\.isNone)
    }

    /// Every part with a program in either plan, by id.
    ///
    /// - Parameters:
    ///   - part: the id of the part that a program belongs to.
    ///   - name: the name that a report gives a part.
    static func all(
        from base: ComparisonSide, to other: ComparisonSide, in years: [FiscalYear],
        by part: (Report.Candidate) -> (id: String, name: LocalizedText)
    ) -> [PartChange] {
        let (before, after) = (sums(of: base, by: part), sums(of: other, by: part))
        return Set(before.keys).union(after.keys).sorted().map { id in
            let (one, two) = (before[id] ?? Sums(), after[id] ?? Sums())
            return PartChange(
                id: id, name: two.name ?? one.name ?? LocalizedText(id),
                count: Change(one.count, two.count), cost: Change(one.cost, two.cost),
                years: Dictionary(
                    years.map { ($0, Change(one.years[$0] ?? 0, two.years[$0] ?? 0)) }
                ) { $1 },
                value: Change(one.value, two.value))
        }
    }

    private struct Sums {
        var name: LocalizedText?
        var count: Int64 = 0
        var cost: Rupiah = 0
        var years: [FiscalYear: Rupiah] = [:]
        var value = 0.0

        mutating func add(_ program: Report.Program) {
            count += 1
            cost += program.cost.value
            years.merge(program.spend.mapValues(\.value), uniquingKeysWith: +)
            value += program.value.value
        }
    }

    private static func sums(
        of side: ComparisonSide, by part: (Report.Candidate) -> (id: String, name: LocalizedText)
    ) -> [String: Sums] {
        side.plan.programs.reduce(into: [:]) { sums, program in
            let (id, name) = part(program.candidate)
            sums[id, default: Sums(name: name)].add(program)
        }
    }
}
