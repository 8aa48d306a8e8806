import Portfolio

/// One complete plan: for every program of the scenario, in order, its choice or nil.
struct Selection {
    let entries: [Choice?]
    let chosen: [Choice]
    private let position: [Program.ID: Int]

    init(_ entries: [Choice?], position: [Program.ID: Int]) {
        self.entries = entries
        self.position = position
        chosen = entries.compactMap { $0 }
    }

    subscript(id: Program.ID) -> Choice? { position[id].flatMap { entries[$0] } }

    var plan: Plan { Plan(programs: chosen.map(\.planned)) }

    /// The latest finish among some programs; nil unless all of them are chosen.
    func latestFinish(of ids: [Program.ID]) -> Int? {
        let finishes = ids.compactMap { self[$0]?.finish }
        return finishes.count == ids.count ? finishes.max() : nil
    }
}
