import Portfolio

extension RuleID {
    /// `remove: true` for something that is not there.
    static let removeUnknown = RuleID("remove-unknown")
    /// `remove` with another value than true.
    static let removeValue = RuleID("remove-value")
}

/// Lays a file over the one that it extends: maps merge by key, lists of things with ids merge by
/// id, everything else replaces.
struct Overlay {
    let reading: Reading

    /// The base with the changes of the top.
    func merge(_ top: Entry, over base: Entry?) -> Entry {
        switch (top.content, base?.content) {
        case (.map(let changes), .map(let members)?):
            replacing(top, with: .map(merge(changes, over: members)))
        case (.map(let changes), _):
            replacing(top, with: .map(merge(changes, over: [])))
        case (.list(let changes), .list(let items)?) where isIdentified(changes) && isIdentified(items):
            replacing(top, with: .list(merge(changes, over: items)))
        case (.list(let changes), _):
            replacing(top, with: .list(merge(changes, over: [])))
        case (.text, _):
            top
        }
    }

    private func replacing(_ entry: Entry, with content: Entry.Content) -> Entry {
        Entry(content: content, location: entry.location, serial: entry.serial)
    }

    private func isIdentified(_ items: [Entry]) -> Bool { items.allSatisfy { $0.id != nil } }

    private func merge(_ changes: [Entry.Member], over members: [Entry.Member]) -> [Entry.Member] {
        var result = members
        let positions = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.key, $0) })
        for change in changes {
            let position = positions[change.key]
            let merged = Entry.Member(
                key: change.key, keyLocation: change.keyLocation,
                value: merge(change.value, over: position.map { members[$0].value }))
            if let position { result[position] = merged } else { result.append(merged) }
        }
        return result
    }

    /// Things without an id in either list are kept as they are; an id that the changes hold twice
    /// stays twice, so that it is reported.
    private func merge(_ changes: [Entry], over items: [Entry]) -> [Entry] {
        var result: [Entry?] = items
        var positions: [String: Int] = [:]
        for (position, item) in items.enumerated() {
            if let id = item.id, positions[id] == nil { positions[id] = position }
        }
        for change in changes {
            let position = change.id.flatMap { positions.removeValue(forKey: $0) }
            if change["remove"] != nil, change.id != nil {
                remove(change, at: position, from: &result)
            } else if let position {
                result[position] = merge(change, over: items[position])
            } else {
                result.append(merge(change, over: nil))
            }
        }
        return result.compactMap { $0 }
    }

    private func remove(_ change: Entry, at position: Int?, from result: inout [Entry?]) {
        guard let flag = change["remove"], flag.text == "true" else {
            return reading.error(
                .removeValue, at: change["remove"]?.location ?? change.location,
                LocalizedText("`remove` hanya dapat bernilai true.", english: "`remove` can only be true."),
                remedy: LocalizedText(
                    "Tulis `remove: true`, atau hapus kuncinya.",
                    english: "Write `remove: true`, or leave the key out."))
        }
        if let position {
            result[position] = nil
        } else {
            reading.error(
                .removeUnknown, at: change.location,
                LocalizedText(
                    "`\(change.id ?? "")` tidak ada, sehingga tidak dapat dihapus.",
                    english: "There is no `\(change.id ?? "")` to remove."),
                remedy: LocalizedText(
                    "Periksa id-nya, atau hapus baris ini.", english: "Check the id, or delete this entry."))
        }
    }
}
