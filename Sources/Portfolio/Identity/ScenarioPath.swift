/// A place in the resolved scenario, such as `programs["intranet-a"].requires[2]`.
///
/// Places travel with rows, findings and violations; only when printed are they turned into
/// file:line:column.
public struct ScenarioPath: Hashable, Comparable, Sendable {
    /// One step from a value into a part of it.
    public enum Component: Hashable, Sendable {
        /// A key of a map.
        case key(String)
        /// An entry of a list of things with ids.
        case id(String)
        /// An entry of a list without ids, from 0.
        case index(Int)
    }

    /// The steps from the scenario's root.
    public var components: [Component]

    /// Makes a path; without components it is the scenario itself.
    public init(_ components: [Component] = []) { self.components = components }

    /// The path to the value of a key.
    public func key(_ name: String) -> Self { Self(components + [.key(name)]) }

    /// The path to the entry with an id.
    public func id(_ id: String) -> Self { Self(components + [.id(id)]) }

    /// The path to the entry at a position.
    public func index(_ position: Int) -> Self { Self(components + [.index(position)]) }

    /// The path of the value that holds this one; the root is its own parent.
    public var parent: Self { Self(Array(components.dropLast())) }

    /// By the printed form.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

extension ScenarioPath: CustomStringConvertible {
    /// The printed form, such as `programs["intranet-a"].requires[2]` for a requirement.
    public var description: String {
        var text = ""
        for component in components {
            switch component {
            case .key(let name): text += text.isEmpty ? name : ".\(name)"
            case .id(let id): text += "[\"\(id)\"]"
            case .index(let position): text += "[\(position)]"
            }
        }
        return text
    }
}
