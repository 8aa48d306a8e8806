import Portfolio

/// What the reports call the drivers, events, procurement routes and budget shocks of a scenario.
struct RiskNames: Sendable {
    /// A risk that has a name.
    struct Entry: Sendable {
        let kind: String
        let id: String
        let name: LocalizedText
    }

    /// Those that have a name, by kind and then by id.
    let entries: [Entry]
    private let names: [String: LocalizedText]

    private init(_ entries: [Entry]) {
        self.entries = entries
        names = Dictionary(entries.map { (Self.key($0.kind, $0.id), $0.name) }) { first, _ in first }
    }

    /// The names that a scenario gives; kinds are those of `outcome.json`.
    init(of risk: Risk) {
        let all: [(String, String, LocalizedText?)] =
            risk.drivers.map { ("driver", $0.id.rawValue, $0.name) }
            + risk.events.map { ("event", $0.id.rawValue, $0.name) }
            + risk.procurement.map { ("route", $0.id.rawValue, $0.name) }
            + risk.budgetShocks.map { ("shock", $0.id.rawValue, $0.name) }
        self.init(all.compactMap { kind, id, name in name.map { Entry(kind: kind, id: id, name: $0) } })
    }

    /// The names that an outcome holds.
    init(_ parts: [OutcomePart]) throws(UnusableOutcome) {
        self.init(
            try parts.map { part throws(UnusableOutcome) in
                Entry(
                    kind: try part.part("kind").text(), id: try part.part("id").text(),
                    name: try part.localized("name"))
            })
    }

    /// The name of the risk that an effect is of; nil where it has only its id.
    subscript(effect: Report.Effect) -> LocalizedText? { names[Self.key(effect.kind, effect.id)] }

    /// The entries as `outcome.json` holds them.
    var jsonValue: JSONValue {
        .array(
            entries.map { entry in
                .object(
                    JSONValue.named(entry.id, entry.name).merging(["kind": .string(entry.kind)]) { $1 })
            })
    }

    private static func key(_ kind: String, _ id: String) -> String { "\(kind)/\(id)" }
}
