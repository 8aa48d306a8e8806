import Portfolio

extension SourceMap {
    /// Records where every value of a tree was written; where an id stands twice, the first counts.
    init(of root: Entry) {
        add(root, at: ScenarioPath())
    }

    private mutating func add(_ entry: Entry, at path: ScenarioPath) {
        if locations[path] == nil { locations[path] = entry.location }
        for member in entry.members ?? [] { add(member.value, at: path.key(member.key)) }
        for (position, item) in (entry.items ?? []).enumerated() {
            add(item, at: ScenarioPath(path.components + [item.pathComponent(at: position)]))
        }
    }
}
