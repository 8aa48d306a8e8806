import Portfolio

/// The ids that a scenario defines, gathered before typing so that references can be checked in
/// any order.
struct Names {
    /// The kinds of thing that are referred to by id.
    enum Kind: String, CaseIterable {
        case dimension, owner, fund, program, route

        /// What it is called in a finding.
        var title: LocalizedText {
            switch self {
            case .dimension: LocalizedText("dimensi", english: "dimension")
            case .owner: LocalizedText("OPD", english: "owner")
            case .fund: LocalizedText("sumber dana", english: "fund")
            case .program: LocalizedText("program", english: "program")
            case .route: LocalizedText("metode pengadaan", english: "procurement route")
            }
        }
    }

    private var ids: [Kind: Set<String>] = [:]

    /// No names.
    init() {}

    /// The ids in a resolved tree.
    init(of root: Entry) {
        ids[.dimension] = Names.ids(in: root["dimensions"])
        ids[.owner] = Names.ids(in: root["owners"])
        ids[.fund] = Names.ids(in: root["funds"])
        ids[.program] = Names.ids(in: root["programs"])
        ids[.route] = Names.ids(in: root["risk"]?["procurement"])
    }

    /// The ids of one kind.
    subscript(kind: Kind) -> Set<String> { ids[kind] ?? [] }

    private static func ids(in list: Entry?) -> Set<String> { Set((list?.items ?? []).compactMap(\.id)) }
}
