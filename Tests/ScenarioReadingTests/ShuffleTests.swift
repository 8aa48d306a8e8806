import Portfolio
import TestSupport
import Testing

@testable import ScenarioReading

/// Writes a tree with keys, and lists whose order has no meaning, in another order.
private struct Shuffle {
    private static let ordered: Set<String> = [
        "ramp", "objective", "profile", "values", "correlation", "expect", "within",
    ]
    var generator: SplitMix64

    mutating func text(_ entry: Entry, under key: String = "") -> String {
        switch entry.content {
        case .text(let text, _): return text.quotedForJSON
        case .map(let members):
            var parts: [String] = []
            for member in members.shuffled(using: &generator) {
                parts.append("\"\(member.key)\": " + text(member.value, under: member.key))
            }
            return "{" + parts.joined(separator: ", ") + "}"
        case .list(let items):
            let isOrdered = Shuffle.ordered.contains(key)
            var parts: [String] = []
            for item in isOrdered ? items : items.shuffled(using: &generator) {
                parts.append(text(item, under: isOrdered ? key : ""))
            }
            return "[" + parts.joined(separator: ", ") + "]"
        }
    }
}

extension Scenario {
    /// The scenario without the places that depend on the order of lists without ids.
    fileprivate var withoutPositions: Scenario {
        var copy = self
        for p in copy.programs.indices {
            for r in copy.programs[p].requires.indices { copy.programs[p].requires[r].place = ScenarioPath() }
            for h in copy.programs[p].helpedBy.indices { copy.programs[p].helpedBy[h].place = ScenarioPath() }
            for v in copy.programs[p].variants.indices {
                for c in copy.programs[p].variants[v].costs.indices {
                    copy.programs[p].variants[v].costs[c].place = ScenarioPath()
                }
            }
        }
        return copy
    }
}

@Suite struct ShuffleTests {
    @Test("The order of keys and of lists without meaning changes nothing", arguments: 1...20)
    func shuffled(seed: UInt64) throws {
        let root = try #require(YAMLText(file: "", reading: Reading()).entry(from: Array(fullScenario.utf8)))
        var shuffle = Shuffle(generator: SplitMix64(seed: seed))
        let scenario = try read(shuffle.text(root)).scenario
        #expect(scenario?.withoutPositions == (try read(fullScenario).scenario?.withoutPositions))
    }
}
