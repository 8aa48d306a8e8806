/// An agency (OPD) that owns programs and may have a limited staff.
public struct Owner: Hashable, Sendable {
    /// Identity within the scenario.
    public var id: ID
    /// Name for the reports.
    public var name: LocalizedText
    /// Whole persons available in every period; nil means no limit.
    public var staff: Int?

    /// Makes the value from its parts; what is left out takes the default of the scenario format.
    public init(
        id: ID,
        name: LocalizedText,
        staff: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.staff = staff
    }

    /// Identity of an agency.
    public typealias ID = Identifier<Owner>
}
