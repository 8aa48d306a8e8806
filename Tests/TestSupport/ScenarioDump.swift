import Portfolio

extension Scenario {
    /// The scenario in a few lines, for the message of a failed test.
    public var dump: String {
        let head =
            "\(name.indonesian): \(calendar.start)…\(calendar.end) \(calendar.step), benefits to "
            + "\(calendar.benefitsUntil), discount \(discountRate), quick win "
            + (quickWin.map { "≤ \($0.maxDuration) months by \($0.finishBy)" } ?? "none")
        let lines =
            [head, "objective: " + objective.map(\.description).joined(separator: ", ")]
            + dimensions.map { "dimension \($0.id): weight \($0.weight)" }
            + owners.map { "owner \($0.id): staff \($0.staff.map(String.init) ?? "any")" }
            + funds.map(\.dump) + programs.flatMap(\.dump)
            + groups.map { "group \($0.id): \($0.kind) of \($0.of)" }
            + synergies.map { "synergy \($0.id): \($0.programs) \(ordered($0.benefits))" }
            + rules.map(\.dump)
        return lines.joined(separator: "\n")
    }
}

extension Plan {
    /// `p1/default@0 p3/pilot@2`, for the message of a failed test.
    public var dump: String {
        programs.map { "\($0.program)/\($0.variant)@\($0.start)" }.joined(separator: " ")
    }
}

private func ordered<Key: Comparable, Value>(_ table: [Key: Value]) -> String {
    table.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
}

/// `name: value`, or nothing without a value.
private func given(_ name: String, _ value: Any?) -> String { value.map { " \(name): \($0);" } ?? "" }

extension Fund {
    fileprivate var dump: String {
        "fund \(id): \(ordered(ceilings)); \(unspent)" + given("kinds", paysFor?.kinds)
            + given("owners", paysFor?.owners) + given("dimensions", paysFor?.dimensions)
            + given("tags", paysFor?.tags)
    }
}

extension Program {
    fileprivate var dump: [String] {
        var head = "program \(id): owner \(owner); \(dimension); tags \(tags); \(contract);"
        head += given("by", proposedBy) + given("in progress", inProgress)
        head += given("must", must?.text) + given("must not", mustNot?.text)
        let needs =
            requires.map { "  requires \($0.program) \($0.timing)" }
            + (requiresAny.map { ["  requires \($0.atLeast) of \($0.of) \($0.timing)"] } ?? [])
            + helpedBy.map { "  helped by \($0.program): \($0.share)" }
        return [head] + needs + variants.flatMap(\.dump)
    }
}

extension Variant {
    fileprivate var dump: [String] {
        let head =
            "  \(id): \(duration.planned) months; points \(ordered(benefits)); ramp \(ramp);"
            + " staff \(ordered(staff));" + given("earliest", window.earliest)
            + given("latest finish", window.latestFinish) + given("start months", window.startMonths)
        return [head]
            + costs.map {
                "    \($0.name): \($0.amount) \($0.profile) from \($0.eligibleFunds)"
                    + given("years", $0.years)
            }
    }
}

extension Rule {
    fileprivate var dump: String {
        "rule \(id): \(measure)" + given("dimensions", matching.dimensions) + given("owners", matching.owners)
            + given("tags", matching.tags) + given("proposed by", matching.proposedBy)
            + given("programs", matching.programs) + given("each", each) + given("by", by)
            + given("in", inYear) + given("per", per) + given("min", min) + given("max", max)
            + given("min share", minShare) + given("max share", maxShare)
    }
}
