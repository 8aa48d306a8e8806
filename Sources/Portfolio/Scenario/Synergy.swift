/// Points that accrue once all programs of a set operate (model.md §7).
public struct Synergy: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// The set, at least two programs, sorted by id.
    public var programs: [Program.ID]
    /// Points per year in each dimension; negative is an overlap.
    public var benefits: [Dimension.ID: Double]
    /// Where the synergy stands in the scenario.
    public var place: ScenarioPath

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        programs: [Program.ID],
        benefits: [Dimension.ID: Double],
        place: ScenarioPath
    ) {
        self.id = id
        self.programs = programs
        self.benefits = benefits
        self.place = place
    }

    /// Identity of a synergy.
    public typealias ID = Identifier<Synergy>
}
