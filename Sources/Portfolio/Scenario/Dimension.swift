/// One of the dimensions in which benefits are counted (Smart Governance, Smart Living …).
public struct Dimension: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// Name for the reports.
    public var name: LocalizedText
    /// Weight as written, not negative; normalised by ``Scenario/weight(of:)``.
    public var weight: Double

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText,
        weight: Double = 1
    ) {
        self.id = id
        self.name = name
        self.weight = weight
    }

    /// Identity of a dimension.
    public typealias ID = Identifier<Dimension>
}
