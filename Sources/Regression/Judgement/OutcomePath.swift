import Probability
import Reporting

extension JSONValue {
    /// The value as a number: a plain one, or the estimate of a figure with an interval.
    var numeric: Double? {
        switch self {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        case .object: estimate?.estimate
        default: nil
        }
    }

    /// The figure with its interval; nil where this is none.
    var estimate: Estimate? {
        guard case .object = self, let estimate = self["estimate"]?.numeric, let low = self["low"]?.numeric,
            let high = self["high"]?.numeric
        else { return nil }
        return Estimate(estimate: estimate, low: low, high: high)
    }

    /// The parts with the names that a path calls them by: members by name, elements by their id where they
    /// have one, else by position.
    var namedParts: [(name: String, value: JSONValue)] {
        switch self {
        case .object(let members): members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        case .array(let elements): elements.enumerated().map { ($1.nameInList ?? "\($0)", $1) }
        default: []
        }
    }

    /// What tells an element from the others of its list: fund and year, or id (of a driver with what it is
    /// a driver of), or goal.
    private var nameInList: String? {
        if let fund = self["fund"]?.text, let year = self["year"]?.whole { return "\(fund).\(year)" }
        guard let id = (self["id"] ?? self["goal"])?.text else { return nil }
        return self["on"]?.text.map { "\(id).\($0)" } ?? id
    }
}

/// A path in `outcome.json`: names, ids and positions joined by dots, such as
/// `plan.programs.intranet-a.start` or `objective.0.value`.
struct OutcomePath {
    /// The path as written.
    let text: String

    /// Where a path leads.
    enum Destination: Equatable {
        /// To a value.
        case found(JSONValue)
        /// Nowhere: as far as this path there is something, and these are its parts.
        case lost(after: String, parts: [String])
    }

    /// Short names of figures that are asked for often.
    private static let shortNames = ["risk.quick_wins_on_time": "risk.portfolio.p_all_quick_wins"]

    /// Follows the path.
    func follow(in outcome: JSONValue) -> Destination {
        follow(Self.shortNames[text] ?? text, from: outcome, after: "")
    }

    /// An id may hold dots, so every part whose name begins the rest is tried, the longest name first.
    private func follow(_ rest: String, from value: JSONValue, after: String) -> Destination {
        var deepest = Destination.lost(after: after, parts: value.namedParts.map(\.name))
        for part in value.parts(beginning: rest) {
            let next = after.isEmpty ? part.name : "\(after).\(part.name)"
            guard part.name != rest else { return .found(part.value) }
            let destination = follow(
                String(rest.dropFirst(part.name.count + 1)), from: part.value, after: next)
            if case .found = destination { return destination }
            if case .lost(after, _) = deepest { deepest = destination }
        }
        return deepest
    }
}

extension JSONValue {
    fileprivate func parts(beginning rest: String) -> [(name: String, value: JSONValue)] {
        let positions = (elements ?? []).enumerated().map { (name: "\($0)", value: $1) }
        return (namedParts + positions).filter { rest == $0.name || rest.hasPrefix($0.name + ".") }
            .sorted { $0.name.utf8.count > $1.name.utf8.count }
    }
}
