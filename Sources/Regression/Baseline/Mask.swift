import Reporting

/// Which parts of a JSON value are kept.
indirect enum Mask: Sendable {
    /// Everything.
    case whole
    /// The members with these names, each masked in turn.
    case members([String: Mask])
    /// Every element of a list, or every member of an object.
    case each(Mask)

    /// The members with these names, whole.
    static func names(_ names: String...) -> Mask {
        .members(Dictionary(names.map { ($0, .whole) }) { $1 })
    }

    /// The kept part; nil where nothing is left, null included.
    func kept(of value: JSONValue) -> JSONValue? {
        switch (self, value) {
        case (_, .null): nil
        case (.whole, _): value
        case (.members(let masks), .object(let members)):
            Self.filled(
                members.reduce(into: [:]) { $0[$1.key] = masks[$1.key]?.kept(of: $1.value) })
        case (.each(let mask), .object(let members)):
            Self.filled(members.compactMapValues { mask.kept(of: $0) })
        case (.each(let mask), .array(let elements)):
            .array(elements.compactMap { mask.kept(of: $0) })
        default: nil
        }
    }

    private static func filled(_ members: [String: JSONValue]) -> JSONValue? {
        members.isEmpty ? nil : .object(members)
    }
}

extension Mask {
    /// The parts of an outcome that are held to their baseline.
    static let judged = Mask.members([
        "scenario": .names("name", "digest"),
        "status": .whole,
        "objective": .each(.names("goal", "value", "bound")),
        "plan": .members([
            "value": .whole, "cost": .whole, "quick_wins": .whole,
            "programs": .each(.names("id", "variant", "start", "quick_win")),
            "funds": .each(.members(["id": .whole, "years": .each(.names("spent"))])),
        ]),
        "risk": .members([
            "trials": .whole, "seed": .whole, "policy": .whole,
            "programs": .each(.names("id", "p_planned", "p_quick_win", "p_cancelled")),
            "portfolio": .members([
                "finish": .names("p50", "p80"), "cost": .names("p50", "p80"), "value": .names("mean"),
                "lapsed": .names("mean"), "quick_wins": .names("mean"), "p_all_quick_wins": .whole,
                "years": .each(.names("fund", "year", "p_overrun")),
            ]),
        ]),
    ])
}
