/// A statement on how many of some programs are chosen together.
public struct Group: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// What the group says of its members.
    public var kind: Kind
    /// Members, sorted by id, without repetition.
    public var of: [Program.ID]
    /// Where the group stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        kind: Kind,
        of: [Program.ID],
        place: ScenarioPath
    ) {
        self.id = id
        self.kind = kind
        self.of = of
        self.place = place
    }

    /// Identity of a group.
    public typealias ID = Identifier<Group>

    /// The kinds of group; k ≥ 0.
    public enum Kind: Hashable, Sendable {
        /// At most k members are chosen.
        case atMost(Int)
        /// At least k members are chosen.
        case atLeast(Int)
        /// Exactly k members are chosen.
        case exactly(Int)
        /// Either all members are chosen or none.
        case allOrNone
    }
}
